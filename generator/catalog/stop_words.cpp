#include "catalog/stop_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace catalog {

namespace {

/// In alphabetical order. Words of less than three letters are never asked for.
constexpr std::array<std::string_view, 443> kStopWords = {
    "ability",      "able",          "about",         "above",        "abstract",
    "achieve",      "achieved",      "achieves",      "achieving",    "across",
    "additionally", "address",       "adopt",         "adopted",      "adopts",
    "after",        "again",         "against",       "aim",          "aims",
    "all",          "allow",         "allowing",      "allows",       "almost",
    "also",         "although",      "always",        "among",        "analysis",
    "and",          "another",       "any",           "applied",      "apply",
    "applying",     "approach",      "approaches",    "are",          "around",
    "arxiv",        "assume",        "assuming",      "based",        "baseline",
    "baselines",    "because",       "been",          "before",       "being",
    "below",        "best",          "better",        "between",      "both",
    "but",          "called",        "came",          "can",          "cannot",
    "case",         "cases",         "challenge",     "challenges",   "challenging",
    "code",         "com",           "common",        "commonly",     "compare",
    "compared",     "comparison",    "complex",       "component",    "components",
    "consider",     "consistently",  "could",         "crucial",      "current",
    "currently",    "demonstrate",   "demonstrated",  "demonstrates", "demonstrating",
    "despite",      "develop",       "developed",     "did",          "different",
    "difficult",    "does",          "doing",         "done",         "down",
    "due",          "during",        "each",          "easily",       "effective",
    "effectively",  "effectiveness", "efficient",     "efficiently",  "effort",
    "efforts",      "either",        "else",          "empirical",    "empirically",
    "enable",       "enables",       "enabling",      "enough",       "especially",
    "evaluate",     "evaluated",     "evaluation",    "even",         "ever",
    "every",        "example",       "existing",      "experiment",   "experimental",
    "experiments",  "extensive",     "fact",          "fail",         "few",
    "find",         "finding",       "findings",      "first",        "following",
    "for",          "found",         "framework",     "from",         "fully",
    "further",      "furthermore",   "future",        "general",      "get",
    "github",       "given",         "gives",         "good",         "great",
    "had",          "has",           "have",          "having",       "here",
    "hers",         "high",          "higher",        "highly",       "him",
    "his",          "how",           "however",       "http",         "https",
    "important",    "improve",       "improved",      "improvement",  "improvements",
    "improves",     "improving",     "include",       "includes",     "including",
    "increase",     "increasing",    "into",          "introduce",    "introduced",
    "introduces",   "introducing",   "investigate",   "issue",        "issues",
    "its",          "itself",        "just",          "key",          "known",
    "large",        "largely",       "last",          "later",        "latest",
    "lead",         "leading",       "leads",         "learn",        "learned",
    "learning",     "least",         "less",          "let",          "leverage",
    "leveraging",   "like",          "limited",       "low",          "lower",
    "made",         "main",          "mainly",        "make",         "makes",
    "making",       "many",          "may",           "method",       "methods",
    "might",        "model",         "models",        "more",         "moreover",
    "most",         "much",          "multiple",      "must",         "named",
    "namely",       "near",          "need",          "needs",        "neither",
    "new",          "non",           "nor",           "not",          "novel",
    "now",          "number",        "obtain",        "obtained",     "off",
    "often",        "once",          "one",           "only",         "onto",
    "open",         "other",         "others",        "our",          "ours",
    "out",          "outperform",    "outperforms",   "over",         "own",
    "paper",        "papers",        "part",          "particular",   "particularly",
    "parts",        "per",           "perform",       "performance",  "performs",
    "possible",     "potential",     "practical",     "present",      "presented",
    "presents",     "previous",      "previously",    "prior",        "problem",
    "problems",     "process",       "produce",       "promising",    "propose",
    "proposed",     "proposes",      "proposing",     "provide",      "provided",
    "provides",     "providing",     "publicly",      "quite",        "range",
    "rather",       "real",          "reason",        "reasons",      "recent",
    "recently",     "related",       "relies",        "rely",         "remain",
    "remains",      "report",        "require",       "required",     "requires",
    "research",     "respectively",  "result",        "resulting",    "results",
    "same",         "second",        "set",           "sets",         "setting",
    "settings",     "several",       "shall",         "she",          "should",
    "show",         "showed",        "showing",       "shown",        "shows",
    "significant",  "significantly", "similar",       "simple",       "simply",
    "since",        "single",        "small",         "solution",     "solutions",
    "some",         "specific",      "specifically",  "standard",     "state",
    "still",        "strong",        "studies",       "study",        "successful",
    "successfully", "such",          "suggest",       "system",       "systems",
    "take",         "takes",         "task",          "tasks",        "technique",
    "techniques",   "term",          "terms",         "test",         "than",
    "that",         "the",           "their",         "theirs",       "them",
    "then",         "theoretically", "there",         "therefore",    "these",
    "they",         "third",         "this",          "those",        "though",
    "three",        "through",       "thus",          "time",         "too",
    "total",        "toward",        "towards",       "train",        "trained",
    "training",     "two",           "type",          "types",        "typically",
    "under",        "understand",    "understanding", "unlike",       "until",
    "upon",         "use",           "used",          "useful",       "uses",
    "using",        "various",       "vast",          "very",         "via",
    "was",          "way",           "ways",          "well",         "were",
    "what",         "when",          "where",         "whereas",      "whether",
    "which",        "while",         "who",           "whole",        "whom",
    "whose",        "why",           "wide",          "widely",       "will",
    "with",         "within",        "without",       "work",         "works",
    "world",        "would",         "www",           "year",         "years",
    "yet",          "you",           "your",
};
static_assert(std::ranges::is_sorted(kStopWords));

constexpr std::u32string_view kFunctionCharacters =
    U"不与且个为之也了于些仅从他以们但你使其则到即又及只各吗吧呢和啊因在她它将就已并很我或所把是更"
    U"曾最有此每没的着等而被让该过还这那都";

/// FNV-1a, in a form that runs while compiling.
constexpr std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  }
  return hash ^ (hash >> 15U);
}

