#include "jinja/constant_parts.hpp"

#include <algorithm>

namespace jinja {

namespace {

/// Includes are followed this deep.
constexpr int kMaxDepth = 8;

}  // namespace

bool ConstantParts::is_constant(const Statement& statement) {
  return std::visit([this](const auto& node) { return check(node); }, statement.node);
}

bool ConstantParts::is_constant(const Body& body) {
  return std::ranges::all_of(body, [this](const Statement& one) { return is_constant(one); });
}

bool ConstantParts::is_constant(const Expression& expression) {
  return std::visit([this](const auto& node) { return check(node); }, expression.node);
}

bool ConstantParts::is_constant(const ExpressionPointer& expression) {
  return expression == nullptr || is_constant(*expression);
}

bool ConstantParts::is_constant(const ArgumentList& arguments) {
  const auto constant = [this](const Expression& one) { return is_constant(one); };
  const auto named = [this](const auto& one) { return is_constant(one.value); };
  return std::ranges::all_of(arguments.positional, constant) &&
         std::ranges::all_of(arguments.named, named) && is_constant(arguments.spread_list) &&
         is_constant(arguments.spread_map);
}

void ConstantParts::bind(const Target& target) {
  if (target.parts.empty() && target.field.empty()) {
    bound_.push_back(target.name);
  }
  for (const Target& part : target.parts) {
    bind(part);
  }
}

bool ConstantParts::check(const Text& /*node*/) {
  return true;
}

bool ConstantParts::check(const Output& node) {
  return is_constant(node.value);
}

/// What is set in `body` may not be set behind it: the name then is one of the page's.
bool ConstantParts::is_constant_inside(const Body& body) {
  const std::size_t before = bound_.size();
  const bool constant = is_constant(body);
  bound_.resize(before);
  return constant;
}

bool ConstantParts::check(const If& node) {
  const auto constant = [this](const If::Branch& branch) {
    return is_constant(branch.condition) && is_constant_inside(branch.body);
  };
  return std::ranges::all_of(node.branches, constant) && is_constant_inside(node.otherwise);
}

bool ConstantParts::check(const For& node) {
  if (node.recursive || !is_constant(node.iterable)) {
    return false;
  }
  const std::size_t before = bound_.size();
  bind(node.target);
  // In the filter, `loop` is that of the loop around this one.
  const bool filter = !node.filter || is_constant(*node.filter);
  bound_.emplace_back("loop");
  ++inside_;
  const bool constant = filter && is_constant(node.body);
  bound_.resize(before);
  const bool otherwise = is_constant_inside(node.otherwise);
  --inside_;
  return constant && otherwise;
}

bool ConstantParts::check(const With& node) {
  for (const auto& [target, value] : node.assignments) {
    if (!is_constant(value)) {
      return false;
    }
  }
  const std::size_t before = bound_.size();
  for (const auto& assignment : node.assignments) {
    bind(assignment.first);
  }
  ++inside_;
  const bool constant = is_constant(node.body);
  --inside_;
  bound_.resize(before);
  return constant;
}

bool ConstantParts::check(const FilterBlock& node) {
  return is_constant(node.filters) && is_constant_inside(node.body);
}

/// Inside a loop a name ends with its round; elsewhere it may be read later.
bool ConstantParts::check(const Set& node) {
  if (inside_ == 0 || !node.target.field.empty() || !is_constant(node.value)) {
    return false;
  }
  bind(node.target);
  return true;
}

bool ConstantParts::check(const SetBlock& node) {
  if (inside_ == 0 || !node.target.field.empty() || (node.filters && !is_constant(*node.filters)) ||
      !is_constant_inside(node.body)) {
    return false;
  }
  bind(node.target);
  return true;
}

bool ConstantParts::check(const Include& node) {
  const std::string_view name = literal_name(node.templates);
  const ParsedTemplate* tree = name.empty() ? nullptr : names_.find_template(name);
  return tree != nullptr && check_included(*tree);
}

/// What is included may read globals only; names that are bound around it would be seen by it.
bool ConstantParts::check_included(const ParsedTemplate& tree) {
  if (depth_ == kMaxDepth || !bound_.empty() || !tree.parts.parents.empty() ||
      !tree.parts.blocks.empty()) {
    return false;
  }
  // It has no local names of the includer: those of the model are the only ones.
  Routine routine;
  RoutineBuilder builder(routine, nullptr);
  ConstantParts inside(names_, names_.index_of(tree), builder);
  inside.depth_ = depth_ + 1;
  const auto constant = [&inside](const Statement& statement) {
    return std::holds_alternative<Import>(statement.node) ||
           std::holds_alternative<FromImport>(statement.node) || inside.is_constant(statement);
  };
  return std::ranges::all_of(tree.body, constant);
}

bool ConstantParts::check(const Literal& /*node*/) {
  return true;
}

bool ConstantParts::check(const Name& node) {
  if (std::ranges::find(bound_, node.name) != bound_.end()) {
    return true;
  }
  return builder_.find(node.name).slots.empty() && names_.is_global(node.name);
}

bool ConstantParts::check(const ListLiteral& node) {
  return std::ranges::all_of(node.items,
                             [this](const Expression& one) { return is_constant(one); });
}

bool ConstantParts::check(const MapLiteral& node) {
  return std::ranges::all_of(node.members, [this](const auto& member) {
    return is_constant(member.key) && is_constant(member.value);
  });
}

bool ConstantParts::check(const Unary& node) {
  return is_constant(node.operand);
}

bool ConstantParts::check(const Binary& node) {
  return is_constant(node.left) && is_constant(node.right);
}

bool ConstantParts::check(const Concatenation& node) {
  return std::ranges::all_of(node.parts,
                             [this](const Expression& one) { return is_constant(one); });
}

bool ConstantParts::check(const Logic& node) {
  return is_constant(node.left) && is_constant(node.right);
}

bool ConstantParts::check(const Comparison& node) {
  return is_constant(node.first) && std::ranges::all_of(node.rest, [this](const auto& one) {
           return is_constant(one.operand);
         });
}

bool ConstantParts::check(const Conditional& node) {
  return is_constant(node.condition) && is_constant(node.then) && is_constant(node.otherwise);
}

bool ConstantParts::check(const Attribute& node) {
  return is_constant(node.object);
}

bool ConstantParts::check(const Item& node) {
  return is_constant(node.object) && is_constant(node.index);
}

bool ConstantParts::check(const Slice& node) {
  return is_constant(node.object) && is_constant(node.start) && is_constant(node.stop) &&
         is_constant(node.step);
}

bool ConstantParts::check(const Call& node) {
  if (!is_constant(node.arguments)) {
    return false;
  }
  if (names_.pure_module(source_, *node.callee) != nullptr) {
    return true;
  }
  const Name* name = std::get_if<Name>(&node.callee->node);
  if (name != nullptr) {
    // The other functions make things that change.
    return (name->name == "range" || name->name == "dict") && names_.is_function(name->name) &&
           builder_.find(name->name).slots.empty();
  }
  // A method of a constant, as site.title.upper().
  const Attribute* method = std::get_if<Attribute>(&node.callee->node);
  return method != nullptr && is_constant(method->object);
}

bool ConstantParts::check(const Filter& node) {
  return is_constant(node.input) && is_constant(node.arguments);
}

bool ConstantParts::check(const Test& node) {
  return is_constant(node.input) && is_constant(node.arguments);
}

}  // namespace jinja
