#include "citation/citation_keys.hpp"

#include "citation/citation.hpp"
#include "citation/person_name.hpp"
#include "text/content_hash.hpp"
#include "text/unicode.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

namespace citation {

namespace {

/// Words that titles begin with and that say nothing of the paper.
constexpr std::array<std::string_view, 24> kEmptyWords = {
    "a",    "an",  "the",  "on", "in",  "of",   "for",  "to",      "with", "and",  "is", "are",
    "from", "via", "what", "do", "how", "when", "does", "towards", "why",  "your", "by", "can"};

bool is_ascii_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// `text` as plain lower-case letters and digits; other scripts are left out, because BibTeX and
/// file names of old still know ASCII only.
std::string plain(std::string_view text) {
  std::string key;
  for (const char c : text::ascii_lower(text::without_marks(text))) {
    if (is_ascii_alphanumeric(c)) {
      key.push_back(c);
    }
  }
  return key;
}

/// The first author's family name without its particles.
std::string name_part(const digest::Paper& paper) {
  if (paper.authors.empty()) {
    return "anon";
  }
  const PersonName name = part_name(paper.authors.front());
  const std::string& family = name.literal.empty() ? name.family : name.literal;
  std::string key = plain(std::string_view(family).substr(family.rfind(' ') + 1));
  return key.empty() ? "anon" : key;
}

/// The first word of `title`, cut at whatever is no letter and no digit.
std::string title_part(const std::string& title) {
  const std::string folded = text::ascii_lower(text::without_marks(title));
  std::string fallback;
  for (std::size_t at = 0; at < folded.size();) {
    const auto begin = std::find_if(folded.begin() + static_cast<std::ptrdiff_t>(at), folded.end(),
                                    is_ascii_alphanumeric);
    const auto end = std::find_if_not(begin, folded.end(), is_ascii_alphanumeric);
    std::string word(begin, end);
    at = static_cast<std::size_t>(end - folded.begin());
    if (std::ranges::find(kEmptyWords, word) == kEmptyWords.end()) {
      return word;
    }
    fallback = fallback.empty() ? std::move(word) : fallback;
  }
  return fallback;
}

}  // namespace

std::string wanted_key(const KeySource& source) {
  const int year = cited_date(*source.paper, source.listed).year;
  return name_part(*source.paper) + (year == 0 ? "" : std::to_string(year)) +
         title_part(source.paper->title);
}

std::vector<std::string> citation_keys(const std::vector<KeySource>& sources) {
  std::vector<std::string> keys;
  keys.reserve(sources.size());
  std::unordered_set<std::string> taken;
  taken.reserve(sources.size());
  for (const KeySource& source : sources) {
    const std::string wanted = wanted_key(source);
    std::string key = wanted;
    // Sixteen digits are all the hash has; two papers that share them share an identity.
    for (std::size_t digits = 4; !taken.insert(key).second && digits <= 16; digits += 4) {
      key = wanted + "-" + text::short_hash(source.paper->id, digits);
    }
    keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace citation
