#pragma once

#include "diagnostics/diagnostic.hpp"
#include "jinja/escape_url.hpp"
#include "jinja/escaping.hpp"
#include "jinja/fragments.hpp"
#include "jinja/program.hpp"
#include "jinja/template_object.hpp"
#include "jinja/workspace.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jinja {

/// One run of a routine.
struct Frame {
  const Template* source = nullptr;
  const Routine* routine = nullptr;
  const Instruction* next = nullptr;
  values::Value* slots = nullptr;
  values::Value* top = nullptr;  ///< one past the top of the stack
  Module* module = nullptr;
  Layer* layer = nullptr;
  BlockPosition block;
  const Template* parent = nullptr;       ///< set once the body has reached its `extends`
  const Instruction* extended = nullptr;  ///< that `extends`
  bool recursion = false;                 ///< runs for a `loop(...)`
  std::int64_t depth = 0;                 ///< of that recursion

  // Called by most instructions; the compiler would not inline them by itself.
  [[gnu::always_inline]] void push(const values::Value& value) { *top++ = value; }

  [[gnu::always_inline]] void push(values::Value&& value) { *top++ = std::move(value); }

  values::Value pop() { return std::move(*--top); }
};

/// Renders one page: runs instructions, keeps their values and buffers, and the error if there is
/// one. The functions of operations.hpp do the work; whatever returns false has failed.
class Machine {
 public:
  /// All arguments outlive the machine. The workspace holds nothing of another page.
  Machine(const Program& program, const RenderInput& input, Workspace& workspace);
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;
  Machine(Machine&&) = delete;
  Machine& operator=(Machine&&) = delete;
  ~Machine();

  /// Renders a page from its template to the workspace's page.
  std::optional<diagnostics::Diagnostic> render(const Template& source);

  // Running: machine.cpp, operations.cpp
  bool run(Frame& frame);

  /// Runs `routine` in a new frame, whose first slots `prepare` may fill.
  template <typename Prepare>
  bool run_routine(Frame& frame, Prepare prepare) {
    frame.next = frame.routine->code.data();
    return run_from(frame, prepare);
  }

  template <typename Prepare>
  bool run_from(Frame& frame, Prepare prepare) {
    if (++depth_ > program_.options.limits.depth) {
      return fail_depth(frame);
    }
    deepest_ = std::max(deepest_, depth_);
    const std::size_t slots = frame.routine->slot_names.size();
    const std::size_t size = slots + frame.routine->stack_size;
    frame.slots = work_.stack.take(slots, size);
    frame.top = frame.slots + slots;
    prepare(frame);
    const bool good = run(frame);
    work_.stack.give_back(size);
    --depth_;
    return good;
  }

  /// Runs a template's body, and what it extends, with output that stands at `context`.
  bool run_template(Module& module, ContextId context);

  /// A block of a page: the first of that name from `level` of the chain on, seeing `layer`.
  struct BlockCall {
    NameId name = 0;
    std::size_t level = 0;
    Layer* layer = nullptr;
    ContextId context = 0;
  };

  bool run_block(Frame& caller, const BlockCall& call);
  /// The number of the routine for `context`. If there is none, the first one, with `fits` false:
  /// its output is markup for another place.
  static std::uint32_t select_variant(const std::vector<Variant>& variants, ContextId context,
                                      bool& fits);

  /// Runs `work`, whose output was escaped for the text between tags, and writes it at `context`.
  template <typename Work>
  bool run_displaced(const Frame& frame, ContextId context, Work work) {
    std::string written;
    return capture(written, work) &&
           emit(frame, values::Value::text(std::move(written), values::Safety::trusted),
                program_.contexts.escaping(context));
  }

  // Modules and layers: machine_modules.cpp
  Module& new_module(const Template& source, const Layer* below, bool with_context);
  /// Takes back what new_module gave last, unless a macro made meanwhile may still need it.
  void end_module(Module& module, std::size_t macros_before);
  Layer& new_layer(const Layer* below, std::span<const values::Value* const> base);
  void end_layer(Layer& layer, std::size_t macros_before);
  /// Sets in `layer` what visible list `list` - 1 of the frame's template names.
  static void add_visible(const Frame& frame, std::uint32_t list, Layer& layer);

  /// The module of an imported template without context, if the page has imported it.
  [[nodiscard]] Module* find_module(const Template& source) const {
    for (const auto& [known, module] : work_.imported) {
      if (known == &source) {
        return module;
      }
    }
    return nullptr;
  }

  /// The module of an imported template; without context it is made once a page.
  Module* import(Frame& frame, const Template& source, const Instruction& instruction);
  void add_imported(const Template& source, Module& module);
  [[nodiscard]] const Template* find_template(std::string_view name) const;
  std::shared_ptr<Loop> new_loop();
  void end_loop(values::Value& slot);
  void remember(const std::shared_ptr<Namespace>& name_space);

  // Fragments: operations_output.cpp
  /// Appends what a page rendered for part `index` of the site, and counts it, if some page has and
  /// no limit is met inside it: then it has to be rendered, to fail where it does.
  bool append_kept(std::uint32_t index);

