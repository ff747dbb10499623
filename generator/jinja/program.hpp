#pragma once

#include "jinja/context_table.hpp"
#include "jinja/environment.hpp"
#include "jinja/filter_table.hpp"
#include "jinja/instruction.hpp"
#include "jinja/name_table.hpp"
#include "jinja/test_table.hpp"

#include <atomic>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The compiled form: flat instructions, names as numbers, texts as views into the sources.
namespace jinja {

/// Where in its template's source an instruction comes from.
struct Place {
  std::uint32_t offset = 0;  ///< where an error points
  std::uint32_t start = 0;   ///< where the expression begins
};

enum class RoutineKind { template_body, block, macro, call_block, fragment };

/// A variable of the definer that a macro or call block takes along: the first of `sources` that
/// is set goes to slot `target`.
struct Capture {
  std::uint32_t target = 0;
  std::vector<std::uint32_t> sources;
};

/// A routine that was compiled for another context than the first.
struct Variant {
  ContextId context = 0;
  std::uint32_t routine = 0;
};

/// Instructions that run in one frame.
struct Routine {
  RoutineKind kind = RoutineKind::template_body;
  std::string_view name;  ///< of the block or macro
  ContextId context = 0;  ///< where its output begins
  std::vector<Instruction> code;
  std::vector<Place> places;                 ///< one for each instruction
  std::vector<std::string_view> slot_names;  ///< empty for slots that are no variables
  std::uint32_t stack_size = 0;

  std::vector<std::string_view> parameters;  ///< of a macro; they stand in the first slots
  std::vector<Capture> captures;
  static constexpr std::uint32_t kNoSlot = UINT32_MAX;
  std::uint32_t varargs_slot = kNoSlot;  ///< set if the macro uses the name
  std::uint32_t kwargs_slot = kNoSlot;
  std::uint32_t caller_slot = kNoSlot;
  bool ends_elsewhere = false;    ///< its output leaves a tag or an attribute open
  bool outermost = false;         ///< a macro of the template's own level, compiled first
  std::vector<Variant> variants;  ///< of a macro, for the contexts in which it is called
};

struct BlockEntry {
  NameId name = 0;
  std::vector<Variant> variants;  ///< one for each context in which it stands; never empty
  std::uint32_t offset = 0;
  bool required = false;
};

/// Variables that an included template or scoped block sees beside those of the context; later
/// ones hide earlier ones.
struct VisibleName {
  NameId name = 0;
  std::uint32_t slot = 0;
};

/// How many arguments a call has on the stack, and their names.
struct CallShape {
  std::uint32_t positional = 0;
  std::vector<std::string_view> names;
  bool spread_list = false;
  bool spread_map = false;

  bool operator==(const CallShape&) const = default;
};

struct Template;

/// A call of a macro that was known while compiling: its arguments stand on the stack in the order
/// of `slots`, which say where they go.
struct KnownCall {
  std::uint32_t home = 0;  ///< the template that has the macro
  std::string_view macro;
  ContextId context = 0;    ///< where the output goes; that of values if it becomes one
  bool own_module = false;  ///< the macro is called by its own template
  std::vector<std::uint32_t> slots;
  const Template* source = nullptr;  ///< these two are set when all templates are compiled
  const Routine* routine = nullptr;
};

/// A filter that a template uses: ours or the host's.
struct FilterUse {
  std::string_view name;
  const BuiltinFilter* builtin = nullptr;
  const HostFilter* host = nullptr;
};

/// What is wrong, but only where it is reached.
struct LateError {
  std::string_view code;
  std::string message;
  std::string remedy;
};

/// Which field a record has at a place where fields are read: most places see one type only.
using FieldHint = std::atomic<const values::RecordField*>;

struct Template {
  std::string name;
  std::shared_ptr<const text::SourceText> source;
  std::optional<diagnostics::Diagnostic> error;  ///< the first of its own; it cannot be rendered
  std::deque<Routine> routines;
  std::vector<Variant> bodies;  ///< the first is for the context in which templates begin
  std::vector<BlockEntry> blocks;
  std::vector<NameId> exports;  ///< variables and macros of its outermost level
  std::vector<std::string_view> texts;
  std::deque<std::string> made_texts;  ///< texts that are not in the source as they are
  std::vector<values::Value> constants;
  std::vector<std::string_view> fields;
  std::vector<CallShape> shapes;
  std::vector<KnownCall> known_calls;
  bool only_macros = false;  ///< its body defines macros, and nothing else asks for them by name
  std::vector<FilterUse> filters;
  std::vector<const BuiltinTest*> tests;
  std::vector<std::vector<VisibleName>> visible_lists;
  std::vector<LateError> late_errors;
  std::vector<const values::RecordField*> expected_fields;  ///< what the data model tells
  std::unique_ptr<FieldHint[]> hints;                       ///< begin with what is expected
};

struct Program {
  Options options;
  ContextTable contexts;
  NameTable variables;
  NameTable block_names;
  std::deque<Template> templates;
  std::map<std::string, std::uint32_t, std::less<>> template_by_name;
  std::map<std::string, HostFilter> host_filters;
  std::vector<std::pair<NameId, values::Value>> functions;  ///< range, dict, ...
  std::uint32_t fragment_count = 0;
};

}  // namespace jinja
