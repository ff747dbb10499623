#include "jinja/filter_arguments.hpp"
#include "jinja/filters.hpp"
#include "jinja/text_case.hpp"
#include "text/fit_lines.hpp"
#include "text/slug.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"
#include "values/text_pattern.hpp"
#include "values/value_operators.hpp"

#include <utility>

/// Filters that change the characters of a text, or part them.
namespace jinja {

using values::printed;
using values::Value;

namespace {

ValueOrReason upper(const Value& input, const Arguments& /*arguments*/, const CallSite& /*site*/) {
  return like(input, text::to_upper(printed(input)));
}

ValueOrReason lower(const Value& input, const Arguments& /*arguments*/, const CallSite& /*site*/) {
  return like(input, text::to_lower(printed(input)));
}

ValueOrReason capitalize(const Value& input, const Arguments& /*arguments*/,
                         const CallSite& /*site*/) {
  return like(input, capitalized(printed(input)));
}

ValueOrReason title(const Value& input, const Arguments& /*arguments*/, const CallSite& /*site*/) {
  return like(input, title_cased(printed(input)));
}

ValueOrReason trim(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  const Value chars = value_argument(arguments, 0, "chars");
  const std::string whole = printed(input);
  return like(input, std::string(chars.is_none() ? text::trim(whole)
                                                 : stripped(whole, printed(chars), Side::both)));
}

ValueOrReason replace(const Value& input, const Arguments& arguments, const CallSite& site) {
  const auto count = integer_argument(arguments, 2, "count", -1);
  if (!count) {
    return diagnostics::because(count.error());
  }
  const Value old_text = value_argument(arguments, 0, "old");
  const Value new_text = value_argument(arguments, 1, "new");
  const bool markup =
      site.autoescape && (input.is_trusted() || old_text.is_trusted() || new_text.is_trusted());
  if (!markup) {
    return Value::text(replaced(printed(input), printed(old_text), printed(new_text), *count));
  }
  return Value::text(replaced(escaped(input), printed(old_text), escaped(new_text), *count),
                     values::Safety::trusted);
}

ValueOrReason as_string(const Value& input, const Arguments& /*arguments*/,
                        const CallSite& /*site*/) {
  return like(input, printed(input));
}

ValueOrReason format(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  const Value pattern = input.kind() == values::Kind::text ? input : Value::text(printed(input));
  if (!arguments.names.empty()) {
    if (!arguments.positional.empty()) {
      return diagnostics::because("it takes arguments with names or without, not both");
    }
    values::Map named;
    for (std::size_t i = 0; i < arguments.names.size(); ++i) {
      named.set(std::string(arguments.names[i]), arguments.named[i]);
    }
    return values::fill_pattern(pattern, Value::map(std::move(named)));
  }
  return values::fill_pattern(pattern, Value::tuple(values::List(arguments.positional.begin(),
                                                                 arguments.positional.end())));
}

/// Words as runs of letters and digits; each Chinese character is a word of its own.
ValueOrReason wordcount(const Value& input, const Arguments& /*arguments*/,
                        const CallSite& /*site*/) {
  const std::string whole = printed(input);
  std::int64_t words = 0;
  bool inside = false;
  for (std::size_t i = 0; i < whole.size();) {
    const text::CodePoint point = text::code_point_at(whole, i);
    const bool han = text::is_han(point.value);
    const bool part = !han && (text::is_alphanumeric(point.value) || point.value == '_');
    words += han || (part && !inside) ? 1 : 0;
    inside = part;
    i += point.size;
  }
  return Value::integer(words);
}

/// A text as a part of an address.
ValueOrReason slug(const Value& input, const Arguments& /*arguments*/, const CallSite& /*site*/) {
  return Value::text(text::slugify(printed(input)));
}

/// A list, so that a template can place each line where no program breaks them.
ValueOrReason lines(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  const auto count = integer_argument(arguments, 0, "count", 1);
  const auto width = integer_argument(arguments, 1, "width", 79);
  if (!count || !width) {
    return diagnostics::because(!count ? count.error() : width.error());
  }
  if (*count < 1 || *width < 2) {
    return diagnostics::because(*count < 1 ? "\"count\" is at least 1" : "\"width\" is at least 2");
  }
  const text::LineRoom room{.lines = static_cast<std::size_t>(*count),
                            .columns = static_cast<std::size_t>(*width)};
  values::List fitted;
  for (std::string& line : text::fit_lines(printed(input), room)) {
    fitted.push_back(like(input, std::move(line)));
  }
  return Value::list(std::move(fitted));
}

constexpr std::string_view kChars[] = {"chars"};
constexpr std::string_view kLines[] = {"count", "width"};
constexpr std::string_view kReplace[] = {"old", "new", "count"};

constexpr BuiltinFilter kFilters[] = {
    {"upper", upper, {}},
    {"lower", lower, {}},
    {"capitalize", capitalize, {}},
    {"title", title, {}},
    {"trim", trim, {0, kChars, false}},
    {"replace", replace, {2, kReplace, false}},
    {"string", as_string, {}},
    {"format", format, {0, {}, true}},
    {"wordcount", wordcount, {}},
    {"slugify", slug, {}},
    {"lines", lines, {0, kLines, false}},
};

}  // namespace

std::span<const BuiltinFilter> text_filters() {
  return kFilters;
}

}  // namespace jinja
