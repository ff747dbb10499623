#include "jinja/routine_builder.hpp"

#include <algorithm>

namespace jinja {

std::uint32_t RoutineBuilder::emit(Instruction instruction, Place place, int change) {
  routine_.code.push_back(instruction);
  routine_.places.push_back(place);
  grow_stack(change);
  return here() - 1;
}

void RoutineBuilder::grow_stack(int change) {
  height_ += change;
  routine_.stack_size = std::max(routine_.stack_size, static_cast<std::uint32_t>(height_));
}

std::uint32_t RoutineBuilder::take_text() {
  if (here() == 0 || landed_ == here() || routine_.code.back().op != Op::text) {
    return 0;
  }
  const std::uint32_t text = routine_.code.back().a;
  routine_.code.pop_back();
  routine_.places.pop_back();
  return text + 1;
}

void RoutineBuilder::land(std::uint32_t index) {
  landed_ = here();
  Instruction& jump = at(index);
  switch (jump.op) {
    case Op::load_slot_if_set:
    case Op::jump_if_set:
    case Op::loop_begin:
    case Op::loop_next:
      jump.b = here();
      return;
    default:
      jump.a = here();
  }
}

std::uint32_t RoutineBuilder::new_slot(std::string_view name) {
  routine_.slot_names.push_back(name);
  return static_cast<std::uint32_t>(routine_.slot_names.size() - 1);
}

std::uint32_t RoutineBuilder::declare(std::string_view name, Assigned assigned,
                                      const values::Shape& shape) {
  Scope& scope = scopes_.back();
  const auto known = std::ranges::find(scope, name, &Variable::name);
  if (known != scope.end()) {
    if (assigned == Assigned::surely) {
      known->assigned = assigned;
    }
    // In a branch it may get another shape than it had.
    known->shape = conditional > 0 && known->shape != shape ? values::Shape() : shape;
    return known->slot;
  }
  const std::uint32_t slot = new_slot(name);
  scope.push_back({name, slot, assigned, false, shape});
  return slot;
}

std::uint32_t RoutineBuilder::declare_loop() {
  const std::uint32_t slot = declare("loop", Assigned::surely);
  scopes_.back().back().loop = true;
  return slot;
}

bool RoutineBuilder::declared_here(std::string_view name) const {
  return std::ranges::find(scopes_.back(), name, &Variable::name) != scopes_.back().end();
}

void RoutineBuilder::find_in_scopes(std::string_view name, std::size_t first_scope, Found& found) {
  for (std::size_t i = scopes_.size(); i > first_scope && !found.surely; --i) {
    const Scope& scope = scopes_[i - 1];
    const auto variable = std::ranges::find(scope, name, &Variable::name);
    if (variable != scope.end()) {
      found.loop = found.slots.empty() && variable->loop;
      found.slots.push_back(variable->slot);
      read_.push_back(variable->slot);
      found.surely = variable->assigned == Assigned::surely;
      found.shape = found.surely && found.slots.size() == 1 ? variable->shape : values::Shape();
    }
  }
}

bool RoutineBuilder::is_read(std::uint32_t slot) const {
  return std::ranges::find(read_, slot) != read_.end();
}

void RoutineBuilder::find_in_outer(std::string_view name, Found& found) {
  if (outer_ == nullptr || found.surely) {
    return;
  }
  const auto known = std::ranges::find(captured_, name, &Variable::name);
  if (known != captured_.end()) {
    found.slots.push_back(known->slot);
    return;
  }
  const Found sources = outer_->find_for_inner(name);
  if (sources.slots.empty()) {
    return;
  }
  const std::uint32_t slot = new_slot(name);
  captured_.push_back({name, slot, Assigned::maybe});
  routine_.captures.push_back({slot, sources.slots});
  found.slots.push_back(slot);
}

RoutineBuilder::Found RoutineBuilder::find(std::string_view name) {
  Found found;
  find_in_scopes(name, 0, found);
  find_in_outer(name, found);
  return found;
}

RoutineBuilder::Found RoutineBuilder::find_for_inner(std::string_view name) {
  // The template's own level is looked up in its module, where macros defined later are found too.
  Found found;
  find_in_scopes(name, routine_.kind == RoutineKind::template_body ? 1 : 0, found);
  find_in_outer(name, found);
  return found;
}

void RoutineBuilder::collect_names(std::vector<std::string_view>& names) const {
  if (outer_ != nullptr) {
    outer_->collect_names(names);
  }
  const std::size_t first = routine_.kind == RoutineKind::template_body ? 1 : 0;
  for (std::size_t i = first; i < scopes_.size(); ++i) {
    for (const Variable& variable : scopes_[i]) {
      const bool special = variable.slot == routine_.varargs_slot ||
                           variable.slot == routine_.kwargs_slot ||
                           variable.slot == routine_.caller_slot;
      if (!special && std::ranges::find(names, variable.name) == names.end()) {
        names.push_back(variable.name);
      }
    }
  }
}

void RoutineBuilder::list_variables(NameTable& names, std::vector<VisibleName>& list) {
  std::vector<std::string_view> visible;
  collect_names(visible);
  for (const std::string_view name : visible) {
    const Found found = find_for_inner(name);
    for (auto slot = found.slots.rbegin(); slot != found.slots.rend(); ++slot) {
      list.push_back({names.intern(name), *slot});
    }
  }
}

std::vector<bool> RoutineBuilder::assigned_here() const {
  std::vector<bool> assigned;
  for (const Variable& variable : scopes_.back()) {
    assigned.push_back(variable.assigned == Assigned::surely);
  }
  return assigned;
}

void RoutineBuilder::restore_assigned(const std::vector<bool>& assigned) {
  Scope& scope = scopes_.back();
  for (std::size_t i = 0; i < scope.size(); ++i) {
    const bool surely = i < assigned.size() && assigned[i];
    scope[i].assigned = surely ? Assigned::surely : Assigned::maybe;
  }
}

}  // namespace jinja
