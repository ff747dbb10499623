#pragma once

#include "jinja/context_table.hpp"
#include "jinja/output_placer.hpp"
#include "jinja/program.hpp"
#include "jinja/template_parts.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <string_view>
#include <tuple>
#include <vector>

namespace jinja {

/// A template with its tree, which views its source.
struct ParsedTemplate {
  Template* entry = nullptr;
  Body body;
  TemplateParts parts;
};

/// Finds out for which contexts each body of each template has to be compiled: a block that stands
/// in an attribute, a macro that is called in a script.
class ContextPlan {
 public:
  /// Both outlive the plan. `trees` are in the order of the program's templates.
  ContextPlan(Program& program, std::vector<ParsedTemplate>& trees);

  /// The contexts of a template's body, that in which templates begin first.
  [[nodiscard]] ContextSet of_body(std::uint32_t source) const;
  [[nodiscard]] ContextSet of_block(std::uint32_t source, std::string_view name) const;
  [[nodiscard]] ContextSet of_macro(std::uint32_t source, std::string_view name) const;

  /// Whether a template includes it by name: then it has to end where it began.
  [[nodiscard]] bool is_included(std::uint32_t source) const { return included_[source]; }

  /// Whether the template's blocks can be shown by a template that it extends or that extends it.
  [[nodiscard]] bool are_relatives(std::uint32_t a, std::uint32_t b) const;

 private:
  enum class Kind { body, block, macro };

  using Key = std::tuple<std::uint32_t, Kind, std::string_view>;

  struct Unit {
    Key key;
    ContextId context = 0;
  };

  void find_families();
  void unite_families(std::uint32_t a, std::uint32_t b);
  void add(std::uint32_t source, Kind kind, std::string_view name, ContextId context);
  void follow(const Unit& unit);
  void answer(const Unit& unit, const ContextRequest& request);
  void add_template(std::string_view name, ContextId context);
  void add_included(const Expression& templates, ContextId context);
  void add_callee(std::uint32_t source, const Expression& callee, ContextId context);
  [[nodiscard]] ContextSet contexts_of(const Key& key, ContextId base) const;
  [[nodiscard]] ContextId base_of(std::uint32_t source) const;

  Program& program_;
  std::vector<ParsedTemplate>& trees_;
  std::vector<bool> included_;
  std::vector<std::uint32_t> families_;  ///< templates that extend each other have one number
  std::map<Key, std::vector<ContextId>> contexts_;
  std::deque<Unit> waiting_;
};

}  // namespace jinja
