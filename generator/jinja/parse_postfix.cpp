#include "jinja/expression_parts.hpp"
#include "text/suggestion.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace jinja {

namespace {

using Kind = ExpressionKind;
using values::Value;

/// The text between the quotes, its escapes decoded.
std::string decoded(std::string_view quoted) {
  std::string text;
  for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
    if (quoted[i] != '\\' || i + 2 >= quoted.size()) {
      text.push_back(quoted[i]);
      continue;
    }
    const char c = quoted[++i];
    switch (c) {
      case 'n':
        text.push_back('\n');
        break;
      case 't':
        text.push_back('\t');
        break;
      case 'r':
        text.push_back('\r');
        break;
      case '\\':
      case '"':
      case '\'':
        text.push_back(c);
        break;
      default:
        text.push_back('\\');
        text.push_back(c);
    }
  }
  return text;
}

Value number_from(const Token& token) {
  std::string digits;
  for (const char c : token.text) {
    if (c != '_') {
      digits.push_back(c);
    }
  }
  if (token.kind == TokenKind::integer) {
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return Value::integer(value);
  }
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return Value::real(value);
}

ExpressionPointer parse_list(TokenCursor& cursor, std::string_view close) {
  ExpressionPointer list = make(Kind::list, cursor.peek().offset);
  while (!cursor.failed() && !cursor.at_symbol(close)) {
    list->operands.push_back(parse_expression(cursor));
    if (!cursor.skip_symbol(",")) {
      break;
    }
  }
  cursor.expect_symbol(close, "after the list");
  return list;
}

ExpressionPointer parse_map(TokenCursor& cursor) {
  ExpressionPointer map = make(Kind::map, cursor.peek().offset);
  while (!cursor.failed() && !cursor.at_symbol("}")) {
    map->operands.push_back(parse_expression(cursor));
    cursor.expect_symbol(":", "between a key and its value");
    map->operands.push_back(parse_expression(cursor));
    if (!cursor.skip_symbol(",")) {
      break;
    }
  }
  cursor.expect_symbol("}", "after the map");
  return map;
}

/// `(a)`, or the tuple `(a, b)`, which is a list here.
ExpressionPointer parse_parenthesised(TokenCursor& cursor) {
  const std::size_t offset = cursor.peek().offset;
  if (cursor.at_symbol(")")) {
    cursor.take();
    return make(Kind::list, offset);
  }
  ExpressionPointer first = parse_expression(cursor);
  if (!cursor.at_symbol(",")) {
    cursor.expect_symbol(")", "after the expression");
    return first;
  }
  cursor.take();
  ExpressionPointer list = parse_list(cursor, ")");
  list->operands.insert(list->operands.begin(), std::move(first));
  return list;
}

ExpressionPointer parse_name(const Token& token) {
  static constexpr std::array<std::string_view, 2> kTrue = {"true", "True"};
  static constexpr std::array<std::string_view, 2> kFalse = {"false", "False"};
  if (std::ranges::find(kTrue, token.text) != kTrue.end()) {
    return make_literal(Value::boolean(true), token.offset);
  }
  if (std::ranges::find(kFalse, token.text) != kFalse.end()) {
    return make_literal(Value::boolean(false), token.offset);
  }
  if (token.text == "none" || token.text == "None") {
    return make_literal(Value::none(), token.offset);
  }
  ExpressionPointer name = make(Kind::name, token.offset);
  name->name = token.text;
  return name;
}

ExpressionPointer parse_primary(TokenCursor& cursor) {
  const Token& token = cursor.take();
  switch (token.kind) {
    case TokenKind::name:
      return parse_name(token);
    case TokenKind::integer:
    case TokenKind::real:
      return make_literal(number_from(token), token.offset);
    case TokenKind::string: {
      std::string text = decoded(token.text);
      while (cursor.peek().kind == TokenKind::string) {
        text += decoded(cursor.take().text);
      }
      return make_literal(Value::text(std::move(text)), token.offset);
    }
    case TokenKind::symbol:
      if (token.text == "(") {
        return parse_parenthesised(cursor);
      }
      if (token.text == "[") {
        return parse_list(cursor, "]");
      }
      if (token.text == "{") {
        return parse_map(cursor);
      }
      break;
    default:
      break;
  }
  cursor.fail(token.offset, token.kind == TokenKind::tag_end || token.kind == TokenKind::output_end
                                ? "an expression is missing here"
                                : "\"" + std::string(token.text) + "\" begins no expression");
  return make_literal(Value::none(), token.offset);
}

