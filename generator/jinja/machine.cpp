#include "jinja/machine.hpp"

#include <algorithm>

namespace jinja {

namespace {

/// The host's values by number: a name's value is then one look into an array.
void add_base(const NameTable& names, const values::Map& members,
              std::vector<const values::Value*>& base) {
  for (const values::Map::Member& member : members.members()) {
    if (const std::optional<NameId> id = names.find(member.first)) {
      base[*id] = &member.second;
    }
  }
}

}  // namespace

Machine::Machine(const Program& program, const RenderInput& input, Workspace& workspace)
    : program_(program),
      input_(input),
      fragments_(input.fragments),
      work_(workspace),
      out_(&workspace.page),
      strict_(program.options.undefined == Undefined::strict) {
  work_.global_base.assign(program.variables.size(), nullptr);
  for (const auto& [name, function] : program.functions) {
    work_.global_base[name] = &function;
  }
  add_base(program.variables, input.globals, work_.global_base);
  work_.context_base = work_.global_base;
  add_base(program.variables, input.context, work_.context_base);
}

Machine::~Machine() {
  // Namespaces may hold each other, or macros of modules that hold them.
  for (const std::weak_ptr<Namespace>& held : namespaces_) {
    if (const std::shared_ptr<Namespace> name_space = held.lock()) {
      name_space->members = values::Map();
    }
  }
}

std::optional<diagnostics::Diagnostic> Machine::render(const Template& source) {
  if (source.error) {
    return source.error;
  }
  Module& module = new_module(source, nullptr, true);
  if (run_template(module, source.bodies.front().context)) {
    return std::nullopt;
  }
  return std::move(error_);
}

std::uint32_t Machine::select_variant(const std::vector<Variant>& variants, ContextId context,
                                      bool& fits) {
  for (const Variant& variant : variants) {
    if (variant.context == context) {
      fits = true;
      return variant.routine;
    }
  }
  fits = false;
  return variants.front().routine;
}

bool Machine::run_template(Module& module, ContextId context) {
  const Template* source = module.source;
  module.chain.assign(1, source);
  std::vector<Frame> extended;  // the bodies that led here, for the notes
  OutputBuffer* const out = out_;
  for (;;) {
    Frame frame;
    bool fits = true;
    frame.source = source;
    frame.routine = &source->routines[select_variant(source->bodies, context, fits)];
    frame.module = &module;
    frame.layer = module.layer;
    const auto run_body = [&] { return run_routine(frame, [](Frame&) {}); };
    const bool good = fits ? run_body() : run_displaced(frame, context, run_body);
    out_ = out;
    if (!good) {
      for (auto child = extended.rbegin(); child != extended.rend(); ++child) {
        note_at(*child, child->extended, "extended from here");
      }
      return false;
    }
    if (frame.parent == nullptr) {
      return true;
    }
    work_.discarded.clear();
    module.chain.push_back(frame.parent);
    source = frame.parent;
    extended.push_back(frame);
  }
}

bool Machine::run_block(Frame& caller, const BlockCall& call) {
  const std::vector<const Template*>& chain = caller.module->chain;
  for (std::size_t level = call.level; level < chain.size(); ++level) {
    const auto& blocks = chain[level]->blocks;
    const auto entry = std::ranges::find(blocks, call.name, &BlockEntry::name);
    if (entry == blocks.end()) {
      continue;
    }
    if (entry->required) {
      return fail(caller, "jinja/missing-block",
                  "the block \"" + program_.block_names.name_of(call.name) +
                      "\" is required, but no template fills it");
    }
    Frame frame;
    bool fits = true;
    frame.source = chain[level];
    frame.routine = &frame.source->routines[select_variant(entry->variants, call.context, fits)];
    frame.module = caller.module;
    frame.layer = call.layer;
    frame.block = {call.name, level, true};
    const auto run_body = [&] { return run_routine(frame, [](Frame&) {}); };
    if (fits ? run_body() : run_displaced(caller, call.context, run_body)) {
      return check_output_size(caller);
    }
    return note(caller, "in the block \"" + program_.block_names.name_of(call.name) + "\"");
  }
  return fail(caller, "jinja/missing-block",
              "there is no block \"" + program_.block_names.name_of(call.name) + "\"" +
                  (call.level > 0 ? " in the templates that this one extends" : ""));
}

bool Machine::emit_escaped(const Frame& frame, const values::Value& value, Escaping escaping) {
  work_.escaped.clear();
  std::optional<std::string> refusal = append_escaped(work_.escaped, value, escaping);
  out_->append(work_.escaped);
  return !refusal || fail(frame, "jinja/unsafe-markup", *std::move(refusal),
                          "print it without \"safe\", or take what is trusted apart");
}

void Machine::begin_capture() {
  const std::size_t open = work_.outer_outs.size();
  if (open == work_.buffers.size()) {
    work_.buffers.emplace_back();
  }
  work_.outer_outs.push_back(out_);
  out_ = &work_.buffers[open];
}

std::string Machine::end_capture() {
  const std::size_t open = work_.outer_outs.size() - 1;
  out_ = work_.outer_outs.back();
  work_.outer_outs.pop_back();
  return work_.buffers[open].take();
}

}  // namespace jinja
