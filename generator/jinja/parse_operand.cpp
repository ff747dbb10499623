#include "jinja/parser.hpp"
#include "jinja/string_literal.hpp"

#include <algorithm>
#include <charconv>

/// What operators stand between: literals, names, calls, subscripts, filters and tests.
namespace jinja {

namespace {

ExpressionPointer boxed(Expression expression) {
  return std::make_unique<Expression>(std::move(expression));
}

std::string without_underscores(std::string_view digits) {
  std::string plain(digits);
  std::erase(plain, '_');
  return plain;
}

}  // namespace

Expression Parser::parse_primary() {
  switch (current().kind) {
    case TokenKind::name:
      return parse_name_or_constant();
    case TokenKind::string:
      return parse_string();
    case TokenKind::integer:
    case TokenKind::real:
      return parse_number();
    default:
      break;
  }
  if (at_symbol("(")) {
    return parse_bracketed();
  }
  if (at_symbol("[")) {
    return parse_list();
  }
  if (at_symbol("{")) {
    return parse_map();
  }
  fail_here("a value");
  return {};
}

Expression Parser::parse_name_or_constant() {
  const Token& token = take();
  const auto literal = [&token](values::Value value) {
    return Expression{Literal{std::move(value)}, token.offset, token.offset};
  };
  if (token.text == "true" || token.text == "True") {
    return literal(values::Value::boolean(true));
  }
  if (token.text == "false" || token.text == "False") {
    return literal(values::Value::boolean(false));
  }
  if (token.text == "none" || token.text == "None") {
    return literal(values::Value::none());
  }
  return {Name{token.text}, token.offset, token.offset};
}

Expression Parser::parse_string() {
  const std::uint32_t offset = current().offset;
  std::string text;
  // Neighbouring strings are one, as in Python.
  while (current().kind == TokenKind::string) {
    const Token& token = take();
    append_string_literal(text, token.text.substr(1, token.text.size() - 2));
  }
  return {Literal{values::Value::text(std::move(text))}, offset, offset};
}

Expression Parser::parse_number() {
  const Token& token = take();
  const std::string digits = without_underscores(token.text);
  if (token.kind == TokenKind::real) {
    double value = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (result.ec == std::errc::result_out_of_range) {
      fail(token.offset, "this number is too large or too small");
    }
    return {Literal{values::Value::real(value)}, token.offset, token.offset};
  }
  int base = 10;
  std::string_view significant = digits;
  if (digits.size() > 1 && digits[0] == '0' && digits.find_first_not_of('0') != std::string::npos) {
    const char letter = static_cast<char>(digits[1] | 0x20);
    base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
    significant.remove_prefix(2);
  }
  if (base == 0) {
    fail(token.offset, "a number does not begin with 0", "octal numbers are written 0o17");
    return {};
  }
  std::int64_t value = 0;
  const auto result =
      std::from_chars(significant.data(), significant.data() + significant.size(), value, base);
  if (result.ec != std::errc()) {
    double large = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), large);
    return {Literal{values::Value::real(large)}, token.offset, token.offset};
  }
  return {Literal{values::Value::integer(value)}, token.offset, token.offset};
}

Expression Parser::parse_bracketed() {
  const std::uint32_t offset = take().offset;
  if (take_symbol(")")) {
    return {ListLiteral{{}, true}, offset, offset};
  }
  Expression inside = parse_tuple(Conditionals::yes);
  expect_symbol(")", "to close the bracket");
  inside.start = offset;
  return inside;
}

Expression Parser::parse_list() {
  const std::uint32_t offset = take().offset;
  ListLiteral list;
  while (!at_symbol("]") && !error_) {
    list.items.push_back(parse_expression());
    if (!take_symbol(",")) {
      break;
    }
  }
  expect_symbol("]", "to close the list");
  return {std::move(list), offset, offset};
}

Expression Parser::parse_map() {
  const std::uint32_t offset = take().offset;
  MapLiteral map;
  while (!at_symbol("}") && !error_) {
    Expression key = parse_expression();
    expect_symbol(":", "between a key and its value");
    map.members.push_back({std::move(key), parse_expression()});
    if (!take_symbol(",")) {
      break;
    }
  }
  expect_symbol("}", "to close the map");
  return {std::move(map), offset, offset};
}

Expression Parser::parse_postfix(Expression expression) {
  for (;;) {
    const std::uint32_t start = expression.start;
    if (at_symbol(".")) {
      take();
      const Token& name = take();
      if (name.kind == TokenKind::name) {
        expression = {Attribute{boxed(std::move(expression)), name.text}, name.offset, start};
      } else if (name.kind == TokenKind::integer) {
        std::int64_t index = 0;
        std::from_chars(name.text.data(), name.text.data() + name.text.size(), index);
        Expression literal{Literal{values::Value::integer(index)}, name.offset, name.offset};
        expression = {Item{boxed(std::move(expression)), boxed(std::move(literal))}, name.offset,
                      start};
      } else {
        fail(name.offset, "behind a dot stands a name or a number");
        return {};
      }
    } else if (at_symbol("[")) {
      expression = parse_subscript(std::move(expression));
    } else if (at_symbol("(")) {
      const std::uint32_t offset = expression.offset;
      ArgumentList arguments = parse_arguments();
      expression = {Call{boxed(std::move(expression)), std::move(arguments)}, offset, start};
    } else {
      return expression;
    }
  }
}

