#include "jinja/parser.hpp"

#include <array>

/// Expressions, by precedence from the weakest operator to the strongest.
namespace jinja {

namespace {

ExpressionPointer boxed(Expression expression) {
  return std::make_unique<Expression>(std::move(expression));
}

}  // namespace

Expression Parser::parse_expression(Conditionals conditionals) {
  const Nesting nesting(*this);
  Expression expression = parse_or();
  while (conditionals == Conditionals::yes && at_word("if")) {
    const std::uint32_t offset = take().offset;
    const std::uint32_t start = expression.start;
    Conditional node{boxed(parse_or()), boxed(std::move(expression)), nullptr};
    if (take_word("else")) {
      node.otherwise = boxed(parse_expression());
    }
    expression = {std::move(node), offset, start};
  }
  return expression;
}

bool Parser::at_tuple_end() const {
  switch (current().kind) {
    case TokenKind::tag_end:
    case TokenKind::output_end:
    case TokenKind::end:
      return true;
    case TokenKind::symbol:
      return current().text == ")";
    default:
      return at_word("in") || at_word("recursive");
  }
}

Expression Parser::parse_tuple(Conditionals conditionals) {
  Expression first = parse_expression(conditionals);
  if (!at_symbol(",")) {
    return first;
  }
  const std::uint32_t start = first.start;
  ListLiteral tuple{{}, true};
  tuple.items.push_back(std::move(first));
  while (take_symbol(",") && !at_tuple_end()) {
    tuple.items.push_back(parse_expression(conditionals));
  }
  return {std::move(tuple), start, start};
}

Expression Parser::parse_or() {
  Expression left = parse_and();
  while (at_word("or")) {
    const std::uint32_t offset = take().offset;
    const std::uint32_t start = left.start;
    left = {Logic{LogicOperator::logical_or, boxed(std::move(left)), boxed(parse_and())}, offset,
            start};
  }
  return left;
}

Expression Parser::parse_and() {
  Expression left = parse_not();
  while (at_word("and")) {
    const std::uint32_t offset = take().offset;
    const std::uint32_t start = left.start;
    left = {Logic{LogicOperator::logical_and, boxed(std::move(left)), boxed(parse_not())}, offset,
            start};
  }
  return left;
}

Expression Parser::parse_not() {
  if (!at_word("not")) {
    return parse_comparison();
  }
  const Nesting nesting(*this);
  const std::uint32_t offset = take().offset;
  return {Unary{UnaryOperator::logical_not, boxed(parse_not())}, offset, offset};
}

std::optional<Comparator> Parser::take_comparator() {
  static constexpr std::array<std::pair<std::string_view, Comparator>, 6> kSymbols = {{
      {"==", Comparator::equal},
      {"!=", Comparator::not_equal},
      {"<", Comparator::less},
      {"<=", Comparator::less_equal},
      {">", Comparator::greater},
      {">=", Comparator::greater_equal},
  }};
  for (const auto& [symbol, comparator] : kSymbols) {
    if (take_symbol(symbol)) {
      return comparator;
    }
  }
  if (take_word("in")) {
    return Comparator::in;
  }
  if (at_word("not") && ahead().kind == TokenKind::name && ahead().text == "in") {
    take();
    take();
    return Comparator::not_in;
  }
  return std::nullopt;
}

Expression Parser::parse_comparison() {
  Expression first = parse_sum();
  const std::uint32_t start = first.start;
  const std::uint32_t offset = current().offset;
  std::vector<ComparisonStep> rest;
  while (const std::optional<Comparator> comparator = take_comparator()) {
    rest.push_back({*comparator, parse_sum()});
  }
  if (rest.empty()) {
    return first;
  }
  return {Comparison{boxed(std::move(first)), std::move(rest)}, offset, start};
}

Expression Parser::parse_sum() {
  Expression left = parse_concatenation();
  while (at_symbol("+") || at_symbol("-")) {
    const Token& sign = take();
    const auto operation =
        sign.text == "+" ? values::Arithmetic::add : values::Arithmetic::subtract;
    const std::uint32_t start = left.start;
    left = {Binary{operation, boxed(std::move(left)), boxed(parse_concatenation())}, sign.offset,
            start};
  }
  return left;
}

Expression Parser::parse_concatenation() {
  Expression first = parse_product();
  if (!at_symbol("~")) {
    return first;
  }
  const std::uint32_t offset = current().offset;
  const std::uint32_t start = first.start;
  Concatenation node;
  node.parts.push_back(std::move(first));
  while (take_symbol("~")) {
    node.parts.push_back(parse_product());
  }
  return {std::move(node), offset, start};
}

Expression Parser::parse_product() {
  static constexpr std::array<std::pair<std::string_view, values::Arithmetic>, 4> kOperators = {{
      {"*", values::Arithmetic::multiply},
      {"/", values::Arithmetic::divide},
      {"//", values::Arithmetic::floor_divide},
      {"%", values::Arithmetic::modulo},
  }};
  Expression left = parse_power();
  for (bool found = true; found;) {
    found = false;
    for (const auto& [symbol, operation] : kOperators) {
      if (at_symbol(symbol)) {
        const std::uint32_t offset = take().offset;
        const std::uint32_t start = left.start;
        left = {Binary{operation, boxed(std::move(left)), boxed(parse_power())}, offset, start};
        found = true;
        break;
      }
    }
  }
  return left;
}

Expression Parser::parse_power() {
  Expression left = parse_unary(Filters::yes);
  while (at_symbol("**")) {
    const std::uint32_t offset = take().offset;
    const std::uint32_t start = left.start;
    left = {
        Binary{values::Arithmetic::power, boxed(std::move(left)), boxed(parse_unary(Filters::yes))},
        offset, start};
  }
  return left;
}

Expression Parser::parse_unary(Filters filters) {
  const Nesting nesting(*this);
  Expression expression;
  if (at_symbol("-") || at_symbol("+")) {
    const Token& sign = take();
    const auto operation = sign.text == "-" ? UnaryOperator::negate : UnaryOperator::plus;
    expression = {Unary{operation, boxed(parse_unary(Filters::no))}, sign.offset, sign.offset};
  } else {
    expression = parse_primary();
  }
  expression = parse_postfix(std::move(expression));
  return filters == Filters::yes ? parse_filters_and_tests(std::move(expression))
                                 : std::move(expression);
}

}  // namespace jinja
