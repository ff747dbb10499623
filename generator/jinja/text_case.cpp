#include "jinja/text_case.hpp"

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace jinja {

namespace {

/// The characters of `set` as a whole: whether `character`, a piece of UTF-8, is one of them.
bool is_one_of(std::string_view set, std::string_view character) {
  for (std::size_t i = 0; i < set.size();) {
    const std::size_t size = text::code_point_at(set, i).size;
    if (set.substr(i, size) == character) {
      return true;
    }
    i += size;
  }
  return false;
}

/// The size of the last character.
std::size_t last_size(std::string_view utf8) {
  std::size_t size = 1;
  while (size < utf8.size() && size < 4 &&
         (static_cast<unsigned char>(utf8[utf8.size() - size]) & 0xC0U) == 0x80U) {
    ++size;
  }
  return size;
}

}  // namespace

std::string capitalized(std::string_view utf8) {
  if (utf8.empty()) {
    return {};
  }
  const std::size_t first = text::code_point_at(utf8, 0).size;
  return text::to_upper(utf8.substr(0, first)) + text::to_lower(utf8.substr(first));
}

std::string title_cased(std::string_view utf8) {
  static constexpr std::string_view kBeforeWords = "-({[< \t\n\r\f\v";
  std::string out;
  for (std::size_t start = 0; start < utf8.size();) {
    const bool separator = kBeforeWords.find(utf8[start]) != std::string_view::npos;
    const std::size_t end = separator ? utf8.find_first_not_of(kBeforeWords, start)
                                      : utf8.find_first_of(kBeforeWords, start);
    const std::string_view part = utf8.substr(start, end - start);
    out += separator ? std::string(part) : capitalized(part);
    start += part.size();
  }
  return out;
}

std::string_view stripped(std::string_view utf8, std::string_view chars, Side side) {
  while (side != Side::right && !utf8.empty()) {
    const std::size_t size = text::code_point_at(utf8, 0).size;
    if (!is_one_of(chars, utf8.substr(0, size))) {
      break;
    }
    utf8.remove_prefix(size);
  }
  while (side != Side::left && !utf8.empty()) {
    const std::size_t size = last_size(utf8);
    if (!is_one_of(chars, utf8.substr(utf8.size() - size))) {
      break;
    }
    utf8.remove_suffix(size);
  }
  return utf8;
}

std::string replaced(std::string_view text, std::string_view old_text, std::string_view new_text,
                     std::int64_t count) {
  std::string out;
  if (old_text.empty()) {
    // As in Python, the new text then stands between all characters.
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t size = text::code_point_at(text, i).size;
      out += count != 0 ? new_text : std::string_view();
      count -= count > 0 ? 1 : 0;
      out += text.substr(i, size);
      i += size;
    }
    out += count != 0 ? new_text : std::string_view();
    return out;
  }
  for (std::size_t start = 0;; --count) {
    const std::size_t found = count == 0 ? std::string_view::npos : text.find(old_text, start);
    out += text.substr(start, found - start);
    if (found == std::string_view::npos) {
      return out;
    }
    out += new_text;
    start = found + old_text.size();
  }
}

}  // namespace jinja