  /// Runs `work`, which writes part `index` of the site, and keeps that for the other pages.
  template <typename Work>
  bool keep_written(std::uint32_t index, Work work) {
    const std::size_t start = out_->size();
    const std::uint64_t rounds = rounds_;
    const int deepest = std::exchange(deepest_, depth_);
    const bool good = work();
    if (good && fragments_ != nullptr) {
      fragments_->keep(index, {.text = std::string(out_->from(start)),
                               .depth = deepest_ - depth_,
                               .rounds = rounds_ - rounds});
    }
    deepest_ = std::max(deepest, deepest_);
    return good;
  }

  // Output
  [[nodiscard]] OutputBuffer& out() { return *out_; }

  /// Appends `value`; fails if it is trusted, but would break out of its place.
  bool emit(const Frame& frame, const values::Value& value, Escaping escaping) {
    static constexpr Escaping kText(Escape::text);
    static constexpr Escaping kAttribute(Escape::attribute, Wrapper::quoted);
    static constexpr Escaping kUrl(Escape::url, Wrapper::quoted);
    // Most values are plain texts and numbers between tags or in quotes, and addresses in quotes.
    const bool in_text = escaping == kText || escaping == kAttribute;
    if (value.kind() == values::Kind::text && !value.is_trusted()) [[likely]] {
      if (in_text) [[likely]] {
        out_->append_html_escaped(value.as_text());
        return true;
      }
      if (escaping == kUrl && is_plain_address(value.as_text())) {
        out_->append(value.as_text());
        return true;
      }
    } else if (value.kind() == values::Kind::integer && in_text) {
      out_->append_number(value.as_integer());
      return true;
    }
    return emit_escaped(frame, value, escaping);
  }

  void begin_capture();
  std::string end_capture();

  void discard_output() { out_ = &work_.discarded; }

  /// Runs `work` with output going to a new buffer, which `captured` gets.
  template <typename Work>
  bool capture(std::string& captured, Work work) {
    begin_capture();
    const bool good = work();
    captured = end_capture();
    return good;
  }

  // Errors: machine_errors.cpp
  /// Fails at the instruction that `frame` runs. Always false.
  bool fail(const Frame& frame, std::string_view code, std::string message,
            std::string remedy = {});
  /// The same where the expression of the instruction begins.
  bool fail_at_start(const Frame& frame, std::string_view code, std::string message,
                     std::string remedy);
  bool fail_with(diagnostics::Diagnostic diagnostic);
  bool fail_depth(const Frame& frame);
  bool fail_undefined(const Frame& frame, const values::Value& value);
  /// Fails because the variable `name` of this routine is read before it has a value.
  bool fail_unset(const Frame& frame, std::string_view name);
  /// Fails because no variable has that name.
  bool fail_unknown_name(const Frame& frame, NameId name);
  /// As fail_undefined where the object is at hand: its own members make the better suggestion.
  bool fail_missing_field(const Frame& frame, const values::Value& object, std::string_view field);

  /// Whether `value` may be used: undefined ones may not where the options are strict.
  bool usable(const Frame& frame, const values::Value& value) {
    return !value.is_undefined() || (!strict_ || is_soft(value)) || fail_undefined(frame, value);
  }

  /// Adds "... from here" at the instruction that `frame` runs. Always false.
  bool note(const Frame& frame, std::string message);
  bool note_at(const Frame& frame, const Instruction* instruction, std::string message);
  [[nodiscard]] Place place_of(const Frame& frame, const Instruction* instruction) const;

  /// Counts a round of a loop; fails if there are too many.
  bool count_round(const Frame& frame) {
    return ++rounds_ <= program_.options.limits.rounds || fail_rounds(frame);
  }

  bool check_output_size(const Frame& frame) {
    return out_->size() <= program_.options.limits.output_size || fail_output_size(frame);
  }

  [[nodiscard]] const Program& program() const { return program_; }

  [[nodiscard]] Undefined undefined_mode() const { return program_.options.undefined; }

  void count_macro() { ++macros_made_; }

  [[nodiscard]] std::size_t macros_made() const { return macros_made_; }

 private:
  /// What `x if condition` without else gives prints as nothing in every mode.
  static bool is_soft(const values::Value& value);
  bool emit_escaped(const Frame& frame, const values::Value& value, Escaping escaping);
  bool fail_rounds(const Frame& frame);
  bool fail_output_size(const Frame& frame);
  /// The object whose field `instruction` of this frame reads, if it is still there.
  static const values::Value* object_read_by(const Frame& frame, const Instruction& instruction);
  [[nodiscard]] std::string suggest_variable(std::string_view name, const Frame& frame) const;

  const Program& program_;
  const RenderInput& input_;
  const Fragments* fragments_;
  Workspace& work_;
  OutputBuffer* out_;
  std::vector<std::weak_ptr<Namespace>> namespaces_;
  std::size_t macros_made_ = 0;
  int depth_ = 0;
  int deepest_ = 0;  ///< that depth_ was, since the fragment that is being written began
  std::uint64_t rounds_ = 0;
  bool strict_;
  std::optional<diagnostics::Diagnostic> error_;
};

}  // namespace jinja
