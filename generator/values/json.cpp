#include "values/json.hpp"

#include <simdjson.h>

#include <utility>

namespace values {

namespace {

namespace dom = simdjson::dom;

Value value_from(const dom::element& element);

Value list_from(const dom::array& array) {
  List items;
  for (const dom::element item : array) {
    items.push_back(value_from(item));
  }
  return Value::list(std::move(items));
}

Value map_from(const dom::object& object) {
  Map members;
  for (const dom::key_value_pair member : object) {
    members.set(std::string(member.key), value_from(member.value));
  }
  return Value::map(std::move(members));
}

/// Accessors cannot fail here: each is asked for the type that the element says it has.
Value value_from(const dom::element& element) {
  switch (element.type()) {
    case dom::element_type::ARRAY:
      return list_from(element.get_array().value_unsafe());
    case dom::element_type::OBJECT:
      return map_from(element.get_object().value_unsafe());
    case dom::element_type::INT64:
      return Value::integer(element.get_int64().value_unsafe());
    case dom::element_type::UINT64:
      return Value::real(static_cast<double>(element.get_uint64().value_unsafe()));
    case dom::element_type::DOUBLE:
      return Value::real(element.get_double().value_unsafe());
    case dom::element_type::STRING:
      return Value::text(std::string(element.get_string().value_unsafe()));
    case dom::element_type::BOOL:
      return Value::boolean(element.get_bool().value_unsafe());
    case dom::element_type::NULL_VALUE:
      break;
  }
  return Value::none();
}

}  // namespace

diagnostics::Expected<Value> parse_json(const text::SourceText& source) {
  dom::parser parser;
  dom::element document;
  const simdjson::error_code error =
      parser.parse(source.bytes().data(), source.bytes().size()).get(document);
  if (error != simdjson::SUCCESS) {
    return diagnostics::failure(
        {.code = "values/bad-json",
         .where = {.path = source.path()},
         .message = std::string("this is not valid JSON: ") + simdjson::error_message(error)});
  }
  return value_from(document);
}

}  // namespace values
