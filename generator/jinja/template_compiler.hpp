#pragma once

#include "diagnostics/diagnostic.hpp"
#include "jinja/context_plan.hpp"
#include "jinja/known_names.hpp"
#include "jinja/routine_builder.hpp"
#include "jinja/statement.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace jinja {

/// A template that another one names by a literal.
struct Reference {
  enum class Kind { extends, include, import };

  Kind kind = Kind::include;
  std::uint32_t target = 0;
  std::uint32_t offset = 0;
  bool surely = false;  ///< whoever renders the template reaches the reference
};

/// A name that `from ... import` asks of another template.
struct ImportedName {
  std::uint32_t target = 0;
  std::string_view name;
  std::uint32_t offset = 0;
};

/// Compiles one template's tree into `result`, which is its entry in `program`.
class TemplateCompiler {
 public:
  /// What is known of the template that is compiled, and of all others.
  struct Input {
    const ContextPlan& plan;
    const KnownNames& names;
    ParsedTemplate& parsed;
    std::uint32_t index;  ///< the template's number
  };

  /// All arguments outlive the compiler.
  TemplateCompiler(Program& program, const Input& input);

  void compile();

  std::vector<diagnostics::Diagnostic> diagnostics;
  std::vector<Reference> references;
  std::vector<ImportedName> imported_names;

 private:
  /// The innermost loop of the routine that is being compiled.
  struct LoopLabels {
    std::vector<std::uint32_t> breaks;  ///< jumps to its end
    std::uint32_t next = 0;             ///< its loop_next
    int captures = 0;                   ///< buffers that were open outside of it
  };

  /// Whether a mistake is one at once, or, where Jinja2's rules hold, only if it is reached.
  enum class Severity { error, depends };

  /// The routine of a call block's body, which the call gets as `caller`.
  using MacroIndex = std::optional<std::uint32_t>;

  /// Where the result of a call goes.
  struct CallResult {
    std::uint8_t flags = 0;  ///< CallFlag
    ContextId context = 0;   ///< if it is emitted
  };

  // template_compiler.cpp
  void compile_template_body(ContextId context);
  void check_blocks();
  void check_macro_arguments(const Call& node, Place place);
  /// Compiles a call of a macro that is known for sure; false if it is none.
  bool compile_known_call(const Call& node, Place place, CallResult result);
  /// Marks imports whose module only known calls use: nobody needs its names.
  void mark_imports();
  [[nodiscard]] std::uint32_t index_of_routine() const;
  void compile_block(Block& node, std::uint32_t offset);
  std::uint32_t compile_block_variant(Block& node, std::uint32_t offset, ContextId context);
  /// Sets the placements of a body that begins at `context`, and reports what is wrong with them.
  void place_outputs(Body& body, ContextId context, std::string_view what, std::uint32_t offset);
  [[nodiscard]] static ContextId base_of(ContextId context, const Program& program);
  void report(Severity severity, std::string_view code, std::uint32_t offset, std::string message,
              std::string remedy);

  std::uint32_t emit(Instruction instruction, Place place, int change) {
    return builder_->emit(instruction, place, change);
  }

  std::uint32_t add_text(std::string_view text);
  std::uint32_t add_constant(values::Value value);
  std::uint32_t add_field(std::string_view name);
  std::uint32_t add_visible_list();
  std::uint32_t add_late_error(std::string_view code, std::string message, std::string remedy);
  /// A place where fields are read; `expected` is null if nothing is known.
  std::uint32_t new_hint(const values::RecordField* expected);
  std::uint32_t add_routine(RoutineKind kind, std::string_view name);

  // compile_expression.cpp
  void compile(const Expression& expression);
  void compile_node(const Literal& node, Place place);
  void compile_node(const Name& node, Place place);
  void compile_node(const ListLiteral& node, Place place);
  void compile_node(const MapLiteral& node, Place place);
  void compile_node(const Unary& node, Place place);
  void compile_node(const Binary& node, Place place);
  void compile_node(const Concatenation& node, Place place);
  void compile_node(const Logic& node, Place place);
  void compile_node(const Comparison& node, Place place);
  void compile_node(const Conditional& node, Place place);
  void compile_node(const Attribute& node, Place place);
  void compile_node(const Item& node, Place place);
  void compile_node(const Slice& node, Place place);
  void compile_optional(const ExpressionPointer& expression, Place place);
  bool compile_loop_field(const Attribute& node, Place place);
  /// One instruction for `name.field`, if that is what the node is.
  std::optional<Instruction> short_field(const Attribute& node, Op of_slot, Op of_name);

