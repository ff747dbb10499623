#include "jinja/filter_arguments.hpp"
#include "jinja/filters.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"
#include "values/value_operators.hpp"

#include <algorithm>

/// Filters that lay out a text: lines, widths, lengths.
namespace jinja {

using values::printed;
using values::Value;

namespace {

/// The lines of `text`, without their ends; a final line break begins one more line.
std::vector<std::string_view> lines_of(std::string_view text) {
  return text::split(text, "\n");
}

ValueOrReason center(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  const auto width = integer_argument(arguments, 0, "width", 80);
  if (!width) {
    return diagnostics::because(width.error());
  }
  std::string whole = printed(input);
  const auto size = static_cast<std::int64_t>(text::count_code_points(whole));
  const std::int64_t padding = std::clamp<std::int64_t>(*width - size, 0, values::kMaxMadeSize);
  // As Python: of an odd padding the larger half stands left if the width is odd.
  const std::int64_t left = padding / 2 + (padding & *width & 1);
  whole.insert(0, static_cast<std::size_t>(left), ' ');
  whole.append(static_cast<std::size_t>(padding - left), ' ');
  return like(input, std::move(whole));
}

ValueOrReason indent(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  const Value width = value_argument(arguments, 0, "width");
  std::string indentation(4, ' ');
  if (width.kind() == values::Kind::text) {
    indentation = width.as_text();
  } else if (!width.is_none()) {
    if (!values::is_whole(width)) {
      return diagnostics::because("\"width\" is an integer or a text");
    }
    indentation.assign(
        static_cast<std::size_t>(std::clamp<std::int64_t>(values::whole(width), 0, 1000)), ' ');
  }
  const bool first = flag_argument(arguments, 1, "first", false);
  const bool blank = flag_argument(arguments, 2, "blank", false);
  const std::string whole = printed(input);
  std::string out;
  const std::vector<std::string_view> lines = lines_of(whole);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += i > 0 ? "\n" : "";
    const bool wanted = i == 0 ? first : blank || !lines[i].empty();
    out += wanted ? indentation : std::string();
    out += lines[i];
  }
  return like(input, std::move(out));
}

/// Cuts at whole characters as people see them, so that no accent or emoji is torn.
ValueOrReason truncate(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  const auto length = integer_argument(arguments, 0, "length", 255);
  const auto leeway = integer_argument(arguments, 3, "leeway", 5);
  if (!length || !leeway) {
    return diagnostics::because(!length ? length.error() : leeway.error());
  }
  const std::string end = text_argument(arguments, 2, "end", "...");
  const auto end_size = static_cast<std::int64_t>(text::count_code_points(end));
  if (*length < end_size) {
    return diagnostics::because("\"length\" is at least that of \"end\", " +
                                std::to_string(end_size));
  }
  if (*leeway < 0) {
    return diagnostics::because("\"leeway\" is not negative");
  }
  const std::string storage = input.kind() == values::Kind::text ? std::string() : printed(input);
  const std::string_view whole = input.kind() == values::Kind::text ? input.as_text() : storage;
  if (whole.size() <= static_cast<std::size_t>(*length + *leeway)) {
    return input;
  }
  const std::size_t size =
      text::grapheme_prefix_size(whole, static_cast<std::size_t>(*length - end_size));
  const std::size_t spare =
      text::grapheme_prefix_size(whole.substr(size), static_cast<std::size_t>(*leeway + end_size));
  if (size + spare == whole.size()) {
    return input;
  }
  std::string_view kept = whole.substr(0, size);
  if (!flag_argument(arguments, 1, "killwords", false)) {
    kept = kept.substr(0, kept.rfind(' '));
  }
  const Value* const given = arguments.find(2, "end");
  const bool escapes = input.is_trusted() && given != nullptr;
  std::string cut;
  cut.reserve(kept.size() + end.size());
  cut.append(kept).append(escapes ? escaped(*given) : end);
  return like(input, std::move(cut));
}

/// One line of a text, as characters, with what breaking it asks about them.
class Line {
 public:
  explicit Line(std::string_view utf8) : utf8_(utf8) {
    for (std::size_t i = 0; i < utf8.size();) {
      const text::CodePoint point = text::code_point_at(utf8, i);
      characters_.push_back(point.value);
      offsets_.push_back(i);
      i += point.size;
    }
    offsets_.push_back(utf8.size());
  }

  [[nodiscard]] std::size_t size() const { return characters_.size(); }

  [[nodiscard]] std::string_view part(std::size_t begin, std::size_t end) const {
    return utf8_.substr(offsets_[begin], offsets_[end] - offsets_[begin]);
  }

  [[nodiscard]] char32_t at(std::size_t i) const { return i < size() ? characters_[i] : U'\0'; }

  [[nodiscard]] bool is_blank(std::size_t i) const {
    return i < size() && characters_[i] < 0x80 &&
           std::string_view(" \t\n\r\f\v").find(static_cast<char>(characters_[i])) !=
               std::string_view::npos;
  }

  /// Where the piece that begins at `begin` ends: blanks, a word, or, with `break_hyphens`, a part
  /// of a word up to a hyphen between letters, or a dash of several hyphens.
  [[nodiscard]] std::size_t piece_end(std::size_t begin, bool break_hyphens) const {
    std::size_t end = begin + 1;
    if (is_blank(begin)) {
      while (is_blank(end)) {
        ++end;
      }
      return end;
    }
    if (break_hyphens && is_dash(begin)) {
      while (at(end) == U'-') {
        ++end;
      }
      return end;
    }
    for (; end < size() && !is_blank(end); ++end) {
      if (break_hyphens && is_dash(end)) {
        return end;
      }
      if (break_hyphens && is_breaking_hyphen(end)) {
        return end + 1;
      }
    }
    return end;
  }

