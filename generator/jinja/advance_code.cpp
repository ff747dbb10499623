#include "jinja/advance_code.hpp"

#include <algorithm>
#include <array>

/// Scripts and styles, as far as it matters which characters end a string or a comment.
namespace jinja {

namespace {

using Code = MarkupContext::Code;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Words behind which a `/` begins a regular expression.
bool is_operator_word(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kWords = {
      "return", "typeof", "case",  "in",  "of",         "do",    "else",
      "void",   "delete", "throw", "new", "instanceof", "yield", "await"};
  return std::ranges::find(kWords, word) != kWords.end();
}

constexpr std::size_t kLongestWord = 12;
/// Braces that are deeper than this are not followed.
constexpr std::size_t kDeepestNesting = 32;

/// The end of a string or of a regular expression: `ends` says which character ends it.
bool leaves_literal(MarkupContext& context, char c, char end) {
  if (context.escaped) {
    context.escaped = false;
    return false;
  }
  context.escaped = c == '\\';
  return c == end;
}

/// Takes a comment's end: `*/` wherever its two characters stand.
bool leaves_comment(MarkupContext& context, char c) {
  const bool ends = c == '/' && context.tail == "*";
  context.tail = c == '*' ? "*" : "";
  return ends;
}

void enter(MarkupContext& context, Code code) {
  context.code = code;
  context.tail.clear();
  context.escaped = false;
}

void leave_literal(MarkupContext& context) {
  enter(context, Code::script);
  context.operand = false;
}

void advance_braces(MarkupContext& context, char c) {
  if (c == '{') {
    context.nesting += context.nesting.size() < kDeepestNesting ? "{" : "";
  } else if (!context.nesting.empty()) {
    const char opened = context.nesting.back();
    context.nesting.pop_back();
    if (opened == '`') {
      enter(context, Code::script_template);
    }
  }
}

/// A `/` waits in `tail` for the character behind it.
void advance_behind_slash(MarkupContext& context, char c) {
  if (c == '/') {
    enter(context, Code::script_line_comment);
  } else if (c == '*') {
    enter(context, Code::script_block_comment);
  } else if (context.operand) {
    enter(context, Code::script_regex);
    advance_code(context, c);
  } else {
    context.operand = true;
    context.tail.clear();
    advance_code(context, c);
  }
}

void advance_script(MarkupContext& context, char c) {
  if (context.tail == "/") {
    advance_behind_slash(context, c);
    return;
  }
  if (is_word(c)) {
    // Only short words matter, and contexts must not grow without end.
    context.tail += context.tail.size() < kLongestWord ? std::string(1, c) : std::string();
    context.operand = false;
    return;
  }
  if (!context.tail.empty()) {
    context.operand = is_operator_word(context.tail);
    context.tail.clear();
  }
  switch (c) {
    case '"':
      enter(context, Code::script_double);
      return;
    case '\'':
      enter(context, Code::script_single);
      return;
    case '`':
      enter(context, Code::script_template);
      return;
    case '/':
      context.tail = "/";
      return;
    default:
      break;
  }
  if (!is_blank(c)) {
    context.operand = c != ')' && c != ']' && c != '}';
  }
  if (c == '{' || c == '}') {
    advance_braces(context, c);
  }
}

void advance_template(MarkupContext& context, char c) {
  const bool dollar = context.tail == "$" && c == '{';
  context.tail = c == '$' && !context.escaped ? "$" : "";
  if (dollar && context.nesting.size() < kDeepestNesting) {
    context.nesting += '`';
    enter(context, Code::script);
    context.operand = true;
  } else if (leaves_literal(context, c, '`')) {
    leave_literal(context);
  }
}

void advance_regex(MarkupContext& context, char c) {
  const bool was_escaped = context.escaped;
  if (c == '\n') {
    leave_literal(context);
  } else if (leaves_literal(context, c, '/')) {
    leave_literal(context);
  } else if (c == '[' && !was_escaped) {
    context.code = Code::script_regex_class;
  }
}

void advance_style(MarkupContext& context, char c) {
  if (context.tail == "/" && c == '*') {
    enter(context, Code::style_comment);
    return;
  }
  const bool after_url = context.tail == "url(";
  switch (c) {
    case '"':
    case '\'':
      enter(context, c == '"' ? Code::style_double : Code::style_single);
      context.style_url = after_url;
      return;
    default:
      break;
  }
  if (after_url && !is_blank(c)) {
    enter(context, c == ')' ? Code::style : Code::style_url);
    return;
  }
  if (after_url) {
    return;
  }
  const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  // "url(" is remembered letter by letter, a `/` for the `*` behind it.
  static constexpr std::string_view kUrl = "url(";
  context.tail += lower;
  if (!kUrl.starts_with(context.tail)) {
    context.tail = lower == '/' ? "/" : lower == 'u' ? "u" : "";
  }
}

void advance_style_string(MarkupContext& context, char c, char end) {
  if (leaves_literal(context, c, end)) {
    const bool address = context.style_url;
    context.style_url = false;
    enter(context, address ? Code::style_url : Code::style);
  }
}

}  // namespace

void advance_code(MarkupContext& context, char c) {
  switch (context.code) {
    case Code::script:
      advance_script(context, c);
      return;
    case Code::script_double:
      // A line break ends a broken string, as it does for the browser.
      if (leaves_literal(context, c, '"') || (c == '\n' && !context.escaped)) {
        leave_literal(context);
      }
      return;
    case Code::script_single:
      if (leaves_literal(context, c, '\'') || (c == '\n' && !context.escaped)) {
        leave_literal(context);
      }
      return;
    case Code::script_template:
      advance_template(context, c);
      return;
    case Code::script_regex:
      advance_regex(context, c);
      return;
    case Code::script_regex_class:
      if (leaves_literal(context, c, ']')) {
        context.code = Code::script_regex;
      }
      return;
    case Code::script_line_comment:
      if (c == '\n' || c == '\r') {
        enter(context, Code::script);
      }
      return;
    case Code::script_block_comment:
      if (leaves_comment(context, c)) {
        enter(context, Code::script);
      }
      return;
    case Code::json:
      context.code = c == '"' ? Code::json_string : Code::json;
      return;
    case Code::json_string:
      if (leaves_literal(context, c, '"')) {
        context.code = Code::json;
      }
      return;
    case Code::style:
      advance_style(context, c);
      return;
    case Code::style_double:
      advance_style_string(context, c, '"');
      return;
    case Code::style_single:
      advance_style_string(context, c, '\'');
      return;
    case Code::style_url:
      if (c == ')') {
        enter(context, Code::style);
      }
      return;
    case Code::style_comment:
      if (leaves_comment(context, c)) {
        enter(context, Code::style);
      }
      return;
    case Code::none:
      return;
  }
}

}  // namespace jinja
