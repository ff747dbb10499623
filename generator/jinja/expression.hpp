#pragma once

#include "values/value.hpp"
#include "values/value_operators.hpp"

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// The syntax tree of expressions. Names are views into the template's source.
namespace jinja {

struct Expression;

/// A part of an expression that may be missing.
using ExpressionPointer = std::unique_ptr<Expression>;

struct Literal {
  values::Value value;
};

struct Name {
  std::string_view name;
};

struct ListLiteral {
  std::vector<Expression> items;
  bool tuple = false;
};

// Structs rather than pairs: clang 14 cannot look into pairs of an Expression inside an Expression.
struct MapMember;
struct ComparisonStep;
struct NamedArgument;

struct MapLiteral {
  std::vector<MapMember> members;
};

enum class UnaryOperator { negate, plus, logical_not };

struct Unary {
  UnaryOperator operation;
  ExpressionPointer operand;
};

struct Binary {
  values::Arithmetic operation;
  ExpressionPointer left;
  ExpressionPointer right;
};

/// `a ~ b ~ c`
struct Concatenation {
  std::vector<Expression> parts;
};

enum class LogicOperator { logical_and, logical_or };

struct Logic {
  LogicOperator operation;
  ExpressionPointer left;
  ExpressionPointer right;
};

enum class Comparator { equal, not_equal, less, less_equal, greater, greater_equal, in, not_in };

/// `a < b <= c`: each operand is evaluated once.
struct Comparison {
  ExpressionPointer first;
  std::vector<ComparisonStep> rest;
};

/// `then if condition else otherwise`; without `else` the rest is undefined.
struct Conditional {
  ExpressionPointer condition;
  ExpressionPointer then;
  ExpressionPointer otherwise;
};

struct Attribute {
  ExpressionPointer object;
  std::string_view name;
};

struct Item {
  ExpressionPointer object;
  ExpressionPointer index;
};

struct Slice {
  ExpressionPointer object;
  ExpressionPointer start, stop, step;  ///< each may be missing
};

/// What stands between the brackets of a call.
struct ArgumentList {
  std::vector<Expression> positional;
  std::vector<NamedArgument> named;
  ExpressionPointer spread_list;  ///< `*values`, or null
  ExpressionPointer spread_map;   ///< `**values`, or null
};

struct Call {
  ExpressionPointer callee;
  ArgumentList arguments;
};

struct Filter {
  ExpressionPointer input;  ///< null: the body of a filter block
  std::string_view name;
  ArgumentList arguments;
};

struct Test {
  ExpressionPointer input;
  std::string_view name;
  ArgumentList arguments;
  bool negated = false;
};

/// A node with its place: `offset` is where an error points (the operator, the name behind a
/// dot), `start` where the expression begins.
struct Expression {
  std::variant<Literal, Name, ListLiteral, MapLiteral, Unary, Binary, Concatenation, Logic,
               Comparison, Conditional, Attribute, Item, Slice, Call, Filter, Test>
      node;
  std::uint32_t offset = 0;
  std::uint32_t start = 0;
};

struct MapMember {
  Expression key;
  Expression value;
};

struct ComparisonStep {
  Comparator comparator;
  Expression operand;
};

struct NamedArgument {
  std::string_view name;
  Expression value;
};

}  // namespace jinja
