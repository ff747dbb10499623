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
    // The empty line behind a final line break is none.
    const bool after_end = i > 0 && i + 1 == lines.size() && lines[i].empty();
    const bool wanted = i == 0 ? first : (blank || !lines[i].empty()) && !after_end;
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
  const std::string whole = printed(input);
  const std::size_t kept =
      text::grapheme_prefix_size(whole, static_cast<std::size_t>(*length + *leeway));
  if (kept == whole.size()) {
    return input;
  }
  std::string cut = whole.substr(
      0, text::grapheme_prefix_size(whole, static_cast<std::size_t>(*length - end_size)));
  if (!flag_argument(arguments, 1, "killwords", false)) {
    cut = cut.substr(0, cut.rfind(' '));
  }
  return like(input, cut + end);
}

/// Breaks lines as Python's textwrap does: between words, and after hyphens if asked for.
class Wrapper {
 public:
  Wrapper(std::size_t width, bool break_long, bool break_hyphens, std::string_view wrap)
      : width_(width), break_long_(break_long), break_hyphens_(break_hyphens), wrap_(wrap) {}

  void add_paragraph(std::string_view paragraph) {
    std::size_t start = 0;
    while (start < paragraph.size()) {
      const std::size_t word = std::min(paragraph.find_first_not_of(' ', start), paragraph.size());
      blanks_ += word - start;
      const std::size_t end = std::min(paragraph.find(' ', word), paragraph.size());
      add_word(paragraph.substr(word, end - word));
      start = end;
    }
    out_ += line_;
    line_.clear();
    line_size_ = 0;
    blanks_ = 0;
  }

  std::string out_;

 private:
  void add_word(std::string_view word) {
    while (!word.empty()) {
      std::size_t end = word.size();
      if (break_hyphens_) {
        const std::size_t hyphen = word.find('-', 1);
        end = hyphen == std::string_view::npos ? end : hyphen + 1;
      }
      add_chunk(word.substr(0, end));
      word.remove_prefix(end);
    }
  }

  void add_chunk(std::string_view chunk) {
    std::size_t size = text::count_code_points(chunk);
    if (line_size_ + blanks_ + size > width_ && line_size_ > 0) {
      break_line();
    }
    while (break_long_ && size > width_ - std::min(width_ - 1, line_size_ + blanks_)) {
      const std::size_t room = std::max<std::size_t>(1, width_ - line_size_ - blanks_);
      std::size_t bytes = 0;
      for (std::size_t i = 0; i < room && bytes < chunk.size(); ++i) {
        bytes += text::code_point_at(chunk, bytes).size;
      }
      append(chunk.substr(0, bytes), room);
      chunk.remove_prefix(bytes);
      size -= std::min(size, room);
      if (chunk.empty()) {
        return;
      }
      break_line();
    }
    append(chunk, size);
  }

  void append(std::string_view piece, std::size_t size) {
    line_.append(blanks_, ' ');
    line_ += piece;
    line_size_ += blanks_ + size;
    blanks_ = 0;
  }

  void break_line() {
    out_ += line_;
    out_ += wrap_;
    line_.clear();
    line_size_ = 0;
    blanks_ = 0;
  }

  std::size_t width_;
  bool break_long_;
  bool break_hyphens_;
  std::string_view wrap_;
  std::string line_;
  std::size_t line_size_ = 0;
  std::size_t blanks_ = 0;
};

ValueOrReason wordwrap(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  const auto width = integer_argument(arguments, 0, "width", 79);
  if (!width || *width < 1) {
    return diagnostics::because(!width ? width.error() : "\"width\" is at least 1");
  }
  const std::string wrap = text_argument(arguments, 2, "wrapstring", "\n");
  Wrapper wrapper(static_cast<std::size_t>(*width),
                  flag_argument(arguments, 1, "break_long_words", true),
                  flag_argument(arguments, 3, "break_on_hyphens", true), wrap);
  const std::string whole = printed(input);
  const std::vector<std::string_view> lines = lines_of(whole);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    wrapper.out_ += i > 0 ? wrap : std::string();
    wrapper.add_paragraph(lines[i]);
  }
  return like(input, std::move(wrapper.out_));
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
