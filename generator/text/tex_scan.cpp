#include "text/tex_scan.hpp"

#include <algorithm>

namespace text {

std::string_view tex_command_at(std::string_view text, std::size_t from) {
  std::size_t end = std::min(from, text.size());
  while (end < text.size() && is_tex_letter(text[end])) {
    ++end;
  }
  return text.substr(std::min(from, end), end - std::min(from, end));
}

std::optional<std::size_t> closing_brace(std::string_view text, std::size_t open) {
  int depth = 0;
  const std::size_t end = std::min(text.size(), open + kMostGroupSize);
  for (std::size_t i = open; i < end; ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '{') {
      ++depth;
    } else if (text[i] == '}' && --depth == 0) {
      return i;
    }
  }
  return std::nullopt;
}

bool escapes_quotes(std::string_view text) {
  for (std::size_t at = text.find("\\\""); at != std::string_view::npos;
       at = text.find("\\\"", at + 2)) {
    const char next = at + 2 < text.size() ? text[at + 2] : ' ';
    if (!is_tex_letter(next) && next != '{' && next != '\\') {
      return true;
    }
  }
  return false;
}

}  // namespace text
