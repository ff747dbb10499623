#include "jinja/template_object.hpp"

#include "values/value_operators.hpp"

#include <algorithm>
#include <array>

namespace jinja {

using values::Value;

values::Value TemplateObject::field(std::string_view /*name*/) const {
  return {};
}

std::optional<ValueOrReason> TemplateObject::call_method(std::string_view /*name*/,
                                                         const Arguments& /*arguments*/) {
  return std::nullopt;
}

void MacroObject::print(std::string& out) const {
  out.append("<macro ").append(routine->name).append(">");
}

Value MacroObject::field(std::string_view name) const {
  if (name == "name") {
    return Value::view(routine->name);
  }
  if (name == "arguments") {
    values::List names;
    for (const std::string_view parameter : routine->parameters) {
      names.push_back(Value::view(parameter));
    }
    return Value::tuple(std::move(names));
  }
  return {};
}

void ModuleObject::print(std::string& out) const {
  out.append("<template ").append(source().name).append(">");
}

Value ModuleObject::field(std::string_view name) const {
  const std::optional<NameId> id = program_.variables.find(name);
  if (!id || name.starts_with('_')) {
    return {};
  }
  const auto& names = module_.layer->names();
  const auto found = std::ranges::find(names, *id, &std::pair<NameId, Value>::first);
  return found == names.end() ? Value() : found->second;
}

std::vector<std::string_view> ModuleObject::names() const {
  std::vector<std::string_view> names;
  for (const auto& variable : module_.layer->names()) {
    names.emplace_back(program_.variables.name_of(variable.first));
  }
  return names;
}

void Loop::print(std::string& out) const {
  out.append("<loop ").append(std::to_string(next)).append("/").append(std::to_string(size));
  out.append(">");
}

Value Loop::field(std::string_view name) const {
  static constexpr std::array<std::string_view, 11> kFields = {
      "index",  "index0", "revindex", "revindex0", "first",   "last",
      "length", "depth",  "depth0",   "previtem",  "nextitem"};
  const auto found = std::ranges::find(kFields, name);
  return found == kFields.end() ? Value() : field(static_cast<LoopField>(found - kFields.begin()));
}

Value Loop::field(LoopField which) const {
  const auto number = [](std::size_t value) {
    return Value::integer(static_cast<std::int64_t>(value));
  };
  switch (which) {
    case LoopField::index:
      return number(next);
    case LoopField::index0:
      return number(next - 1);
    case LoopField::revindex:
      return number(size - next + 1);
    case LoopField::revindex0:
      return number(size - next);
    case LoopField::first:
      return Value::boolean(next == 1);
    case LoopField::last:
      return Value::boolean(next == size);
    case LoopField::length:
      return number(size);
    case LoopField::depth:
      return Value::integer(depth + 1);
    case LoopField::depth0:
      return Value::integer(depth);
    case LoopField::previtem:
      return next > 1 ? items.at(next - 2) : Value();
    case LoopField::nextitem:
      return next < size ? items.at(next) : Value();
  }
  return {};
}

std::optional<ValueOrReason> Loop::call_method(std::string_view name, const Arguments& arguments) {
  if (name == "cycle") {
    if (arguments.positional.empty()) {
      return diagnostics::because("it takes the values to go round");
    }
    return arguments.positional[(next - 1) % arguments.positional.size()];
  }
  if (name == "changed") {
    values::List now(arguments.positional.begin(), arguments.positional.end());
    const bool same = last_changed && std::ranges::equal(*last_changed, now, values::equal);
    last_changed = std::move(now);
    return Value::boolean(!same);
  }
  return std::nullopt;
}

void Namespace::print(std::string& out) const {
  out += "<namespace>";
}

Value Namespace::field(std::string_view name) const {
  const Value* const found = members.find(name);
  return found == nullptr ? Value() : *found;
}

void Function::print(std::string& out) const {
  out.append("<function ").append(name_).append(">");
}

ValueOrReason Function::call(const Arguments& arguments) const {
  const std::string wrong = signature_.check(arguments.positional.size(), arguments.names);
  if (!wrong.empty()) {
    return diagnostics::because("the function \"" + std::string(name_) + "\" " + wrong);
  }
  ValueOrReason result = implementation_(arguments);
  if (!result) {
    return diagnostics::because("the function \"" + std::string(name_) +
                                "\" failed: " + result.error());
  }
  return result;
}

Value Joiner::call() {
  return std::exchange(used_, true) ? separator_ : Value::view("");
}

}  // namespace jinja
