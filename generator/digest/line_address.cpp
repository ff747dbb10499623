#include "digest/line_address.hpp"

#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <string>

namespace digest {

namespace {

std::size_t word_end(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && blanks_at(text, end) == 0) {
    ++end;
  }
  return end;
}

bool is_host_byte(char c) {
  return is_lower(c) || is_capital(c) || is_digit(c) || c == '.' || c == '-' || c == '+';
}

bool is_web(std::string_view text) {
  if (!text.starts_with('h') && !text.starts_with('H')) {
    return false;
  }
  const std::string start = text::ascii_lower(text.substr(0, 8));
  return start.starts_with("http://") || start == "https://";
}

}  // namespace

std::size_t address_size(std::string_view text) {
  if (is_web(text)) {
    return word_end(text);
  }
  const auto host =
      static_cast<std::size_t>(std::ranges::find_if_not(text, is_host_byte) - text.begin());
  if (host < 2 || host + 1 >= text.size() || is_digit(text[0])) {
    return 0;
  }
  const bool scheme = text[host] == ':';
  const bool bare_host = text[host] == '/' && text.substr(0, host).find('.') != std::string::npos;
  const bool one_word = (scheme || bare_host) && word_end(text) == text.size() && !has_han(text);
  return one_word ? text.size() : 0;
}

std::optional<std::size_t> glued_address_end(std::string_view text) {
  std::size_t end = last_of(text, "http");
  if (end == std::string_view::npos) {
    return std::nullopt;
  }
  while (end < text.size() && !is_wide(text[end]) && blanks_at(text, end) == 0) {
    ++end;
  }
  return end;
}

}  // namespace digest
