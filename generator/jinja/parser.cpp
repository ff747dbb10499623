#include "jinja/parser.hpp"

#include <algorithm>

namespace jinja {

Parser::Nesting::Nesting(Parser& parser) : parser_(parser) {
  if (++parser_.nesting_ > kMaxNesting) {
    parser_.fail(parser_.current().offset, "this is nested too deeply",
                 "at most " + std::to_string(kMaxNesting) + " levels are allowed");
  }
}

const Token& Parser::ahead() const {
  return tokens_[std::min(position_ + 1, tokens_.size() - 1)];
}

const Token& Parser::take() {
  const Token& token = tokens_[position_];
  position_ = std::min(position_ + 1, tokens_.size() - 1);
  return token;
}

bool Parser::at_symbol(std::string_view symbol) const {
  return current().kind == TokenKind::symbol && current().text == symbol;
}

bool Parser::at_word(std::string_view word) const {
  return current().kind == TokenKind::name && current().text == word;
}

bool Parser::take_symbol(std::string_view symbol) {
  const bool there = at_symbol(symbol);
  if (there) {
    take();
  }
  return there;
}

bool Parser::take_word(std::string_view word) {
  const bool there = at_word(word);
  if (there) {
    take();
  }
  return there;
}

bool Parser::expect_symbol(std::string_view symbol, std::string_view after) {
  if (take_symbol(symbol)) {
    return true;
  }
  fail_here("\"" + std::string(symbol) + "\" " + std::string(after));
  return false;
}

std::string_view Parser::expect_name(std::string_view what) {
  if (current().kind == TokenKind::name) {
    return take().text;
  }
  fail_here(what);
  return {};
}

void Parser::fail(std::uint32_t offset, std::string message, std::string remedy) {
  if (!error_) {
    error_ = SyntaxError{offset, std::move(message), std::move(remedy)};
  }
  position_ = tokens_.size() - 1;
}

std::string Parser::describe_current() const {
  switch (current().kind) {
    case TokenKind::end:
      return "the end of the template";
    case TokenKind::tag_end:
    case TokenKind::output_end:
      return "the end of the tag";
    case TokenKind::text:
      return "text";
    default:
      return "\"" + std::string(current().text) + "\"";
  }
}

void Parser::fail_here(std::string_view expected) {
  fail(current().offset, "here should be " + std::string(expected) + ", not " + describe_current());
}

}  // namespace jinja