  /// Where to cut a word that begins at `begin` and is longer than `room`: behind the last hyphen,
  /// if there is one behind something else.
  [[nodiscard]] std::size_t cut(std::size_t begin, std::size_t room, bool break_hyphens) const {
    bool other = false;
    std::size_t end = begin + room;
    for (std::size_t i = begin; break_hyphens && i < begin + room; ++i) {
      end = other && at(i) == U'-' ? i + 1 : end;
      other = other || at(i) != U'-';
    }
    return end;
  }

 private:
  [[nodiscard]] bool is_letter(std::size_t i) const {
    return i < size() && text::may_begin_name(characters_[i]);
  }

  [[nodiscard]] bool is_word(std::size_t i) const {
    return i < size() && (at(i) == U'_' || text::is_alphanumeric(at(i)));
  }

  [[nodiscard]] bool is_word_or_mark(std::size_t i) const {
    return is_word(i) || (at(i) != 0 && std::u32string_view(U"!\"'&.,?").find(at(i)) !=
                                            std::u32string_view::npos);
  }

  /// Two or more hyphens between words.
  [[nodiscard]] bool is_dash(std::size_t i) const {
    if (i == 0 || at(i) != U'-' || at(i + 1) != U'-' || !is_word_or_mark(i - 1)) {
      return false;
    }
    while (at(i) == U'-') {
      ++i;
    }
    return is_word(i);
  }

  /// A hyphen behind two letters, or as the second in `x-y-`, and before two letters.
  [[nodiscard]] bool is_breaking_hyphen(std::size_t i) const {
    if (at(i) != U'-' || i < 2) {
      return false;
    }
    const bool behind_letters = is_letter(i - 1) && is_letter(i - 2);
    const bool second = i >= 3 && is_word_or_mark(i - 1) && at(i - 2) == U'-' && is_letter(i - 3);
    const bool before_letters = is_letter(i + 1) && is_letter(at(i + 2) == U'-' ? i + 3 : i + 2);
    return (behind_letters || second) && before_letters;
  }

  std::string_view utf8_;
  std::vector<char32_t> characters_;
  std::vector<std::size_t> offsets_;
};

struct WrapOptions {
  std::size_t width = 79;
  bool break_long = true;
  bool break_hyphens = true;
};

/// The lines that `line` becomes, as Python's textwrap breaks it. Blanks where a line is broken are
/// dropped.
std::vector<std::string_view> wrapped(const Line& line, const WrapOptions& options) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < line.size();) {
    if (!lines.empty() && line.is_blank(begin)) {
      begin = line.piece_end(begin, options.break_hyphens);
      continue;
    }
    std::size_t end = begin;
    std::size_t text_end = begin;  // without the blanks at the end
    while (end < line.size()) {
      const std::size_t next = line.piece_end(end, options.break_hyphens);
      const bool fits = next - begin <= options.width;
      if (!fits && next - end > options.width && (options.break_long || end == begin)) {
        // The line is filled up with the beginning of the word, even if no place is left.
        const std::size_t room = options.width - (end - begin);
        end = options.break_long ? line.cut(end, room, options.break_hyphens) : next;
        text_end = end;
        break;
      }
      if (!fits) {
        break;
      }
      text_end = line.is_blank(end) ? text_end : next;
      end = next;
    }
    if (text_end > begin) {
      lines.push_back(line.part(begin, text_end));
    }
    begin = end;
  }
  return lines;
}

ValueOrReason wordwrap(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  const auto width = integer_argument(arguments, 0, "width", 79);
  if (!width || *width < 1) {
    return diagnostics::because(!width ? width.error() : "\"width\" is at least 1");
  }
  const std::string wrap = text_argument(arguments, 2, "wrapstring", "\n");
  const WrapOptions options{static_cast<std::size_t>(*width),
                            flag_argument(arguments, 1, "break_long_words", true),
                            flag_argument(arguments, 3, "break_on_hyphens", true)};
  std::string whole = printed(input);
  if (whole.ends_with('\n')) {
    whole.pop_back();
  }
  std::string out;
  const std::vector<std::string_view> lines = lines_of(whole);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += i > 0 ? wrap : std::string();
    const std::vector<std::string_view> parts = wrapped(Line(lines[i]), options);
    for (std::size_t part = 0; part < parts.size(); ++part) {
      out += part > 0 ? wrap : std::string();
      out += parts[part];
    }
  }
  return like(input, std::move(out));
}

constexpr std::string_view kWidth[] = {"width"};
constexpr std::string_view kIndent[] = {"width", "first", "blank"};
constexpr std::string_view kTruncate[] = {"length", "killwords", "end", "leeway"};
constexpr std::string_view kWrap[] = {"width", "break_long_words", "wrapstring",
                                      "break_on_hyphens"};

constexpr BuiltinFilter kFilters[] = {
    {"center", center, {0, kWidth, false}},
    {"indent", indent, {0, kIndent, false}},
    {"truncate", truncate, {0, kTruncate, false}},
    {"wordwrap", wordwrap, {0, kWrap, false}},
};

}  // namespace

std::span<const BuiltinFilter> layout_filters() {
  return kFilters;
}

}  // namespace jinja
