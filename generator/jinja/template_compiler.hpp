#pragma once

#include "diagnostics/diagnostic.hpp"
#include "jinja/routine_builder.hpp"
#include "jinja/statement.hpp"

#include <optional>
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
  TemplateCompiler(Program& program, Template& result);

  void compile(const Body& body);

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

  // template_compiler.cpp
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
  std::uint32_t new_hint() { return template_.hint_count++; }
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

  // compile_call.cpp
  void compile_node(const Call& node, Place place);
  void compile_node(const Filter& node, Place place);
  void compile_node(const Test& node, Place place);
  void compile_call(const Call& node, Place place, std::uint8_t flags, MacroIndex caller);
  bool compile_special_call(const Call& node, Place place, std::uint8_t flags);
  /// Compiles the arguments; gives their shape and how many values they are.
  std::pair<std::uint32_t, int> compile_arguments(const ArgumentList& arguments,
                                                  MacroIndex caller);
  void apply_filter(const Filter& node, Place place);
  void check_signature(const Signature& signature, std::string_view what, std::string_view name,
                       const ArgumentList& arguments, Place place);
  void fail_late(std::string_view code, Place place, std::string message, std::string remedy);

  // compile_statement.cpp
  void compile(const Statement& statement);
  void compile_body(const Body& body);
  void compile_conditional_body(const Body& body);
  void compile_node(const Text& node, Place place);
  void compile_node(const Output& node, Place place);
  void compile_node(const If& node, Place place);
  void compile_node(const Set& node, Place place);
  void compile_node(const SetBlock& node, Place place);
  void compile_node(const With& node, Place place);
  void compile_node(const FilterBlock& node, Place place);
  void compile_node(const Do& node, Place place);
  void compile_node(const Autoescape& node, Place place);
  void compile_output(const Expression& value, Place place);
  void compile_captured(const Body& body, Place place);
  void declare_conditional_names(const If& node, Place place);
  void assign(const Target& target, Place place);
  void assign_name(std::string_view name, Place place);
  [[nodiscard]] bool output_is_dropped() const;

  // compile_loop.cpp
  void compile_node(const For& node, Place place);
  void compile_node(const LoopControl& node, Place place);
  void compile_loop_filter(const For& node, Place place);
  void compile_loop_body(const For& node, std::uint32_t loop_slot, Place place);
  void assign_item(const Target& target, std::uint32_t next, Place place);

  // compile_routine.cpp
  void compile_node(const Block& node, Place place);
  void compile_node(const Macro& node, Place place);
  void compile_node(const CallBlock& node, Place place);
  std::uint32_t compile_macro(RoutineKind kind, std::string_view name,
                              const std::vector<Parameter>& parameters, const Body& body,
                              Place place);
  void compile_defaults(const std::vector<Parameter>& parameters);
  void compile_node(const Extends& node, Place place);
  void compile_node(const Include& node, Place place);
  void compile_node(const Import& node, Place place);
  void compile_node(const FromImport& node, Place place);
  void refer_to(Reference::Kind kind, const Expression& name, bool ignore_missing);
  [[nodiscard]] bool reached_surely() const;

  Program& program_;
  Template& template_;
  RoutineBuilder* builder_ = nullptr;
  std::vector<LoopLabels> loops_;
  bool autoescape_;
  bool extends_surely_ = false;  ///< an unconditional extends stands above: the rest is not shown
  int volatile_autoescape_ = 0;  ///< nested autoescape blocks that depend on a variable
};

}  // namespace jinja