Expression Parser::parse_subscript(Expression object) {
  const std::uint32_t start = object.start;
  take();
  const std::uint32_t offset = current().offset;
  Slice slice;
  bool is_slice = false;
  ExpressionPointer index;
  if (!at_symbol(":")) {
    index = boxed(parse_tuple(Conditionals::yes));
  }
  ExpressionPointer* const bounds[] = {&slice.stop, &slice.step};
  for (ExpressionPointer* const bound : bounds) {
    if (!take_symbol(":")) {
      break;
    }
    is_slice = true;
    if (!at_symbol(":") && !at_symbol("]")) {
      *bound = boxed(parse_expression());
    }
  }
  expect_symbol("]", "to close the subscript");
  if (!is_slice) {
    return {Item{boxed(std::move(object)), std::move(index)}, offset, start};
  }
  slice.start = std::move(index);
  slice.object = boxed(std::move(object));
  return {std::move(slice), offset, start};
}

Expression Parser::parse_filters_and_tests(Expression expression) {
  for (;;) {
    const std::uint32_t start = expression.start;
    if (take_symbol("|")) {
      expression = parse_filter(boxed(std::move(expression)), start);
    } else if (at_word("is")) {
      take();
      expression = parse_test(std::move(expression));
    } else if (at_symbol("(")) {
      const std::uint32_t offset = expression.offset;
      ArgumentList arguments = parse_arguments();
      expression = {Call{boxed(std::move(expression)), std::move(arguments)}, offset, start};
    } else {
      return expression;
    }
  }
}

std::string_view Parser::parse_dotted_name(std::string_view what) {
  const std::string_view first = expect_name(what);
  std::string_view last = first;
  while (!error_ && at_symbol(".") && ahead().kind == TokenKind::name) {
    take();
    last = take().text;
  }
  const auto size = static_cast<std::size_t>(last.data() + last.size() - first.data());
  return error_ ? std::string_view() : std::string_view(first.data(), size);
}

Expression Parser::parse_filter(ExpressionPointer input, std::uint32_t start) {
  const std::uint32_t offset = current().offset;
  Filter filter{std::move(input), parse_dotted_name("the name of a filter"), {}};
  if (at_symbol("(")) {
    filter.arguments = parse_arguments();
  }
  return {std::move(filter), offset, start};
}

bool Parser::at_bare_test_argument() const {
  switch (current().kind) {
    case TokenKind::name:
      return !at_word("else") && !at_word("or") && !at_word("and") && !at_word("is") &&
             !at_word("if") && !at_word("in") && !at_word("not");
    case TokenKind::string:
    case TokenKind::integer:
    case TokenKind::real:
      return true;
    default:
      return at_symbol("[") || at_symbol("{");
  }
}

Expression Parser::parse_test(Expression input) {
  const bool negated = take_word("not");
  const std::uint32_t offset = current().offset;
  const std::uint32_t start = input.start;
  Test test{boxed(std::move(input)), parse_dotted_name("the name of a test"), {}, negated};
  if (at_symbol("(")) {
    test.arguments = parse_arguments();
  } else if (at_bare_test_argument()) {
    test.arguments.positional.push_back(parse_postfix(parse_primary()));
  } else if (at_word("is")) {
    fail_here("the end of the test");
    error_->remedy = "join tests with `and`";
  }
  return {std::move(test), offset, start};
}

ArgumentList Parser::parse_arguments() {
  const Nesting nesting(*this);
  ArgumentList arguments;
  take();
  while (!at_symbol(")") && !error_) {
    parse_argument(arguments);
    if (!take_symbol(",")) {
      break;
    }
  }
  expect_symbol(")", "to close the arguments");
  return arguments;
}

void Parser::parse_argument(ArgumentList& arguments) {
  const std::uint32_t offset = current().offset;
  if (arguments.spread_map != nullptr) {
    fail(offset, "no argument may stand behind **");
  } else if (take_symbol("**")) {
    arguments.spread_map = boxed(parse_expression());
  } else if (take_symbol("*")) {
    if (arguments.spread_list != nullptr) {
      fail(offset, "only one * may stand among the arguments");
    }
    arguments.spread_list = boxed(parse_expression());
  } else if (current().kind == TokenKind::name && ahead().kind == TokenKind::symbol &&
             ahead().text == "=") {
    const std::string_view name = take().text;
    take();
    const auto has_name = [name](const auto& argument) { return argument.name == name; };
    if (std::ranges::any_of(arguments.named, has_name)) {
      fail(offset, "the argument \"" + std::string(name) + "\" is given twice");
    }
    arguments.named.push_back({name, parse_expression()});
  } else if (!arguments.named.empty() || arguments.spread_list != nullptr) {
    fail(offset, "arguments without a name stand before those with one");
  } else {
    arguments.positional.push_back(parse_expression());
  }
}

}  // namespace jinja
