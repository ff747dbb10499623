#include "jinja/machine.hpp"

#include "text/html_escape.hpp"
#include "values/value_operators.hpp"

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

Machine::Machine(const Program& program, const values::Map& globals, const values::Map& context,
                 std::string& out)
    : program_(program),
      global_base_(program.variables.size()),
      out_(&out),
      strict_(program.options.undefined == Undefined::strict) {
  for (const auto& [name, function] : program.functions) {
    global_base_[name] = &function;
  }
  add_base(program.variables, globals, global_base_);
  context_base_ = global_base_;
  add_base(program.variables, context, context_base_);
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
  if (run_template(module)) {
    return std::nullopt;
  }
  return std::move(error_);
}

bool Machine::run_template(Module& module) {
  const Template* source = module.source;
  module.chain.assign(1, source);
  std::vector<Frame> extended;  // the bodies that led here, for the notes
  std::string* const out = out_;
  for (;;) {
    Frame frame;
    frame.source = source;
    frame.routine = &source->routines.front();
    frame.module = &module;
    frame.layer = module.layer;
    const bool good = run_routine(frame, [](Frame&) {});
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
    discarded_.clear();
    module.chain.push_back(frame.parent);
    source = frame.parent;
    extended.push_back(frame);
  }
}

bool Machine::run_block(Frame& caller, NameId name, std::size_t from_level, Layer* layer) {
  const std::vector<const Template*>& chain = caller.module->chain;
  for (std::size_t level = from_level; level < chain.size(); ++level) {
    for (const BlockEntry& entry : chain[level]->blocks) {
      if (entry.name != name) {
        continue;
      }
      if (entry.required) {
        return fail(caller, "jinja/missing-block",
                    "the block \"" + program_.block_names.name_of(name) +
                        "\" is required, but no template fills it");
      }
      Frame frame;
      frame.source = chain[level];
      frame.routine = &frame.source->routines[entry.routine];
      frame.module = caller.module;
      frame.layer = layer;
      frame.block = {name, level, true};
      if (run_routine(frame, [](Frame&) {})) {
        return check_output_size(caller);
      }
      return note(caller, "in the block \"" + program_.block_names.name_of(name) + "\"");
    }
  }
  return fail(caller, "jinja/missing-block",
              "there is no block \"" + program_.block_names.name_of(name) + "\"" +
                  (from_level > 0 ? " in the templates that this one extends" : ""));
}

void Machine::emit(const values::Value& value, bool escape) {
  switch (value.kind()) {
    case values::Kind::undefined:
      return;
    case values::Kind::text:
      if (escape && !value.is_trusted()) {
        text::append_html_escaped(*out_, value.as_text());
      } else {
        out_->append(value.as_text());
      }
      return;
    case values::Kind::list:
    case values::Kind::map:
    case values::Kind::object:
      if (escape) {
        text::append_html_escaped(*out_, values::printed(value));
        return;
      }
      break;
    default:
      break;
  }
  values::append_printed(*out_, value);
}

void Machine::begin_capture() {
  const std::size_t open = outer_outs_.size();
  if (open == buffers_.size()) {
    buffers_.emplace_back();
  }
  outer_outs_.push_back(out_);
  out_ = &buffers_[open];
}

std::string Machine::end_capture() {
  const std::size_t open = outer_outs_.size() - 1;
  out_ = outer_outs_.back();
  outer_outs_.pop_back();
  return std::exchange(buffers_[open], {});
}

bool Machine::check_output_size(const Frame& frame) {
  return out_->size() < kMaxOutputSize ||
         fail(frame, "jinja/output-limit",
              "this page is larger than " + std::to_string(kMaxOutputSize / 1'000'000) + " MB");
}

}  // namespace jinja
