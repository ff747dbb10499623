#include "text/whitespace.hpp"

#include "text/utf8.hpp"

namespace text {

bool is_space(char32_t value) {
  if (value <= 0x20) {
    return value == ' ' || (value >= '\t' && value <= '\r');
  }
  return value == 0xA0 || (value >= 0x2000 && value <= 0x200B) || value == 0x202F ||
         value == 0x3000 || value == 0xFEFF;
}

std::string_view without_space_left(std::string_view utf8) {
  while (!utf8.empty() && may_begin_space(utf8.front())) {
    const CodePoint first = code_point_at(utf8, 0);
    if (first.malformed || !is_space(first.value)) {
      break;
    }
    utf8.remove_prefix(first.size);
  }
  return utf8;
}

std::string_view without_space_right(std::string_view utf8) {
  while (!utf8.empty() && may_end_space(utf8.back())) {
    std::size_t start = utf8.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(utf8[start]) & 0xC0U) == 0x80U) {
      --start;
    }
    const CodePoint last = code_point_at(utf8, start);
    if (last.malformed || start + last.size != utf8.size() || !is_space(last.value)) {
      break;
    }
    utf8.remove_suffix(last.size);
  }
  return utf8;
}

std::string collapse_whitespace(std::string_view utf8) {
  std::string out;
  bool pending = false;
  utf8 = trim(utf8);
  for (std::size_t i = 0; i < utf8.size();) {
    const CodePoint point = code_point_at(utf8, i);
    if (is_space(point.value)) {
      pending = true;
    } else {
      if (pending) {
        out.push_back(' ');
        pending = false;
      }
      out.append(utf8.substr(i, point.size));
    }
    i += point.size;
  }
  return out;
}

std::vector<std::string_view> split(std::string_view utf8, std::string_view separator) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  for (;;) {
    const std::size_t end = utf8.find(separator, start);
    if (end == std::string_view::npos) {
      parts.push_back(utf8.substr(start));
      return parts;
    }
    parts.push_back(utf8.substr(start, end - start));
    start = end + separator.size();
  }
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c - 'A' + 'a');
    }
  }
  return out;
}

}  // namespace text
