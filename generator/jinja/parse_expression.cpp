#include "jinja/expression_parts.hpp"
#include "text/suggestion.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace jinja {

namespace {

using Kind = ExpressionKind;
using values::Value;

void resolve_test(TokenCursor& cursor, Expression& expression) {
  std::vector<std::string_view> names;
  for (const TestPredicate& test : builtin_tests()) {
    if (test.name == expression.name) {
      expression.test = &test;
      return;
    }
    names.push_back(test.name);
  }
  cursor.complain(expression.offset, "jinja/unknown-test",
                  "there is no test \"" + std::string(expression.name) + "\"",
                  text::did_you_mean(expression.name, names));
}

ExpressionPointer parse_unary(TokenCursor& cursor);

ExpressionPointer parse_power(TokenCursor& cursor) {
  ExpressionPointer left = parse_postfix(cursor);
  while (cursor.at_symbol("**")) {
    const std::size_t offset = cursor.take().offset;
    left = make(Kind::power, offset, std::move(left), parse_unary(cursor));
  }
  return left;
}

ExpressionPointer parse_unary(TokenCursor& cursor) {
  const std::size_t offset = cursor.peek().offset;
  if (!cursor.enter()) {
    return make_literal(Value::none(), offset);
  }
  ExpressionPointer expression;
  if (cursor.skip_symbol("-")) {
    expression = make(Kind::negative, offset, parse_unary(cursor));
  } else if (cursor.skip_symbol("+")) {
    expression = parse_unary(cursor);
  } else {
    expression = parse_power(cursor);
  }
  cursor.leave();
  return expression;
}

struct Operator {
  std::string_view symbol;
  Kind kind;
};

using ParseOperand = ExpressionPointer (*)(TokenCursor& cursor);

/// Operators of one precedence, from left to right.
template <std::size_t count>
ExpressionPointer parse_level(TokenCursor& cursor, const std::array<Operator, count>& operators,
                              ParseOperand operand) {
  ExpressionPointer left = operand(cursor);
  for (bool found = true; found && !cursor.failed();) {
    found = false;
    for (const Operator& one : operators) {
      if (cursor.at_symbol(one.symbol)) {
        const std::size_t offset = cursor.take().offset;
        left = make(one.kind, offset, std::move(left), operand(cursor));
        found = true;
        break;
      }
    }
  }
  return left;
}

ExpressionPointer parse_product(TokenCursor& cursor) {
  static constexpr std::array<Operator, 4> kOperators = {{{"*", Kind::multiply},
                                                          {"/", Kind::divide},
                                                          {"//", Kind::floor_divide},
                                                          {"%", Kind::modulo}}};
  return parse_level(cursor, kOperators, parse_unary);
}

ExpressionPointer parse_concatenation(TokenCursor& cursor) {
  static constexpr std::array<Operator, 1> kOperators = {{{"~", Kind::concatenate}}};
  return parse_level(cursor, kOperators, parse_product);
}

ExpressionPointer parse_sum(TokenCursor& cursor) {
  static constexpr std::array<Operator, 2> kOperators = {{{"+", Kind::add}, {"-", Kind::subtract}}};
  return parse_level(cursor, kOperators, parse_concatenation);
}

ExpressionPointer parse_test(TokenCursor& cursor, ExpressionPointer value) {
  const bool negated = cursor.skip_word("not");
  ExpressionPointer test = make(Kind::test, cursor.peek().offset, std::move(value));
  test->name = cursor.expect_name("the name of a test");
  if (cursor.at_symbol("(")) {
    parse_arguments(cursor, *test);
  } else {
    // `x is divisibleby 3`: one argument may stand without brackets.
    const Token& next = cursor.peek();
    const bool word = next.kind == TokenKind::name && next.text != "and" && next.text != "or" &&
                      next.text != "else" && next.text != "if" && next.text != "is" &&
                      next.text != "not" && next.text != "in";
    if (word || next.kind == TokenKind::string || next.kind == TokenKind::integer ||
        cursor.at_symbol("[")) {
      test->arguments.push_back(parse_postfix(cursor));
    }
  }
  if (!cursor.failed()) {
    resolve_test(cursor, *test);
  }
  const std::size_t offset = test->offset;
  return negated ? make(Kind::negation, offset, std::move(test)) : std::move(test);
}

/// Comparisons, `in` and `is`. A chain `a < b < c` compares neighbours; each side is pure, so the
/// middle may be evaluated twice.
ExpressionPointer parse_comparison(TokenCursor& cursor) {
  static constexpr std::array<Operator, 6> kOperators = {{{"==", Kind::equal},
                                                          {"!=", Kind::not_equal},
                                                          {"<=", Kind::less_equal},
                                                          {">=", Kind::greater_equal},
                                                          {"<", Kind::less},
                                                          {">", Kind::greater}}};
  ExpressionPointer left = parse_sum(cursor);
  while (!cursor.failed()) {
    const std::size_t offset = cursor.peek().offset;
    if (cursor.skip_word("is")) {
      left = parse_test(cursor, std::move(left));
      continue;
    }
    if (cursor.skip_word("in")) {
      left = make(Kind::in, offset, std::move(left), parse_sum(cursor));
      continue;
    }
    if (cursor.at_word("not") && cursor.peek(1).text == "in") {
      cursor.take();
      cursor.take();
      left =
          make(Kind::negation, offset, make(Kind::in, offset, std::move(left), parse_sum(cursor)));
      continue;
    }
    const auto* found = std::ranges::find_if(
        kOperators, [&cursor](const Operator& one) { return cursor.at_symbol(one.symbol); });
    if (found == kOperators.end()) {
      break;
    }
    cursor.take();
    left = make(found->kind, offset, std::move(left), parse_sum(cursor));
  }
  return left;
}

ExpressionPointer parse_not(TokenCursor& cursor) {
  const std::size_t offset = cursor.peek().offset;
  if (!cursor.at_word("not")) {
    return parse_comparison(cursor);
  }
  cursor.take();
  if (!cursor.enter()) {
    return make_literal(Value::none(), offset);
  }
  ExpressionPointer expression = make(Kind::negation, offset, parse_not(cursor));
  cursor.leave();
  return expression;
}

ExpressionPointer parse_and(TokenCursor& cursor) {
  ExpressionPointer left = parse_not(cursor);
  while (cursor.at_word("and")) {
    const std::size_t offset = cursor.take().offset;
    left = make(Kind::conjunction, offset, std::move(left), parse_not(cursor));
  }
  return left;
}

}  // namespace

ExpressionPointer parse_unconditional(TokenCursor& cursor) {
  ExpressionPointer left = parse_and(cursor);
  while (cursor.at_word("or")) {
    const std::size_t offset = cursor.take().offset;
    left = make(Kind::disjunction, offset, std::move(left), parse_and(cursor));
  }
  return left;
}

ExpressionPointer parse_expression(TokenCursor& cursor) {
  const std::size_t start = cursor.peek().offset;
  if (!cursor.enter()) {
    return make_literal(Value::none(), start);
  }
  ExpressionPointer value = parse_unconditional(cursor);
  while (!cursor.failed() && cursor.at_word("if")) {
    const std::size_t offset = cursor.take().offset;
    ExpressionPointer condition = parse_unconditional(cursor);
    ExpressionPointer other = make_literal(Value(), offset);
    if (cursor.skip_word("else")) {
      other = parse_expression(cursor);
    }
    ExpressionPointer conditional =
        make(Kind::conditional, offset, std::move(condition), std::move(value));
    conditional->operands.push_back(std::move(other));
    value = std::move(conditional);
  }
  cursor.leave();
  return value;
}

}  // namespace jinja
