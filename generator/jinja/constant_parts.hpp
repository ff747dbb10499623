#pragma once

#include "jinja/known_names.hpp"
#include "jinja/routine_builder.hpp"

#include <string_view>
#include <vector>

namespace jinja {

/// Tells which statements of a template write the same on every page: those that read nothing but
/// globals, texts of their own, and what macros and filters make of these.
class ConstantParts {
 public:
  /// `source` is the template; `builder` knows the local names. Both outlive the object.
  ConstantParts(const KnownNames& names, std::uint32_t source, RoutineBuilder& builder)
      : names_(names), source_(source), builder_(builder) {}

  [[nodiscard]] bool is_constant(const Statement& statement);

 private:
  bool is_constant(const Body& body);
  bool is_constant_inside(const Body& body);
  bool is_constant(const Expression& expression);
  bool is_constant(const ExpressionPointer& expression);
  bool is_constant(const ArgumentList& arguments);

  bool check(const Text& node);
  bool check(const Output& node);
  bool check(const If& node);
  bool check(const For& node);
  bool check(const With& node);
  bool check(const FilterBlock& node);
  bool check(const Set& node);
  bool check(const SetBlock& node);
  bool check(const Include& node);

  bool check(const Literal& node);
  bool check(const Name& node);
  bool check(const ListLiteral& node);
  bool check(const MapLiteral& node);
  bool check(const Unary& node);
  bool check(const Binary& node);
  bool check(const Concatenation& node);
  bool check(const Logic& node);
  bool check(const Comparison& node);
  bool check(const Conditional& node);
  bool check(const Attribute& node);
  bool check(const Item& node);
  bool check(const Slice& node);
  bool check(const Call& node);
  bool check(const Filter& node);
  bool check(const Test& node);

  /// Everything else depends on more, or changes something.
  template <typename Node>
  bool check(const Node& /*node*/) {
    return false;
  }

  bool check_included(const ParsedTemplate& tree);
  void bind(const Target& target);

  const KnownNames& names_;
  std::uint32_t source_;
  RoutineBuilder& builder_;
  std::vector<std::string_view> bound_;  ///< by the statements around, inside the constant part
  int inside_ = 0;                       ///< bodies whose names end with them
  int depth_ = 0;                        ///< of includes
};

}  // namespace jinja