  // compile_shape.cpp
  /// What is known of the value of `expression` before it is evaluated.
  [[nodiscard]] values::Shape shape_of(const Expression& expression);
  [[nodiscard]] values::Shape shape_of_item(const values::Shape& list) const;
  [[nodiscard]] values::Shape shape_of_filtered(const Filter& node);
  /// Reports a field or method that no value of that shape has; gives the field if there is one.
  const values::RecordField* check_field(const Expression& object, std::string_view name,
                                         Place place, std::string_view what);
  void check_module_member(const Expression& object, std::string_view name, Place place);
  void check_name(std::string_view name, Place place);
  void check_iterable(const Expression& iterable);

  // compile_call.cpp
  void compile_node(const Call& node, Place place);
  void compile_node(const Filter& node, Place place);
  void compile_node(const Test& node, Place place);
  void compile_call(const Call& node, Place place, CallResult result, MacroIndex caller);
  bool compile_special_call(const Call& node, Place place, CallResult result);
  /// Compiles the arguments; gives their shape and how many values they are.
  std::pair<std::uint32_t, int> compile_arguments(const ArgumentList& arguments, MacroIndex caller);
  void apply_filter(const Filter& node, Place place);
  void check_signature(const Signature& signature, std::string_view what, std::string_view name,
                       const ArgumentList& arguments, Place place);
  void fail_late(std::string_view code, Place place, std::string message, std::string remedy);

  // compile_statement.cpp
  void compile(Statement& statement);
  void compile_body(Body& body);
  /// How many statements of `body` from `first` on write the same on every page; 0 if they are not
  /// worth being kept.
  [[nodiscard]] std::size_t count_constant(const Body& body, std::size_t first);
  void compile_fragment(Body& body, std::size_t first, std::size_t count);
  void compile_conditional_body(Body& body);
  void compile_node(Text& node, Place place);
  void compile_node(Output& node, Place place);
  void compile_node(If& node, Place place);
  void compile_node(Set& node, Place place);
  void compile_node(SetBlock& node, Place place);
  void compile_node(With& node, Place place);
  void compile_node(FilterBlock& node, Place place);
  void compile_node(Do& node, Place place);
  void compile_node(Autoescape& node, Place place);
  void compile_output(const Output& node);
  [[nodiscard]] std::uint8_t code_of(const Placement& placement) const;
  void compile_captured(Body& body, Place place);
  void declare_conditional_names(const If& node, Place place);
  void assign(const Target& target, Place place, const values::Shape& shape = {});
  void assign_name(std::string_view name, Place place, const values::Shape& shape = {});
  [[nodiscard]] bool output_is_dropped() const;

  // compile_loop.cpp
  void compile_node(For& node, Place place);
  void compile_node(LoopControl& node, Place place);
  void compile_loop_filter(const For& node, Place place);
  void compile_loop_body(For& node, std::uint32_t loop_slot, Place place);
  void assign_item(const For& node, std::uint32_t next, Place place);

  // compile_routine.cpp
  void compile_node(Block& node, Place place);
  void compile_node(Macro& node, Place place);
  void compile_node(CallBlock& node, Place place);

  /// A macro or the body of a call block as it stands in the tree.
  struct MacroSource {
    RoutineKind kind = RoutineKind::macro;
    std::string_view name;
    const std::vector<Parameter>& parameters;
    Body& body;
    Place place;
  };

  std::uint32_t compile_macro(const MacroSource& source, ContextId context);
  std::uint32_t compile_macro_variants(const MacroSource& source);
  void compile_defaults(const std::vector<Parameter>& parameters);
  void compile_node(Extends& node, Place place);
  void compile_node(Include& node, Place place);
  void compile_node(Import& node, Place place);
  void compile_node(FromImport& node, Place place);
  void refer_to(Reference::Kind kind, const Expression& name, bool ignore_missing);
  [[nodiscard]] bool reached_surely() const;

  Program& program_;
  const ContextPlan& plan_;
  const KnownNames& names_;
  ParsedTemplate& parsed_;
  std::uint32_t index_;
  Template& template_;
  ContextId base_ = 0;     ///< where bodies begin that become values
  bool repeated_ = false;  ///< a body is compiled again: what was wrong has been said
  RoutineBuilder* builder_ = nullptr;

  /// An `import ... as name` at the template's level.
  struct ImportPlace {
    std::uint32_t routine = 0;
    std::uint32_t instruction = 0;
    std::string_view name;
  };

  std::vector<ImportPlace> imports_;
  std::set<const Call*> known_calls_;  ///< nodes that were compiled so
  std::vector<LoopLabels> loops_;
  bool autoescape_;
  int tolerant_ = 0;  ///< inside what may be undefined: `x is defined`
  bool in_fragment_ = false;
  bool extends_surely_ = false;  ///< an unconditional extends stands above: the rest is not shown
  int volatile_autoescape_ = 0;  ///< nested autoescape blocks that depend on a variable
};

}  // namespace jinja
