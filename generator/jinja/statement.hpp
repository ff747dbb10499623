#pragma once

#include "jinja/context_table.hpp"
#include "jinja/expression.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// The syntax tree of templates. Names and texts are views into the template's source.
namespace jinja {

struct Statement;
using Body = std::vector<Statement>;

struct Text {
  std::string_view text;
};

/// Where something that a template shows stands in its markup. Filled in by OutputPlacer before the
/// statement is compiled, anew for each context that its surroundings may begin in.
struct Placement {
  ContextId context = 0;
  Escaping escaping;
};

struct Output {
  Expression value;
  Placement placement = {};
};

struct If {
  struct Branch {
    Expression condition;
    Body body;
  };

  std::vector<Branch> branches;
  Body otherwise;
};

/// What `for`, `set` and `with` assign to: a name, `namespace.field`, or several of them in a row.
struct Target {
  std::string_view name;
  std::string_view field;     ///< of a namespace; empty for a plain name
  std::vector<Target> parts;  ///< of `a, b`; then the name is empty
  std::uint32_t offset = 0;
};

struct For {
  Target target;
  Expression iterable;
  std::optional<Expression> filter;
  Body body;
  Body otherwise;
  bool recursive = false;
};

struct Set {
  Target target;
  Expression value;
};

/// `{% set name | filter %}...{% endset %}`; without filters `filters` is missing.
struct SetBlock {
  Target target;
  std::optional<Expression> filters;
  Body body;
};

struct Block {
  std::string_view name;
  Body body;
  bool scoped = false;
  bool required = false;
  Placement placement = {};
};

struct Extends {
  Expression parent;
};

struct Include {
  Expression templates;
  bool ignore_missing = false;
  bool with_context = true;
  Placement placement = {};
};

struct Import {
  Expression from;
  std::string_view name;
  bool with_context = false;
};

struct FromImport {
  struct Imported {
    std::string_view name;
    std::string_view alias;  ///< equal to the name if there is none
    std::uint32_t offset = 0;
  };

  Expression from;
  std::vector<Imported> names;
  bool with_context = false;
};

struct Parameter {
  std::string_view name;
  std::optional<Expression> default_value;
};

struct Macro {
  std::string_view name;
  std::vector<Parameter> parameters;
  Body body;
  bool takes_any = false;  ///< it uses `varargs` or `kwargs`
};

/// `{% call(parameters) callee(...) %}body{% endcall %}`
struct CallBlock {
  std::vector<Parameter> parameters;
  Expression call;
  Body body;
  Placement placement = {};
};

struct With {
  std::vector<std::pair<Target, Expression>> assignments;
  Body body;
};

struct FilterBlock {
  Expression filters;
  Body body;
  Placement placement = {};
};

struct Do {
  Expression expression;
};

struct Autoescape {
  Expression enabled;
  Body body;
};

enum class LoopControl { break_loop, continue_loop };

struct Statement {
  std::variant<Text, Output, If, For, Set, SetBlock, Block, Extends, Include, Import, FromImport,
               Macro, CallBlock, With, FilterBlock, Do, Autoescape, LoopControl>
      node;
  std::uint32_t offset = 0;  ///< of the word that names the tag
};

}  // namespace jinja
