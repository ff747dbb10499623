#include "digest/name_marks.hpp"

#include "digest/script.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>

namespace digest {

namespace {

/// A group holds a few numbers; a longer one is text.
constexpr std::size_t kMostGroupSize = 40;

/// Marks and superscripts: `¹`, `⁴`, `ª`, `†`, `✉`…
bool is_mark(char32_t value) {
  static constexpr std::array<char32_t, 18> kMarks = {U'*', U'∗', U'＊', U'†', U'‡', U'§',
                                                      U'¶', U'#', U'¹',  U'²', U'³', U'ª',
                                                      U'º', U'✉', U'⋆',  U'★', U'♠', U'♦'};
  return (value >= 0x2070 && value <= 0x2079) || std::ranges::find(kMarks, value) != kMarks.end();
}

/// Whether `text` holds nothing but numbers, single small letters, marks and what parts them.
bool is_list_of_marks(std::string_view text) {
  bool any = false;
  bool after_letter = false;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint point = text::code_point_at(text, i);
    const bool letter = point.size == 1 && is_lower(text[i]);
    const bool mark = letter || (point.size == 1 && is_digit(text[i])) || is_mark(point.value);
    const bool between =
        point.value == U',' || point.value == U' ' || point.value == U';' || point.value == U'，';
    if ((!mark && !between) || (letter && after_letter)) {
      return false;
    }
    after_letter = letter;
    any = any || mark;
    i += point.size;
  }
  return any;
}

/// The group between `open` and `close` at the beginning of `text`.
std::size_t bracketed_marks(std::string_view text, std::string_view open, std::string_view close) {
  if (!text.starts_with(open)) {
    return 0;
  }
  const std::size_t end = text.substr(0, kMostGroupSize).find(close, open.size());
  return end != std::string_view::npos &&
                 is_list_of_marks(text.substr(open.size(), end - open.size()))
             ? end + close.size()
             : 0;
}

/// The size of one mark, or group of marks, at the end of `name`.
std::size_t mark_at_end(std::string_view name) {
  if (is_lower(name.back()) || is_capital(name.back())) {
    return 0;  // nearly always
  }
  const std::size_t from = name.size() > kMostGroupSize ? name.size() - kMostGroupSize : 0;
  for (std::size_t i = from; i < name.size(); ++i) {
    if (const std::size_t size = mark_group_size(name, i); size > 0 && i + size == name.size()) {
      return size;
    }
  }
  for (std::size_t size = 1; size <= 4 && size <= name.size(); ++size) {
    const text::CodePoint last = text::code_point_at(name, name.size() - size);
    if (!last.malformed && last.size == size) {
      return is_mark(last.value) || (size == 1 && is_digit(name.back())) ? size : 0;
    }
  }
  return 0;
}

std::size_t mark_at_start(std::string_view name) {
  if (const std::size_t group = mark_group_size(name, 0); group > 0) {
    return group;
  }
  const text::CodePoint first = text::code_point_at(name, 0);
  return is_mark(first.value) ? first.size : 0;
}

}  // namespace

std::size_t whole_mark_group_size(std::string_view text, std::size_t offset) {
  static constexpr std::array<std::array<std::string_view, 2>, 6> kBrackets = {{
      {"$^{", "}$"},
      {"$^", "$"},
      {"^{", "}"},
      {"(", ")"},
      {"{", "}"},
      {"[", "]"},
  }};
  const std::string_view rest = text.substr(offset);
  for (const auto& [open, close] : kBrackets) {
    if (const std::size_t size = bracketed_marks(rest, open, close); size > 0) {
      return size;
    }
  }
  const bool raised = rest.size() > 1 && rest[0] == '^' && (is_digit(rest[1]) || rest[1] == '*');
  return raised ? 2 : 0;
}

std::string_view without_affiliation_marks(std::string_view name) {
  name = text::trim(name);
  while (!name.empty()) {
    const std::size_t size = mark_at_end(name);
    if (size == 0) {
      break;
    }
    name = text::trim_right(name.substr(0, name.size() - size));
  }
  while (!name.empty()) {
    const std::size_t size = mark_at_start(name);
    if (size == 0) {
      break;
    }
    name = text::trim_left(name.substr(size));
  }
  return name;
}

}  // namespace digest
