#pragma once

#include "diagnostics/diagnostic.hpp"
#include "jinja/scope.hpp"
#include "jinja/syntax_tree.hpp"

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jinja {

/// All templates, compiled, by name.
struct Program {
  Options options;
  std::map<std::string, HostFilter> host_filters;
  std::map<std::string, Template, std::less<>> templates;
};

/// Calls of macros, includes and blocks inside each other go no deeper.
inline constexpr int kMaxCalls = 100;

/// How much of the chain of calls an error shows: enough to see a cycle go round.
inline constexpr std::size_t kShownCalls = 6;

/// What messages call the thing that `expression` names: `paper.title`, or `this`.
[[nodiscard]] std::string shown(const Expression& expression);

/// One rendering of one page. The first error ends it.
class Renderer {
 public:
  Renderer(const Program& program, const values::Map& globals, const values::Map& context)
      : program_(program), scope_(globals, &context) {}

  /// Renders `name` at the end of `out`.
  std::optional<diagnostics::Diagnostic> render(std::string_view name, std::string& out);

 private:
  /// What a template exports to those that import it.
  struct Module {
    std::vector<Scope::Name> names;
  };
  struct MacroObject;

  struct BlockLevel {
    const Template* home;
    const Statement* block;
  };

  struct CurrentBlock {
    std::string_view name;
    std::size_t level;
  };
  /// Where evaluation of an expression may meet a missing name.
  enum class Missing { error, undefined };

  // renderer.cpp: statements
  void run_template(const Template& page, std::string& out);
  void run(const Body& body, std::string& out);
  void run_one(const Statement& statement, std::string& out);
  void run_output(const Statement& statement, std::string& out);
  void run_if(const Statement& statement, std::string& out);
  void run_for(const Statement& statement, std::string& out);
  void run_set(const Statement& statement);
  void run_block(const Statement& statement, std::string& out);
  void run_block_level(std::string_view name, std::size_t level, std::string& out);
  void run_include(const Statement& statement, std::string& out);
  void run_import(const Statement& statement);
  void run_with(const Statement& statement, std::string& out);
  void assign(const Statement& statement, const values::Value& value, std::size_t offset);
  const Template* template_named(const Expression& expression, bool missing_is_fine);
  const Module* module_of(const Template& source);
  bool enter(std::size_t offset, const Template& next);
  void leave();

  // evaluate.cpp: expressions
  values::Value evaluate(const Expression& expression, Missing missing = Missing::error);
  values::Value evaluate_name(const Expression& expression, Missing missing);
  values::Value evaluate_attribute(const Expression& expression, Missing missing);
  values::Value evaluate_subscript(const Expression& expression, Missing missing);
  values::Value evaluate_slice(const Expression& expression);
  values::Value evaluate_filter(const Expression& expression);
  values::Value evaluate_test(const Expression& expression);
  values::Value evaluate_call(const Expression& expression);
  values::Value evaluate_range(const Expression& expression);
  values::Value evaluate_arithmetic(const Expression& expression);
  values::Value evaluate_comparison(const Expression& expression);
  values::Value evaluate_concatenation(const Expression& expression);
  values::Value call_macro(const MacroObject& object, const Expression& call);
  bool is_true(const Expression& expression);
  values::Value missing_name(const Expression& expression, std::string_view what,
                             std::vector<std::string_view> known, Missing missing);

  values::Value fail(std::size_t offset, std::string code, std::string message,
                     std::string remedy = {});

  [[nodiscard]] bool failed() const { return problem_.has_value(); }

  const Program& program_;
  Scope scope_;
  const Template* current_ = nullptr;                           ///< whose source offsets mean
  std::map<std::string_view, std::vector<BlockLevel>> blocks_;  ///< nearest child first
  std::vector<CurrentBlock> open_blocks_;
  std::map<const Template*, Module*> modules_;
  std::deque<Module> module_storage_;
  std::vector<diagnostics::Note> calls_;
  std::vector<const Template*> callers_;
  std::optional<diagnostics::Diagnostic> problem_;
};

/// A macro and the template that it can see the other names of.
struct Renderer::MacroObject : values::Object {
  const Macro* macro = nullptr;
  const Template* home = nullptr;
  const Module* module = nullptr;  ///< null: of the page's own templates
};

}  // namespace jinja
