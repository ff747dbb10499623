#pragma once

#include "jinja/context_plan.hpp"
#include "jinja/data_model.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace jinja {

/// What is known of the names in a program's templates before anything is rendered.
class KnownNames {
 public:
  /// All arguments outlive the object. `trees` are in the order of the program's templates.
  KnownNames(const Program& program, const DataModel& model,
             const std::vector<ParsedTemplate>& trees);

  /// Whether template `source` may read a variable called `name`. Names of the templates' own,
  /// which their includers or children may set, always may be.
  [[nodiscard]] bool may_exist(std::uint32_t source, std::string_view name) const;

  /// What variable `name` of template `source` holds, if that is known.
  [[nodiscard]] values::Shape shape_of(std::uint32_t source, std::string_view name) const;

  /// Whether `name` is a global that no template hides.
  [[nodiscard]] bool is_global(std::string_view name) const;

  /// Whether `name` is a function of the language that no template hides.
  [[nodiscard]] bool is_function(std::string_view name) const;

  /// The template whose macros the call of `callee` runs, if it is imported by name and without
  /// context at the outermost level of `source`, and if its macros give the same for the same
  /// arguments on every page; else null.
  [[nodiscard]] const ParsedTemplate* pure_module(std::uint32_t source,
                                                  const Expression& callee) const;

  /// The macro that `callee` names in template `source`, if that can be told for sure; else null.
  [[nodiscard]] const Macro* find_macro(std::uint32_t source, const Expression& callee) const;

  /// The template that `alias.member` of template `source` reads from, if `alias` can be nothing
  /// else but what is imported under that name.
  [[nodiscard]] std::optional<std::uint32_t> imported_module(std::uint32_t source,
                                                             std::string_view alias,
                                                             std::string_view member) const;

  /// A macro that a call is sure to run.
  struct KnownMacro {
    const Macro* macro = nullptr;
    std::uint32_t home = 0;
    bool own_module = false;  ///< the template calls a macro of its own
  };

  /// The macro that `callee` runs when it is called in a routine of template `source`, if that is
  /// sure: an outermost macro of its own, or of a template that is imported at the outermost level
  /// without context.
  [[nodiscard]] std::optional<KnownMacro> known_macro(std::uint32_t source,
                                                      const Expression& callee) const;

  /// The names of the blocks of all templates that `source` extends; nothing if it is not known
  /// which these are.
  [[nodiscard]] std::optional<std::vector<std::string_view>> inherited_blocks(
      std::uint32_t source) const;

  /// The template that `name` names, or null.
  [[nodiscard]] const ParsedTemplate* find_template(std::string_view name) const;
  [[nodiscard]] std::uint32_t index_of(const ParsedTemplate& tree) const;

  /// All names that `source` may read, for suggestions.
  [[nodiscard]] std::vector<std::string_view> names_for(std::uint32_t source) const;

 private:
  /// A callee in its parts: `alias.member(...)` or `alias(...)`.
  struct Callee {
    std::string_view alias;
    std::string_view member;
  };

  static Callee parts_of_callee(const Expression& callee);
  /// The import that `callee` names, if no other statement of the template sets that name.
  [[nodiscard]] const TemplateParts::Imported* find_import(std::uint32_t source,
                                                           const Callee& callee) const;
  void reach(std::uint32_t source, std::size_t page);
  void find_stateful();
  [[nodiscard]] bool sees_page(std::uint32_t source, std::size_t page) const;

  const Program& program_;
  const DataModel& model_;
  const std::vector<ParsedTemplate>& trees_;
  std::set<std::string_view> assigned_;       ///< by any template
  std::vector<std::set<std::size_t>> pages_;  ///< that reach a template, by includes
  std::vector<bool> imported_;                ///< a template is imported without context
  std::vector<bool> stateful_;  ///< macros of the template may give something else each time
};

}  // namespace jinja
