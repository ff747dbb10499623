#pragma once

#include "jinja/filters.hpp"
#include "text/source_text.hpp"
#include "values/value.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The compiled form of templates: a tree whose names of filters and tests are resolved. Texts are
// views into the template's source, which lives as long as the tree.
namespace jinja {

enum class ExpressionKind {
  literal,
  name,
  attribute,  ///< a.b
  subscript,  ///< a[b]
  slice,      ///< a[b:c]; missing ends are none
  call,       ///< f(x, y=z)
  filter,     ///< a | f(x)
  test,       ///< a is f(x)
  negation,
  negative,
  conjunction,
  disjunction,
  add,
  subtract,
  multiply,
  divide,
  floor_divide,
  modulo,
  power,
  concatenate,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  in,
  conditional,  ///< a if b else c: operands b, a, c
  list,
  map,  ///< keys and values in turn
};

struct Expression;
using ExpressionPointer = std::unique_ptr<Expression>;

struct Expression {
  ExpressionKind kind = ExpressionKind::literal;
  std::size_t offset = 0;  ///< in the source
  std::string_view name;   ///< of a name, attribute, filter or test
  values::Value literal;   ///< views name's bytes, or owns
  std::vector<ExpressionPointer> operands;
  std::vector<ExpressionPointer> arguments;      ///< positional ones
  std::vector<std::string_view> argument_names;  ///< of named_arguments
  std::vector<ExpressionPointer> named_arguments;
  const Filter* filter = nullptr;  ///< a built-in filter
  const HostFilter* host_filter = nullptr;
  const TestPredicate* test = nullptr;
};

enum class StatementKind {
  text,
  output,
  condition,  ///< conditions and branches
  loop,
  set,
  block_set,
  block,
  include,
  import_names,
  macro,
  with,
};

struct Statement;
using Body = std::vector<Statement>;

struct Macro {
  std::string_view name;
  std::vector<std::string_view> parameters;
  std::vector<ExpressionPointer> defaults;  ///< of the last parameters
  Body body;
};

/// `if` and `elif`, and `else` without a condition.
struct Branch {
  ExpressionPointer condition;
  Body body;
};

struct Statement {
  StatementKind kind = StatementKind::text;
  std::size_t offset = 0;
  std::string_view text;                  ///< of a text; the name of a block, macro or import
  std::vector<std::string_view> targets;  ///< of for, set, with
  ExpressionPointer expression;           ///< printed, looped over, assigned, or a template's name
  ExpressionPointer filter_condition;     ///< `for x in y if z`
  std::vector<ExpressionPointer> assigned;                              ///< of with
  std::vector<std::pair<std::string_view, std::string_view>> imported;  ///< name and alias
  bool ignore_missing = false;
  std::vector<Branch> branches;
  Body body;
  Body otherwise;  ///< for … else
  std::unique_ptr<Macro> macro;
};

/// One compiled template. Immutable.
struct Template {
  std::string name;
  std::shared_ptr<const text::SourceText> source;
  ExpressionPointer parent;  ///< of `extends`; null: none
  Body body;
  std::map<std::string_view, const Statement*> blocks;  ///< in `body`, also nested ones
};

}  // namespace jinja
