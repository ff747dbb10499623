#include "digest/plain_blanks.hpp"

#include <cstddef>

namespace digest {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
/// All in UTF-8 that are looked for here have three bytes, but for the tab.
constexpr std::size_t kWideSize = 3;

bool is_line_end(std::string_view character) {
  return character == "\u2028" || character == "\u2029";
}

/// The odd blank at `at` of `text`; empty if there is none.
std::string_view odd_blank_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\t') {
    return text.substr(at, 1);
  }
  if (c != '\xE2' && c != '\xEF') {
    return {};
  }
  const std::string_view wide = text.substr(at, kWideSize);
  return is_zero_width(wide) || is_line_end(wide) ? wide : std::string_view();
}

std::size_t behind_mark(std::string_view text) {
  return text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
}

}  // namespace

bool is_zero_width(std::string_view character) {
  return character == "\u200B" || character == "\u2060" || character == kByteOrderMark;
}

bool has_odd_blanks(std::string_view text) {
  for (std::size_t i = behind_mark(text); i < text.size(); ++i) {
    if (!odd_blank_at(text, i).empty()) {
      return true;
    }
  }
  return false;
}

std::string with_plain_blanks(std::string_view text) {
  std::size_t at = behind_mark(text);
  std::string plain(text.substr(0, at));
  plain.reserve(text.size());
  while (at < text.size()) {
    const std::string_view odd = odd_blank_at(text, at);
    if (odd.empty()) {
      plain.push_back(text[at++]);
      continue;
    }
    if (is_line_end(odd)) {
      plain.push_back('\n');
    } else if (odd == "\t") {
      plain.push_back(' ');
    }
    at += odd.size();
  }
  return plain;
}

}  // namespace digest