constexpr std::size_t kSlots = 1024;
static_assert(kStopWords.size() * 2 <= kSlots);

/// An open hash table: every word of every paper is looked up here.
constexpr std::array<std::string_view, kSlots> kStopWordTable = [] {
  std::array<std::string_view, kSlots> table;
  for (const std::string_view word : kStopWords) {
    std::size_t slot = hash_of(word) % kSlots;
    while (!table[slot].empty()) {
      slot = (slot + 1) % kSlots;
    }
    table[slot] = word;
  }
  return table;
}();

/// Where the function characters are: in Unicode's block of common ideographs.
constexpr char32_t kFirstIdeograph = 0x4E00;
constexpr std::size_t kIdeographs = 0x9FFF - 0x4E00 + 1;

/// For each ideograph whether it is a function character.
constexpr std::array<bool, kIdeographs> kFunctionCharacterTable = [] {
  std::array<bool, kIdeographs> table = {};
  for (const char32_t character : kFunctionCharacters) {
    table[character - kFirstIdeograph] = true;
  }
  return table;
}();

}  // namespace

bool is_stop_word(std::string_view word) {
  std::size_t slot = hash_of(word) % kSlots;
  while (!kStopWordTable[slot].empty() && kStopWordTable[slot] != word) {
    slot = (slot + 1) % kSlots;
  }
  return !kStopWordTable[slot].empty();
}

bool is_function_character(char32_t character) {
  const std::size_t place = character - kFirstIdeograph;  // wraps round for smaller ones
  return place < kIdeographs && kFunctionCharacterTable[place];
}

}  // namespace catalog
