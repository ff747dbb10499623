#include "citation/person_name.hpp"

#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace citation {

namespace {

bool is_suffix(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kSuffixes = {"jr", "jr.", "sr", "sr.",
                                                                "ii", "iii", "iv", "phd"};
  return std::ranges::find(kSuffixes, text::ascii_lower(word)) != kSuffixes.end();
}

/// Whether the word begins with a letter that has an upper case, and is not in it.
bool begins_in_lower_case(std::string_view word) {
  const std::string first(word.substr(0, text::code_point_at(word, 0).size));
  return text::to_upper(first) != first;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    text += (text.empty() ? "" : " ") + std::string(words[i]);
  }
  return text;
}

}  // namespace

PersonName part_name(std::string_view name) {
  const std::string clean = text::collapse_whitespace(name);
  if (const std::size_t comma = clean.find(','); comma != std::string::npos) {
    const std::string_view whole = clean;
    const std::string_view rest = text::trim(whole.substr(comma + 1));
    const std::string_view family = text::trim(whole.substr(0, comma));
    if (is_suffix(rest)) {
      PersonName parted = part_name(family);
      parted.suffix = parted.literal.empty() ? std::string(rest) : std::string();
      return parted.literal.empty() ? parted : PersonName{.literal = clean};
    }
    const bool plain = !rest.empty() && !family.empty() && rest.find(',') == std::string::npos;
    return plain ? PersonName{.given = std::string(rest), .family = std::string(family)}
                 : PersonName{.literal = clean};
  }
  std::vector<std::string_view> words = text::split(clean, " ");
  PersonName parted;
  if (words.size() > 2 && is_suffix(words.back())) {
    parted.suffix = words.back();
    words.pop_back();
  }
  if (words.size() < 2) {
    return {.literal = clean};
  }
  std::size_t family = words.size() - 1;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (begins_in_lower_case(words[i])) {
      family = i;
      break;
    }
  }
  parted.given = joined(words, 0, family);
  parted.family = joined(words, family, words.size());
  return parted;
}

std::string inverted(const PersonName& name) {
  if (!name.literal.empty()) {
    return name.literal;
  }
  return name.family + ", " + name.given + (name.suffix.empty() ? "" : ", " + name.suffix);
}

}  // namespace citation
