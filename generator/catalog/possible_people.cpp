#include "catalog/possible_people.hpp"

#include "catalog/name_keys.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

namespace catalog {

namespace {

constexpr std::array<std::string_view, 20> kParticles = {
    "van", "von", "der", "den", "de",  "del", "della", "la", "le", "di",
    "da",  "dos", "du",  "ten", "ter", "bin", "ibn",   "al", "el", "zu"};

constexpr std::array<std::string_view, 5> kSuffixes = {"jr", "sr", "ii", "iii", "iv"};

/// An author's key in its parts.
struct NameParts {
  std::string initials;  ///< of the first names, each as UTF-8
  std::string family;    ///< with its particles, without a suffix
  bool in_full = false;  ///< some first name has more than a letter
};

bool is_one_letter(std::string_view word) {
  return !word.empty() && text::code_point_at(word, 0).size == word.size();
}

/// Names without first name, and Chinese ones in characters, have no initials.
NameParts parts_of(std::string_view key) {
  std::vector<std::string_view> words = text::split(key, " ");
  if (words.size() > 2 && std::ranges::find(kSuffixes, words.back()) != kSuffixes.end()) {
    words.pop_back();
  }
  std::size_t family = words.size() - 1;
  while (family > 1 && std::ranges::find(kParticles, words[family - 1]) != kParticles.end()) {
    --family;
  }
  NameParts parts;
  for (std::size_t i = 0; i < family; ++i) {
    for (const std::string_view name : text::split(words[i], "-")) {
      if (!name.empty()) {
        parts.initials += name.substr(0, text::code_point_at(name, 0).size);
      }
    }
    parts.in_full = parts.in_full || !is_one_letter(words[i]);
  }
  for (std::size_t i = family; i < words.size(); ++i) {
    parts.family += (parts.family.empty() ? "" : " ") + std::string(words[i]);
  }
  return parts;
}

/// Family name and first initial: whoever may be meant by one name shares both.
std::string bucket_of(const NameParts& parts) {
  return parts.family + "\n" +
         parts.initials.substr(0, text::code_point_at(parts.initials, 0).size);
}

bool may_be_one(std::string_view left, std::string_view right) {
  return left.starts_with(right) || right.starts_with(left);
}

}  // namespace

bool has_initials_only(std::string_view author_key) {
  const NameParts parts = parts_of(author_key);
  return !parts.initials.empty() && !parts.in_full && !is_one_letter(parts.family);
}

void find_possible_people(std::vector<Term>& authors) {
  struct Person {
    TermIndex term;
    std::string initials;
  };

  std::unordered_map<std::string, std::vector<Person>> in_full;
  std::vector<std::uint32_t> abbreviated;
  for (std::uint32_t i = 0; i < authors.size(); ++i) {
    if (!authors[i].entry && has_initials_only(authors[i].key)) {
      authors[i].initials_only = true;
      abbreviated.push_back(i);
    }
  }
  if (abbreviated.empty()) {
    return;
  }
  for (std::uint32_t i = 0; i < authors.size(); ++i) {
    // The key of an entry may be a slug.
    NameParts parts = parts_of(authors[i].entry ? author_key(authors[i].name) : authors[i].key);
    if (parts.in_full && !parts.initials.empty()) {
      in_full[bucket_of(parts)].push_back({{i}, std::move(parts.initials)});
    }
  }
  for (const std::uint32_t i : abbreviated) {
    const NameParts parts = parts_of(authors[i].key);
    const auto bucket = in_full.find(bucket_of(parts));
    if (bucket == in_full.end()) {
      continue;
    }
    for (const Person& person : bucket->second) {
      if (authors[i].may_be.size() < kMostPossiblePeople &&
          may_be_one(person.initials, parts.initials)) {
        authors[i].may_be.push_back(person.term);
      }
    }
  }
}

}  // namespace catalog
