#include "jinja/template_compiler.hpp"
#include "text/suggestion.hpp"

#include <algorithm>
#include <array>

/// What the data model tells of expressions, and the mistakes that it shows.
namespace jinja {

using values::Kind;
using values::Shape;

namespace {

/// `a text`, `a list`: what messages call a value of that shape.
std::string describe(const Shape& shape) {
  if (shape.kind == Kind::map && shape.record != nullptr) {
    return values::with_article(shape.record->name);
  }
  switch (shape.kind) {
    case Kind::boolean:
      return "a boolean";
    case Kind::integer:
      return "an integer";
    case Kind::real:
      return "a real number";
    case Kind::text:
      return "a text";
    case Kind::list:
      return "a list";
    default:
      return "a map";
  }
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

Shape TemplateCompiler::shape_of_item(const Shape& list) const {
  if (list.kind != Kind::list) {
    return {};
  }
  return list.record != nullptr ? Shape{.kind = Kind::map, .record = list.record}
                                : Shape{.kind = list.items};
}

Shape TemplateCompiler::shape_of_filtered(const Filter& node) {
  if (node.input == nullptr) {
    return {};
  }
  const Shape input = shape_of(*node.input);
  if (is_one_of(node.name, {"first", "last", "min", "max"})) {
    return shape_of_item(input);
  }
  const bool keeps = is_one_of(node.name, {"sort", "reverse", "list", "unique", "select", "reject",
                                           "selectattr", "rejectattr"});
  return keeps && input.kind == Kind::list ? input : Shape();
}

Shape TemplateCompiler::shape_of(const Expression& expression) {
  if (const Name* name = std::get_if<Name>(&expression.node)) {
    const RoutineBuilder::Found found = builder_->find(name->name);
    return found.slots.empty() ? names_.shape_of(index_, name->name) : found.shape;
  }
  if (const Attribute* attribute = std::get_if<Attribute>(&expression.node)) {
    const Shape object = shape_of(*attribute->object);
    const values::RecordField* const field = object.kind == Kind::map && object.record != nullptr
                                                 ? object.record->find(attribute->name)
                                                 : nullptr;
    return field == nullptr ? Shape() : field->shape;
  }
  if (const Item* item = std::get_if<Item>(&expression.node)) {
    return shape_of_item(shape_of(*item->object));
  }
  if (const Slice* slice = std::get_if<Slice>(&expression.node)) {
    return shape_of(*slice->object);
  }
  const Filter* filter = std::get_if<Filter>(&expression.node);
  return filter == nullptr ? Shape() : shape_of_filtered(*filter);
}

const values::RecordField* TemplateCompiler::check_field(const Expression& object,
                                                         std::string_view name, Place place,
                                                         std::string_view what) {
  const Shape shape = shape_of(object);
  check_module_member(object, name, place);
  const bool has_methods = what == "method" && (shape.kind != Kind::map || shape.record != nullptr);
  if (!shape.known() || (shape.kind == Kind::map && shape.record == nullptr)) {
    return nullptr;
  }
  std::vector<std::string_view> names;
  if (shape.kind == Kind::map) {
    if (const values::RecordField* const field = shape.record->find(name)) {
      return field;
    }
    for (const values::RecordField& field : shape.record->fields) {
      names.push_back(field.name);
    }
  }
  if (has_methods || tolerant_ > 0) {
    return nullptr;  // the values' own methods are the machine's business
  }
  report(Severity::depends, "jinja/undefined", place.offset,
         describe(shape) + " has no " + std::string(what) + " \"" + std::string(name) + "\"",
         text::did_you_mean(name, names));
  return nullptr;
}

/// Whether a module has the member is known once all templates are compiled.
void TemplateCompiler::check_module_member(const Expression& object, std::string_view name,
                                           Place place) {
  const Name* const alias = std::get_if<Name>(&object.node);
  const std::vector<std::string_view>& own = builder_->routine().parameters;
  if (alias == nullptr || tolerant_ > 0 || std::ranges::find(own, alias->name) != own.end()) {
    return;
  }
  if (const auto module = names_.imported_module(index_, alias->name, name)) {
    imported_names.push_back({*module, name, place.offset});
  }
}

void TemplateCompiler::check_name(std::string_view name, Place place) {
  if (tolerant_ > 0 || names_.may_exist(index_, name)) {
    return;
  }
  report(Severity::depends, "jinja/undefined", place.start,
         "\"" + std::string(name) + "\" is not defined",
         text::did_you_mean(name, names_.names_for(index_)));
}

void TemplateCompiler::check_iterable(const Expression& iterable) {
  const Shape shape = shape_of(iterable);
  if (shape.kind == Kind::integer || shape.kind == Kind::real || shape.kind == Kind::boolean) {
    report(Severity::error, "jinja/wrong-type", iterable.offset,
           "a loop goes over a list, a map or a text, not over " + describe(shape), {});
  }
}

}  // namespace jinja
