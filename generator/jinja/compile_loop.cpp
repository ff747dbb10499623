#include "jinja/template_compiler.hpp"

namespace jinja {

/// Stores the item that `loop_next` at index `next` gives.
void TemplateCompiler::assign_item(const For& node, std::uint32_t next, Place place) {
  const Target& target = node.target;
  const values::Shape shape = shape_of_item(shape_of(node.iterable));
  const bool plain = target.parts.empty() && target.field.empty();
  const std::uint32_t slot =
      plain ? builder_->declare(target.name, Assigned::surely, shape) : UINT32_MAX;
  if (slot < UINT16_MAX) {
    builder_->at(next).count = static_cast<std::uint16_t>(slot + 1);
    return;
  }
  // Counts the item that loop_next pushes.
  builder_->grow_stack(1);
  assign(target, place);
}

/// `for x in list if condition`: first a loop that keeps the items, so that `loop.length` and
/// `loop.last` are those of the items that are left.
void TemplateCompiler::compile_loop_filter(const For& node, Place place) {
  builder_->open_scope();
  const std::uint32_t slot = builder_->new_slot({});
  const std::uint32_t begin = emit({.op = Op::loop_begin, .a = slot}, place, -1);
  const std::uint32_t next = emit({.op = Op::loop_next, .a = slot}, place, 0);
  assign_item(node, next, place);
  compile(*node.filter);
  const std::uint32_t skip =
      emit({.op = Op::jump_if_false}, {node.filter->offset, node.filter->start}, -1);
  emit({.op = Op::loop_keep, .a = slot}, place, 0);
  emit({.op = Op::jump, .a = next}, place, 0);
  builder_->at(skip).a = next;
  builder_->land(begin);
  builder_->land(next);
  emit({.op = Op::loop_kept, .a = slot}, place, 1);
  builder_->close_scope();
}

void TemplateCompiler::compile_loop_body(For& node, std::uint32_t loop_slot, Place place) {
  const std::uint32_t next = emit({.op = Op::loop_next, .a = loop_slot}, place, 0);
  loops_.push_back({{}, next, builder_->captures});
  assign_item(node, next, {node.target.offset, node.target.offset});
  compile_body(node.body);
  emit({.op = Op::jump, .a = next}, place, 0);
  builder_->land(next);
  for (const std::uint32_t jump : loops_.back().breaks) {
    builder_->land(jump);
  }
  loops_.pop_back();
}

void TemplateCompiler::compile_node(For& node, Place place) {
  check_iterable(node.iterable);
  compile(node.iterable);
  const Place iterable{node.iterable.offset, node.iterable.start};
  // The filter of a recursive loop filters each level anew.
  const std::uint32_t start = builder_->here();
  if (node.filter) {
    compile_loop_filter(node, iterable);
  }
  builder_->open_scope();
  ++builder_->conditional;
  const std::uint32_t loop_slot = builder_->declare_loop();
  const std::uint32_t begin = emit({.op = Op::loop_begin, .a = loop_slot}, iterable, -1);
  if (node.recursive) {
    emit({.op = Op::allow_recursion, .a = loop_slot, .b = start}, place, 0);
  }
  compile_loop_body(node, loop_slot, place);
  emit({.op = Op::loop_end, .a = loop_slot}, place, 0);
  builder_->close_scope();
  if (node.otherwise.empty()) {
    builder_->land(begin);
  } else {
    const std::uint32_t to_end = emit({.op = Op::jump}, place, 0);
    builder_->land(begin);
    builder_->open_scope();
    compile_body(node.otherwise);
    builder_->close_scope();
    builder_->land(to_end);
  }
  if (node.recursive) {
    emit({.op = Op::recursion_end}, place, 0);
  }
  --builder_->conditional;
}

void TemplateCompiler::compile_node(LoopControl& node, Place place) {
  LoopLabels& loop = loops_.back();
  for (int i = loop.captures; i < builder_->captures; ++i) {
    emit({.op = Op::drop_capture}, place, 0);
  }
  const std::uint32_t jump = emit({.op = Op::jump, .a = loop.next}, place, 0);
  if (node == LoopControl::break_loop) {
    loop.breaks.push_back(jump);
  }
}

}  // namespace jinja