ExpressionPointer parse_subscript(TokenCursor& cursor, ExpressionPointer base, std::size_t offset) {
  const auto end = [&]() -> ExpressionPointer {
    if (cursor.at_symbol(":") || cursor.at_symbol("]")) {
      return make_literal(Value::none(), cursor.peek().offset);
    }
    return parse_expression(cursor);
  };
  ExpressionPointer first = end();
  if (!cursor.skip_symbol(":")) {
    cursor.expect_symbol("]", "after the index");
    return make(Kind::subscript, offset, std::move(base), std::move(first));
  }
  ExpressionPointer slice = make(Kind::slice, offset, std::move(base), std::move(first));
  slice->operands.push_back(end());
  cursor.expect_symbol("]", "after the slice");
  return slice;
}

void resolve_filter(TokenCursor& cursor, Expression& expression) {
  const auto host = cursor.context().host_filters.find(std::string(expression.name));
  if (host != cursor.context().host_filters.end()) {
    expression.host_filter = &host->second;
    return;
  }
  std::vector<std::string_view> names;
  for (const Filter& filter : builtin_filters()) {
    if (filter.name == expression.name) {
      expression.filter = &filter;
      return;
    }
    names.push_back(filter.name);
  }
  for (const auto& known : cursor.context().host_filters) {
    names.push_back(known.first);
  }
  cursor.complain(expression.offset, "jinja/unknown-filter",
                  "there is no filter \"" + std::string(expression.name) + "\"",
                  text::did_you_mean(expression.name, names));
}

ExpressionPointer parse_filter(TokenCursor& cursor, ExpressionPointer input) {
  ExpressionPointer filter = make(Kind::filter, cursor.peek().offset, std::move(input));
  filter->name = cursor.expect_name("the name of a filter");
  if (cursor.at_symbol("(")) {
    parse_arguments(cursor, *filter);
  }
  if (!cursor.failed()) {
    resolve_filter(cursor, *filter);
  }
  return filter;
}

}  // namespace

void parse_arguments(TokenCursor& cursor, Expression& call) {
  cursor.expect_symbol("(", "before the arguments");
  while (!cursor.failed() && !cursor.at_symbol(")")) {
    const bool named = cursor.peek().kind == TokenKind::name &&
                       cursor.peek(1).kind == TokenKind::symbol && cursor.peek(1).text == "=";
    if (named) {
      call.argument_names.push_back(cursor.take().text);
      cursor.take();
      call.named_arguments.push_back(parse_expression(cursor));
    } else {
      if (!call.argument_names.empty()) {
        cursor.fail(cursor.peek().offset, "an argument without a name stands after one with a name",
                    "put it first");
        return;
      }
      call.arguments.push_back(parse_expression(cursor));
    }
    if (!cursor.skip_symbol(",")) {
      break;
    }
  }
  cursor.expect_symbol(")", "after the arguments");
}

/// Attributes, subscripts, calls and filters bind tightest.
ExpressionPointer parse_postfix(TokenCursor& cursor) {
  ExpressionPointer expression = parse_primary(cursor);
  while (!cursor.failed()) {
    const std::size_t offset = cursor.peek().offset;
    if (cursor.skip_symbol(".")) {
      ExpressionPointer attribute =
          make(Kind::attribute, cursor.peek().offset, std::move(expression));
      if (cursor.peek().kind == TokenKind::integer) {
        attribute->kind = Kind::subscript;
        attribute->operands.push_back(
            make_literal(number_from(cursor.peek()), cursor.peek().offset));
        cursor.take();
      } else {
        attribute->name = cursor.expect_name("the name of a field");
      }
      expression = std::move(attribute);
    } else if (cursor.skip_symbol("[")) {
      expression = parse_subscript(cursor, std::move(expression), offset);
    } else if (cursor.at_symbol("(")) {
      expression = make(Kind::call, offset, std::move(expression));
      parse_arguments(cursor, *expression);
    } else if (cursor.skip_symbol("|")) {
      expression = parse_filter(cursor, std::move(expression));
    } else {
      break;
    }
  }
  return expression;
}

}  // namespace jinja
