#pragma once

#include "jinja/program.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace jinja {

/// Whether a variable surely has a value at the point that is being compiled.
enum class Assigned { surely, maybe };

/// A routine while it is compiled: its code so far, and the names in force.
class RoutineBuilder {
 public:
  /// `outer` is the routine in which a macro or call block is defined; null for others. Both
  /// outlive the builder.
  RoutineBuilder(Routine& routine, RoutineBuilder* outer) : routine_(routine), outer_(outer) {
    scopes_.emplace_back();
  }

  [[nodiscard]] Routine& routine() { return routine_; }

  /// Appends an instruction that changes the height of the stack by `change`; gives its index.
  std::uint32_t emit(Instruction instruction, Place place, int change);

  /// The index of the next instruction.
  [[nodiscard]] std::uint32_t here() const {
    return static_cast<std::uint32_t>(routine_.code.size());
  }

  [[nodiscard]] Instruction& at(std::uint32_t index) { return routine_.code[index]; }

  /// If the last instruction is a text that always runs before the next one, takes it away and
  /// gives its number + 1; else 0.
  std::uint32_t take_text();

  /// Counts values that an instruction pushes on only one of its ways.
  void grow_stack(int change);

  /// Sets the target of the jump at `index` to the next instruction.
  void land(std::uint32_t index);

  // Names in force
  void open_scope() { scopes_.emplace_back(); }

  void close_scope() { scopes_.pop_back(); }

  /// Whether names that are set now are those of the template itself, which others may see.
  [[nodiscard]] bool at_template_level() const {
    return routine_.kind == RoutineKind::template_body && scopes_.size() == 1;
  }

  std::uint32_t new_slot(std::string_view name);
  /// The slot of `name` in the innermost scope, a new one if it is not there yet.
  std::uint32_t declare(std::string_view name, Assigned assigned, const values::Shape& shape = {});
  /// Declares `name` as the loop variable of a `for`.
  std::uint32_t declare_loop();
  [[nodiscard]] bool declared_here(std::string_view name) const;

  /// Where `name` may be found when it is read: the slots to look at, innermost first.
  struct Found {
    std::vector<std::uint32_t> slots;
    bool surely = false;  ///< the last of them surely is set: there is no need to look further
    bool loop = false;    ///< the first one is the state of a loop
    values::Shape shape;  ///< if there is one slot, which surely is set
  };

  Found find(std::string_view name);

  /// Whether code reads `slot`.
  [[nodiscard]] bool is_read(std::uint32_t slot) const;

  /// Every variable but those of the template's own level and what a macro gets besides its
  /// parameters, outermost first.
  void list_variables(NameTable& names, std::vector<VisibleName>& list);

  /// What was surely assigned, to be restored behind code that may not run.
  [[nodiscard]] std::vector<bool> assigned_here() const;
  void restore_assigned(const std::vector<bool>& assigned);

  int captures = 0;     ///< buffers that are open
  int conditional = 0;  ///< code that may not run: bodies of if, for, macros

 private:
  struct Variable {
    std::string_view name;
    std::uint32_t slot = 0;
    Assigned assigned = Assigned::maybe;
    bool loop = false;
    values::Shape shape = {};
  };

  using Scope = std::vector<Variable>;

  /// As find, but for a routine inside this one: without the template's level.
  Found find_for_inner(std::string_view name);
  void find_in_scopes(std::string_view name, std::size_t first_scope, Found& found);
  void find_in_outer(std::string_view name, Found& found);
  void collect_names(std::vector<std::string_view>& names) const;

  Routine& routine_;
  RoutineBuilder* outer_;
  std::vector<Scope> scopes_;
  std::vector<std::uint32_t> read_;  ///< slots that find gave
  Scope captured_;                   ///< taken along from the outer routines
  int height_ = 0;                   ///< of the stack
  std::uint32_t landed_ = 0;         ///< the last instruction that a jump forward goes to
};

}  // namespace jinja
