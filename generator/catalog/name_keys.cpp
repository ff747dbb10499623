#include "catalog/name_keys.hpp"

#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace catalog {

namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// `name` with the blank that `JasonD. Lee` lost: before a capital that ends a word of small
/// letters, but for the last word of the name.
std::string with_lost_blanks(std::string_view name) {
  std::string parted;
  const std::size_t last_word = name.rfind(' ');
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool word_ends =
        i + 1 < name.size() && (name[i + 1] == '.' || name[i + 1] == ' ') && i < last_word;
    if (i > 1 && word_ends && last_word != std::string_view::npos && is_capital(name[i]) &&
        is_lower(name[i - 1])) {
      parted.push_back(' ');
    }
    parted.push_back(name[i]);
  }
  return parted;
}

/// One kind of apostrophe and of hyphen, of the many that people and programs write.
char32_t plain_mark(char32_t value) {
  if (value == U'‘' || value == U'’' || value == U'ʼ' || value == U'´' || value == U'`') {
    return U'\'';
  }
  return value >= 0x2010 && value <= 0x2015 ? U'-' : value;
}

/// `folded` with plain marks, blanks for dots and commas, and none between Chinese characters.
std::string with_plain_marks(std::string_view folded) {
  std::string plain;
  bool after_han = false;
  for (std::size_t i = 0; i < folded.size();) {
    const text::CodePoint point = text::code_point_at(folded, i);
    i += point.size;
    if (point.value == U'.' || point.value == U',') {
      // A dot before a letter parts two initials (`A.K.`); any other only marks one (`J.-B.`).
      if (i < folded.size() && folded[i] != '-') {
        plain.push_back(' ');
      }
      continue;
    }
    const bool han = text::is_han(point.value);
    if (han && after_han) {
      plain.resize(text::trim_right(plain).size());
    }
    text::append_utf8(plain, plain_mark(point.value));
    after_han = han || (after_han && point.value == U' ');
  }
  return text::collapse_whitespace(plain);
}

/// Whether the part of `text` from `begin` to `end` is one letter.
bool is_one_letter(std::string_view text, std::size_t begin, std::size_t end) {
  return begin < end && text::code_point_at(text, begin).size == end - begin;
}

/// `key` with a blank for each hyphen between two initials: `j-b alayrac` is `j b alayrac`.
std::string with_parted_initials(std::string key) {
  std::size_t begin = 0;  // of the part before the hyphen
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (key[i] == '-') {
      const std::size_t end = std::min(key.find_first_of(" -", i + 1), key.size());
      if (is_one_letter(key, begin, i) && is_one_letter(key, i + 1, end)) {
        key[i] = ' ';
      }
    }
    if (key[i] == ' ' || key[i] == '-') {
      begin = i + 1;
    }
  }
  return key;
}

}  // namespace

std::string author_key(std::string_view name) {
  const std::string folded = text::fold(with_lost_blanks(name));
  std::string key = with_parted_initials(with_plain_marks(folded));
  return key.empty() ? folded : key;
}

std::string institution_key(std::string_view name) {
  const std::string folded = text::collapse_whitespace(text::fold(name));
  if (folded.find("univ") == std::string::npos) {
    return folded;
  }
  std::string key;
  for (const std::string_view word : text::split(folded, " ")) {
    const bool comma = word.ends_with(',');
    const std::string_view bare = comma ? word.substr(0, word.size() - 1) : word;
    key += key.empty() ? "" : " ";
    key += bare == "univ" || bare == "univ." ? "university" : bare;
    key += comma ? "," : "";
  }
  return key;
}

}  // namespace catalog
