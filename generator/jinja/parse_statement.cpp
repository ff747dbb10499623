#include "jinja/parser.hpp"
#include "text/suggestion.hpp"

#include <algorithm>
#include <array>

/// Text, output, and the tags of control flow and assignment.
namespace jinja {

namespace {

constexpr std::array<std::string_view, 18> kTags = {
    "if",    "for",     "set",     "with",   "filter", "do",    "autoescape", "break", "continue",
    "block", "extends", "include", "import", "from",   "macro", "call",       "raw",   "endraw"};

constexpr std::array<std::string_view, 10> kEndTags = {
    "endif",    "endfor",   "endset",  "endwith",       "endfilter",
    "endblock", "endmacro", "endcall", "endautoescape", "endraw"};

}  // namespace

Body Parser::parse() {
  Body body = parse_body({});
  if (!error_ && current().kind == TokenKind::tag_begin) {
    take();
    fail_unknown_tag();
  }
  return body;
}

bool Parser::at_one_of(std::initializer_list<std::string_view> words) const {
  return current().kind == TokenKind::tag_begin && ahead().kind == TokenKind::name &&
         std::ranges::find(words, ahead().text) != words.end();
}

Body Parser::parse_body(std::initializer_list<std::string_view> ends) {
  const Nesting nesting(*this);
  Body body;
  while (!error_ && current().kind != TokenKind::end && !at_one_of(ends)) {
    const std::uint32_t offset = current().offset;
    switch (current().kind) {
      case TokenKind::text:
        body.push_back({Text{take().text}, offset});
        break;
      case TokenKind::output_begin:
        take();
        body.push_back({Output{parse_tuple(Conditionals::yes)}, offset});
        if (current().kind != TokenKind::output_end) {
          fail_here("\"}}\"");
        }
        take();
        break;
      default:
        parse_tag(body);
    }
  }
  return body;
}

void Parser::parse_tag(Body& body) {
  using ParseFunction = Statement (Parser::*)();
  static constexpr std::array<std::pair<std::string_view, ParseFunction>, 16> kParsers = {{
      {"if", &Parser::parse_if},
      {"for", &Parser::parse_for},
      {"set", &Parser::parse_set},
      {"with", &Parser::parse_with},
      {"filter", &Parser::parse_filter_block},
      {"do", &Parser::parse_do},
      {"autoescape", &Parser::parse_autoescape},
      {"break", &Parser::parse_loop_control},
      {"continue", &Parser::parse_loop_control},
      {"block", &Parser::parse_block},
      {"extends", &Parser::parse_extends},
      {"include", &Parser::parse_include},
      {"import", &Parser::parse_import},
      {"from", &Parser::parse_from_import},
      {"macro", &Parser::parse_macro},
      {"call", &Parser::parse_call_block},
  }};
  take();
  const auto found = std::ranges::find(kParsers, current().text,
                                       &std::pair<std::string_view, ParseFunction>::first);
  if (current().kind != TokenKind::name || found == kParsers.end()) {
    fail_unknown_tag();
    return;
  }
  open_tags_.push_back({current().text, current().offset});
  const std::uint32_t offset = current().offset;
  Statement statement = (this->*found->second)();
  statement.offset = offset;
  open_tags_.pop_back();
  body.push_back(std::move(statement));
}

void Parser::fail_unknown_tag() {
  if (error_) {
    return;
  }
  const std::string tag(current().text);
  if (current().kind != TokenKind::name) {
    fail_here("the name of a tag");
    return;
  }
  const bool is_end = std::ranges::find(kEndTags, tag) != kEndTags.end();
  const bool known = is_end || tag == "else" || tag == "elif";
  if (!known) {
    std::vector<std::string_view> candidates(kTags.begin(), kTags.end());
    candidates.insert(candidates.end(), kEndTags.begin(), kEndTags.end());
    fail(current().offset, "there is no tag \"" + tag + "\"", text::did_you_mean(tag, candidates));
    return;
  }
  if (open_tags_.empty()) {
    fail(current().offset, "no tag is open that \"" + tag + "\" belongs to");
    return;
  }
  const std::string open(open_tags_.back().name);
  fail(current().offset, "\"" + tag + "\" does not belong to \"" + open + "\", which is still open",
       "close it with {% end" + open + " %} first");
}

void Parser::expect_tag_end(std::string_view tag) {
  if (current().kind == TokenKind::tag_end) {
    take();
    return;
  }
  fail_here("the end of \"" + std::string(tag) + "\"");
}

Body Parser::parse_body_until(std::string_view end) {
  Body body = parse_body({end});
  if (error_) {
    return body;
  }
  if (current().kind == TokenKind::end) {
    fail(open_tags_.back().offset,
         "this \"" + std::string(open_tags_.back().name) + "\" has no end",
         "close it with {% " + std::string(end) + " %}");
    return body;
  }
  take();
  take();
  return body;
}

Statement Parser::parse_if() {
  If node;
  const OpenTag open = open_tags_.back();
  do {
    take();
    Expression condition = parse_tuple(Conditionals::no);
    expect_tag_end("if");
    node.branches.push_back({std::move(condition), parse_body({"elif", "else", "endif"})});
    if (!error_ && current().kind == TokenKind::end) {
      fail(open.offset, "this \"if\" has no end", "close it with {% endif %}");
    }
    take();
  } while (!error_ && at_word("elif"));
  if (take_word("else")) {
    expect_tag_end("else");
    node.otherwise = parse_body_until("endif");
  } else if (!error_) {
    take();
  }
  expect_tag_end("endif");
  return {std::move(node)};
}

Statement Parser::parse_for() {
  For node;
  take();
  node.target = parse_target();
  if (!take_word("in")) {
    fail_here("\"in\"");
  }
  node.iterable = parse_tuple(Conditionals::no);
  if (take_word("if")) {
    node.filter = parse_expression();
  }
  node.recursive = take_word("recursive");
  expect_tag_end("for");
  ++loops_;
  node.body = parse_body({"else", "endfor"});
  --loops_;
  if (!error_ && current().kind == TokenKind::end) {
    fail(open_tags_.back().offset, "this \"for\" has no end", "close it with {% endfor %}");
  }
  take();
  if (take_word("else")) {
    expect_tag_end("else");
    node.otherwise = parse_body_until("endfor");
  } else {
    take();
  }
  expect_tag_end("endfor");
  return {std::move(node)};
}

Target Parser::parse_single_target() {
  const std::uint32_t offset = current().offset;
  if (take_symbol("(")) {
    Target inside = parse_target();
    expect_symbol(")", "to close the bracket");
    return inside;
  }
  Target target;
  target.offset = offset;
  target.name = expect_name("the name of a variable");
  static constexpr std::array<std::string_view, 8> kReserved = {"true",  "false", "none", "True",
                                                                "False", "None",  "loop", "not"};
  if (std::ranges::find(kReserved, target.name) != kReserved.end()) {
    fail(offset, "\"" + std::string(target.name) + "\" cannot be assigned to");
  }
  if (take_symbol(".")) {
    target.field = expect_name("the name of a namespace's field");
  }
  return target;
}

Target Parser::parse_target() {
  const Nesting nesting(*this);
  Target first = parse_single_target();
  if (!at_symbol(",")) {
    return first;
  }
  Target row;
  row.offset = first.offset;
  row.parts.push_back(std::move(first));
  while (take_symbol(",") && !at_symbol("=") && !at_tuple_end()) {
    row.parts.push_back(parse_single_target());
  }
  return row;
}

Expression Parser::parse_filter_chain() {
  const std::uint32_t start = current().offset;
  Expression chain = parse_filter(nullptr, start);
  while (take_symbol("|")) {
    chain = parse_filter(std::make_unique<Expression>(std::move(chain)), start);
  }
  return chain;
}

Statement Parser::parse_set() {
  take();
  Target target = parse_target();
  if (take_symbol("=")) {
    Set node{std::move(target), parse_tuple(Conditionals::yes)};
    expect_tag_end("set");
    return {std::move(node)};
  }
  SetBlock node{std::move(target), std::nullopt, {}};
  if (take_symbol("|")) {
    node.filters = parse_filter_chain();
  }
  if (current().kind != TokenKind::tag_end) {
    fail_here("\"=\" or the end of \"set\"");
  }
  expect_tag_end("set");
  node.body = parse_body_until("endset");
  expect_tag_end("endset");
  return {std::move(node)};
}

Statement Parser::parse_with() {
  With node;
  take();
  while (current().kind != TokenKind::tag_end && !error_) {
    Target target = parse_target();
    expect_symbol("=", "behind the variable's name");
    node.assignments.emplace_back(std::move(target), parse_expression());
    if (!take_symbol(",")) {
      break;
    }
  }
  expect_tag_end("with");
  node.body = parse_body_until("endwith");
  expect_tag_end("endwith");
  return {std::move(node)};
}

Statement Parser::parse_filter_block() {
  take();
  FilterBlock node{parse_filter_chain(), {}};
  expect_tag_end("filter");
  node.body = parse_body_until("endfilter");
  expect_tag_end("endfilter");
  return {std::move(node)};
}

Statement Parser::parse_do() {
  take();
  Do node{parse_tuple(Conditionals::yes)};
  expect_tag_end("do");
  return {std::move(node)};
}

Statement Parser::parse_autoescape() {
  take();
  Autoescape node{parse_expression(), {}};
  expect_tag_end("autoescape");
  node.body = parse_body_until("endautoescape");
  expect_tag_end("endautoescape");
  return {std::move(node)};
}

Statement Parser::parse_loop_control() {
  const Token& word = take();
  if (loops_ == 0) {
    fail(word.offset, "\"" + std::string(word.text) + "\" stands outside of every loop");
  }
  expect_tag_end(word.text);
  return {word.text == "break" ? LoopControl::break_loop : LoopControl::continue_loop};
}

}  // namespace jinja
