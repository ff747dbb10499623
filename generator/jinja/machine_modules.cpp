#include "jinja/machine.hpp"

/// Templates in use, their variables, and what is kept for reuse while a page is rendered.
namespace jinja {

Layer& Machine::new_layer(const Layer* below, std::span<const values::Value* const> base) {
  Layer* layer = nullptr;
  if (free_layers_.empty()) {
    layer = &layers_.emplace_back();
  } else {
    layer = free_layers_.back();
    free_layers_.pop_back();
  }
  layer->reset(below, base);
  return *layer;
}

void Machine::end_layer(Layer& layer, std::size_t macros_before) {
  if (macros_made_ == macros_before) {
    layer.reset(nullptr, {});
    free_layers_.push_back(&layer);
  }
}

Module& Machine::new_module(const Template& source, const Layer* below, bool with_context) {
  Module* module = nullptr;
  if (free_modules_.empty()) {
    module = &modules_.emplace_back();
  } else {
    module = free_modules_.back();
    free_modules_.pop_back();
  }
  module->source = &source;
  module->bare = false;
  module->layer = &new_layer(with_context ? below : nullptr,
                             with_context ? below != nullptr ? below->base() : context_base_
                                          : std::span<const values::Value* const>(global_base_));
  return *module;
}

void Machine::end_module(Module& module, std::size_t macros_before) {
  if (macros_made_ == macros_before) {
    end_layer(*module.layer, macros_before);
    free_modules_.push_back(&module);
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

Module* Machine::import(Frame& frame, const Template& source, const Instruction& instruction) {
  const bool with_context = (instruction.flag & include_with_context) != 0;
  if (!with_context) {
    const auto known = imported_.find(&source);
    const bool enough = (instruction.flag & import_macros_only) != 0;
    if (known != imported_.end() && (enough || !known->second->bare)) {
      return known->second;
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
    imported_.emplace(&source, &module);
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
    imported_[&source] = &module;
  }
  return &module;
}

const Template* Machine::find_template(std::string_view name) const {
  const auto found = program_.template_by_name.find(name);
  return found == program_.template_by_name.end() ? nullptr : &program_.templates[found->second];
}

std::shared_ptr<Loop> Machine::new_loop() {
  if (free_loops_.empty()) {
    return std::make_shared<Loop>();
  }
  std::shared_ptr<Loop> loop = std::move(free_loops_.back());
  free_loops_.pop_back();
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
    free_loops_.push_back(std::move(held));
  }
}

void Machine::remember(const std::shared_ptr<Namespace>& name_space) {
  namespaces_.push_back(name_space);
}

}  // namespace jinja
