#pragma once

#include "jinja/parser.hpp"
#include "jinja/syntax_tree.hpp"

#include <cstddef>
#include <utility>

// For this folder only: what both halves of the expression parser are written with.
namespace jinja {

inline ExpressionPointer make(ExpressionKind kind, std::size_t offset) {
  auto expression = std::make_unique<Expression>();
  expression->kind = kind;
  expression->offset = offset;
  return expression;
}

inline ExpressionPointer make(ExpressionKind kind, std::size_t offset, ExpressionPointer operand) {
  ExpressionPointer expression = make(kind, offset);
  expression->operands.push_back(std::move(operand));
  return expression;
}

inline ExpressionPointer make(ExpressionKind kind, std::size_t offset, ExpressionPointer left,
                              ExpressionPointer right) {
  ExpressionPointer expression = make(kind, offset, std::move(left));
  expression->operands.push_back(std::move(right));
  return expression;
}

inline ExpressionPointer make_literal(values::Value value, std::size_t offset) {
  ExpressionPointer expression = make(ExpressionKind::literal, offset);
  expression->literal = std::move(value);
  return expression;
}

/// A name, literal or bracket, and what is tied to it: fields, indices, calls and filters.
[[nodiscard]] ExpressionPointer parse_postfix(TokenCursor& cursor);

/// `(a, b=c)` behind a call, a filter or a test.
void parse_arguments(TokenCursor& cursor, Expression& call);

}  // namespace jinja
