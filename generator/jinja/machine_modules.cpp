#include "jinja/machine.hpp"

#include <algorithm>

/// Templates in use, their variables, and what is kept for reuse while a page is rendered.
namespace jinja {

Layer& Machine::new_layer(const Layer* below, std::span<const values::Value* const> base) {
  Layer* layer = nullptr;
  if (work_.free_layers.empty()) {
    layer = &work_.layers.emplace_back();
  } else {
    layer = work_.free_layers.back();
    work_.free_layers.pop_back();
  }
  layer->reset(below, base);
  return *layer;
}

void Machine::end_layer(Layer& layer, std::size_t macros_before) {
  if (macros_made_ == macros_before) {
    layer.reset(nullptr, {});
    work_.free_layers.push_back(&layer);
  }
}

Module& Machine::new_module(const Template& source, const Layer* below, bool with_context) {
  Module* module = nullptr;
  if (work_.free_modules.empty()) {
    module = &work_.modules.emplace_back();
  } else {
    module = work_.free_modules.back();
    work_.free_modules.pop_back();
  }
  module->source = &source;
  module->bare = false;
  module->layer =
      &new_layer(with_context ? below : nullptr,
                 with_context ? below != nullptr ? below->base() : work_.context_base
                              : std::span<const values::Value* const>(work_.global_base));
  return *module;
}

void Machine::end_module(Module& module, std::size_t macros_before) {
  if (macros_made_ == macros_before) {
    end_layer(*module.layer, macros_before);
    work_.free_modules.push_back(&module);
  }
}

void Machine::add_visible(const Frame& frame, std::uint32_t list, Layer& layer) {
  if (list == 0) {
    return;
  }
  for (const VisibleName& visible : frame.source->visible_lists[list - 1]) {
    const values::Value& value = frame.slots[visible.slot];
    if (!value.is_undefined() || value.absence()->place != nullptr) {
      layer.set(visible.name, value);
    }
  }
}

void Machine::add_imported(const Template& source, Module& module) {
  const auto known =
      std::ranges::find(work_.imported, &source, &std::pair<const Template*, Module*>::first);
  if (known == work_.imported.end()) {
    work_.imported.emplace_back(&source, &module);
  } else {
    known->second = &module;
  }
}

Module* Machine::import(Frame& frame, const Template& source, const Instruction& instruction) {
  const bool with_context = (instruction.flag & include_with_context) != 0;
  if (!with_context) {
    Module* const known = find_module(source);
    const bool enough = (instruction.flag & import_macros_only) != 0;
    if (known != nullptr && (enough || !known->bare)) {
      return known;
    }
  }
  count_macro();  // the module object refers to what is made here
  const Layer* below = nullptr;
  if (with_context) {
    Layer& visible = new_layer(frame.layer, frame.layer->base());
    add_visible(frame, instruction.b, visible);
    below = &visible;
  }
  Module& module = new_module(source, below, with_context);
  if (source.only_macros && (instruction.flag & import_macros_only) != 0) {
    // Its macros are called by way of the templates: nothing of its body is needed.
    module.chain.assign(1, &source);
    add_imported(source, module);
    module.bare = true;
    return &module;
  }
  begin_capture();
  const bool good = run_template(module, source.bodies.front().context);
  end_capture();
  if (!good) {
    note(frame, "imported from here");
    return nullptr;
  }
  if (!with_context) {
    add_imported(source, module);
  }
  return &module;
}

const Template* Machine::find_template(std::string_view name) const {
  const auto found = program_.template_by_name.find(name);
  return found == program_.template_by_name.end() ? nullptr : &program_.templates[found->second];
}

std::shared_ptr<Loop> Machine::new_loop() {
  if (work_.free_loops.empty()) {
    return std::make_shared<Loop>();
  }
  std::shared_ptr<Loop> loop = std::move(work_.free_loops.back());
  work_.free_loops.pop_back();
  return loop;
}

void Machine::end_loop(values::Value& slot) {
  Loop* const loop = object_as<Loop>(slot);
  if (loop == nullptr) {
    return;
  }
  loop->recursion = nullptr;
  std::shared_ptr<Loop> held = std::static_pointer_cast<Loop>(slot.share_object());
  slot = values::Value();
  // Somebody may have kept `loop` in a variable of an outer scope: then it stays as it is.
  if (held.use_count() == 1) {
    loop->items = values::Value();
    loop->kept.clear();
    loop->last_changed.reset();
    work_.free_loops.push_back(std::move(held));
  }
}

void Machine::remember(const std::shared_ptr<Namespace>& name_space) {
  namespaces_.push_back(name_space);
}

}  // namespace jinja
