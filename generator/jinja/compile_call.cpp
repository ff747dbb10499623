#include "jinja/template_compiler.hpp"
#include "text/suggestion.hpp"

#include <algorithm>

/// Calls, filters and tests.
namespace jinja {

std::pair<std::uint32_t, int> TemplateCompiler::compile_arguments(const ArgumentList& arguments,
                                                                  MacroIndex caller) {
  CallShape shape;
  int count = 0;
  for (const Expression& argument : arguments.positional) {
    compile(argument);
    ++count;
  }
  shape.positional = static_cast<std::uint32_t>(arguments.positional.size());
  for (const auto& [name, argument] : arguments.named) {
    compile(argument);
    shape.names.push_back(name);
    ++count;
  }
  if (caller) {
    emit({.op = Op::make_macro, .a = *caller}, {}, 1);
    shape.names.emplace_back("caller");
    ++count;
  }
  if (arguments.spread_list != nullptr) {
    compile(*arguments.spread_list);
    shape.spread_list = true;
    ++count;
  }
  if (arguments.spread_map != nullptr) {
    compile(*arguments.spread_map);
    shape.spread_map = true;
    ++count;
  }
  const auto known = std::ranges::find(template_.shapes, shape);
  const auto index = static_cast<std::uint32_t>(known - template_.shapes.begin());
  if (known == template_.shapes.end()) {
    template_.shapes.push_back(std::move(shape));
  }
  return {index, count};
}

void TemplateCompiler::compile_node(const Call& node, Place place) {
  const std::uint8_t flags = autoescape_ ? call_autoescape : 0;
  compile_call(node, place, {flags, base_}, std::nullopt);
}

bool TemplateCompiler::compile_special_call(const Call& node, Place place, CallResult result) {
  const int pushed = (result.flags & call_emits) != 0 ? 0 : 1;
  const ArgumentList& arguments = node.arguments;
  const bool bare = arguments.positional.empty() && arguments.named.empty() &&
                    arguments.spread_list == nullptr && arguments.spread_map == nullptr;
  // super(), super.super(): one level up for each
  std::uint32_t levels = 1;
  const Expression* callee = node.callee.get();
  while (const Attribute* attribute = std::get_if<Attribute>(&callee->node)) {
    const Name* self = std::get_if<Name>(&attribute->object->node);
    if (self != nullptr && self->name == "self" && bare && builder_->find("self").slots.empty()) {
      emit({.op = Op::call_self,
            .flag = result.flags,
            .count = result.context,
            .a = program_.block_names.intern(attribute->name)},
           place, pushed);
      return true;
    }
    if (attribute->name != "super") {
      return false;
    }
    ++levels;
    callee = attribute->object.get();
  }
  const Name* name = std::get_if<Name>(&callee->node);
  if (name == nullptr || name->name != "super" || !bare || !builder_->find("super").slots.empty()) {
    return false;
  }
  const auto inherited = names_.inherited_blocks(index_);
  const std::string_view block = builder_->routine().name;
  if (builder_->routine().kind == RoutineKind::block && inherited && !inherited->empty() &&
      std::ranges::find(*inherited, block) == inherited->end()) {
    report(
        Severity::depends, "jinja/missing-block", place.start,
        "there is no block \"" + std::string(block) + "\" in the templates that this one extends",
        {});
  }
  emit({.op = Op::super, .flag = result.flags, .count = result.context, .a = levels}, place,
       pushed);
  return true;
}

void TemplateCompiler::compile_call(const Call& node, Place place, CallResult result,
                                    MacroIndex caller) {
  if (!caller && compile_special_call(node, place, result)) {
    return;
  }
  check_macro_arguments(node, place);
  if (!caller && compile_known_call(node, place, result)) {
    return;
  }
  const int pushed = (result.flags & call_emits) != 0 ? 0 : 1;
  if (const Attribute* method = std::get_if<Attribute>(&node.callee->node)) {
    check_field(*method->object, method->name, {node.callee->offset, node.callee->start}, "method");
    compile(*method->object);
    const auto [shape, count] = compile_arguments(node.arguments, caller);
    emit({.op = Op::call_method,
          .flag = result.flags,
          .count = result.context,
          .a = add_field(method->name),
          .b = shape},
         place, pushed - 1 - count);
    return;
  }
  compile(*node.callee);
  const auto [shape, count] = compile_arguments(node.arguments, caller);
  emit({.op = Op::call, .flag = result.flags, .count = result.context, .b = shape}, place,
       pushed - 1 - count);
}

/// What a macro does not take is wrong before it is called. A parameter without a default may be
/// left out: the macro may ask whether it is defined.
void TemplateCompiler::check_macro_arguments(const Call& node, Place place) {
  const Macro* const macro = names_.find_macro(index_, *node.callee);
  const std::string_view alias = [&] {
    const Name* name = std::get_if<Name>(&node.callee->node);
    return name == nullptr ? std::string_view() : name->name;
  }();
  const std::vector<std::string_view>& own = builder_->routine().parameters;
  if (macro == nullptr || macro->takes_any || node.arguments.spread_list != nullptr ||
      node.arguments.spread_map != nullptr || std::ranges::find(own, alias) != own.end()) {
    return;
  }
  std::vector<std::string_view> names;
  for (const Parameter& parameter : macro->parameters) {
    names.push_back(parameter.name);
  }
  const Signature signature{0, names, false};
  std::vector<std::string_view> given;
  for (const auto& argument : node.arguments.named) {
    if (argument.name != "caller") {
      given.push_back(argument.name);
    }
  }
  const std::string wrong = signature.check(node.arguments.positional.size(), given);
  if (!wrong.empty()) {
    report(Severity::depends, "jinja/wrong-arguments", place.offset,
           "the macro \"" + std::string(macro->name) + "\" " + wrong, {});
  }
}

bool TemplateCompiler::compile_known_call(const Call& node, Place place, CallResult result) {
  const auto known = names_.known_macro(index_, *node.callee);
  const ArgumentList& arguments = node.arguments;
  const Name* name = std::get_if<Name>(&node.callee->node);
  // In the template's body a macro may be called before it is defined; a local name may hide it.
  const bool hidden = name != nullptr && (!builder_->find(name->name).slots.empty() ||
                                          builder_->routine().kind == RoutineKind::template_body);
  if (!known || hidden || arguments.spread_list != nullptr || arguments.spread_map != nullptr ||
      arguments.positional.size() > known->macro->parameters.size()) {
    return false;
  }
  KnownCall call{
      .home = known->home,
      .macro = known->macro->name,
      .context = (result.flags & call_emits) != 0 && autoescape_ ? result.context : base_,
      .own_module = known->own_module,
      .slots = {}};
  for (std::uint32_t i = 0; i < arguments.positional.size(); ++i) {
    call.slots.push_back(i);
  }
  for (const auto& argument : arguments.named) {
    const auto parameter =
        std::ranges::find(known->macro->parameters, argument.name, &Parameter::name);
    const auto slot = static_cast<std::uint32_t>(parameter - known->macro->parameters.begin());
    if (parameter == known->macro->parameters.end() ||
        std::ranges::find(call.slots, slot) != call.slots.end()) {
      return false;
    }
    call.slots.push_back(slot);
  }
  const Attribute* const module = std::get_if<Attribute>(&node.callee->node);
  if (module != nullptr &&
      !builder_->find(std::get<Name>(module->object->node).name).slots.empty() &&
      builder_->routine().kind != RoutineKind::template_body) {
    return false;
  }
  const auto [shape, count] = compile_arguments(arguments, std::nullopt);
  static_cast<void>(shape);
  known_calls_.insert(&node);
  template_.known_calls.push_back(std::move(call));
  const int pushed = (result.flags & call_emits) != 0 ? 0 : 1;
  emit({.op = Op::call_macro,
        .flag = result.flags,
        .count = result.context,
        .a = static_cast<std::uint32_t>(template_.known_calls.size() - 1)},
       place, pushed - count);
  return true;
}

void TemplateCompiler::fail_late(std::string_view code, Place place, std::string message,
                                 std::string remedy) {
  report(builder_->conditional > 0 ? Severity::depends : Severity::error, code, place.offset,
         message, remedy);
  emit({.op = Op::fail, .a = add_late_error(code, std::move(message), std::move(remedy))}, place,
       0);
}

void TemplateCompiler::check_signature(const Signature& signature, std::string_view what,
                                       std::string_view name, const ArgumentList& arguments,
                                       Place place) {
  if (arguments.spread_list != nullptr || arguments.spread_map != nullptr) {
    return;  // the machine will see
  }
  std::vector<std::string_view> names;
  for (const auto& argument : arguments.named) {
    names.push_back(argument.name);
  }
  const std::string wrong = signature.check(arguments.positional.size(), names);
  if (!wrong.empty()) {
    report(Severity::error, "jinja/wrong-arguments", place.offset,
           "the " + std::string(what) + " \"" + std::string(name) + "\" " + wrong, {});
  }
}

void TemplateCompiler::compile_node(const Filter& node, Place place) {
  const BuiltinFilter* const builtin = find_builtin_filter(node.name);
  const int tolerated = builtin != nullptr && builtin->takes_undefined ? 1 : 0;
  tolerant_ += tolerated;
  if (node.input != nullptr) {
    compile(*node.input);
  }
  tolerant_ -= tolerated;
  apply_filter(node, place);
}

void TemplateCompiler::apply_filter(const Filter& node, Place place) {
  FilterUse use{node.name, nullptr, nullptr};
  const auto host = program_.host_filters.find(std::string(node.name));
  if (host != program_.host_filters.end()) {
    use.name = host->first;
    use.host = &host->second;
  } else {
    use.builtin = find_builtin_filter(node.name);
  }
  if (use.host == nullptr && use.builtin == nullptr) {
    std::vector<std::string_view> names = builtin_filter_names();
    for (const auto& entry : program_.host_filters) {
      names.push_back(entry.first);
    }
    fail_late("jinja/unknown-filter", place,
              "there is no filter \"" + std::string(node.name) + "\"",
              text::did_you_mean(node.name, names));
    return;
  }
  if (use.builtin != nullptr) {
    check_signature(use.builtin->signature, "filter", node.name, node.arguments, place);
  }
  const auto [shape, count] = compile_arguments(node.arguments, std::nullopt);
  template_.filters.push_back(use);
  const bool counts = use.builtin == find_builtin_filter("length") && use.host == nullptr;
  emit({.op = counts ? Op::length : Op::filter,
        .flag = static_cast<std::uint8_t>(autoescape_ ? 1 : 0),
        .a = static_cast<std::uint32_t>(template_.filters.size() - 1),
        .b = shape},
       place, -count);
}

void TemplateCompiler::compile_node(const Test& node, Place place) {
  const BuiltinTest* test = find_builtin_test(node.name);
  const int tolerated = test != nullptr && test->takes_undefined ? 1 : 0;
  tolerant_ += tolerated;
  compile(*node.input);
  tolerant_ -= tolerated;
  if (test == nullptr) {
    fail_late("jinja/unknown-test", place, "there is no test \"" + std::string(node.name) + "\"",
              text::did_you_mean(node.name, builtin_test_names()));
    return;
  }
  check_signature(test->signature, "test", node.name, node.arguments, place);
  const auto [shape, count] = compile_arguments(node.arguments, std::nullopt);
  template_.tests.push_back(test);
  emit({.op = Op::test,
        .flag = static_cast<std::uint8_t>(node.negated ? 1 : 0),
        .a = static_cast<std::uint32_t>(template_.tests.size() - 1),
        .b = shape},
       place, -count);
}

}  // namespace jinja
