#pragma once

#include "jinja/environment.hpp"
#include "jinja/instruction.hpp"
#include "jinja/name_table.hpp"
#include "jinja/test_table.hpp"
#include "jinja/filter_table.hpp"

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

enum class RoutineKind { template_body, block, macro, call_block };

/// A variable of the definer that a macro or call block takes along: the first of `sources` that
/// is set goes to slot `target`.
struct Capture {
  std::uint32_t target = 0;
  std::vector<std::uint32_t> sources;
};

/// Instructions that run in one frame.
struct Routine {
  RoutineKind kind = RoutineKind::template_body;
  std::string_view name;  ///< of the block or macro
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
};

struct BlockEntry {
  NameId name = 0;
  std::uint32_t routine = 0;
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
  std::deque<Routine> routines;    ///< the first is the template's body
  std::vector<BlockEntry> blocks;
  std::vector<NameId> exports;     ///< variables and macros of its outermost level
  std::vector<std::string_view> texts;
  std::deque<std::string> made_texts;  ///< texts that are not in the source as they are
  std::vector<values::Value> constants;
  std::vector<std::string_view> fields;
  std::vector<CallShape> shapes;
  std::vector<FilterUse> filters;
  std::vector<const BuiltinTest*> tests;
  std::vector<std::vector<VisibleName>> visible_lists;
  std::vector<LateError> late_errors;
  std::uint32_t hint_count = 0;
  std::unique_ptr<FieldHint[]> hints;
};

struct Program {
  Options options;
  NameTable variables;
  NameTable block_names;
  std::deque<Template> templates;
  std::map<std::string, std::uint32_t, std::less<>> template_by_name;
  std::map<std::string, HostFilter> host_filters;
  std::vector<std::pair<NameId, values::Value>> functions;  ///< range, dict, ...
};

}  // namespace jinja
