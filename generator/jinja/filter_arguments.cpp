#include "jinja/filter_arguments.hpp"

#include "text/html_escape.hpp"
#include "values/value_operators.hpp"

namespace jinja {

std::string text_argument(const Arguments& arguments, std::size_t position, std::string_view name,
                          std::string_view fallback) {
  const values::Value* const value = arguments.find(position, name);
  return value == nullptr || value->is_none() ? std::string(fallback) : values::printed(*value);
}

diagnostics::OrReason<std::int64_t> integer_argument(const Arguments& arguments,
                                                     std::size_t position, std::string_view name,
                                                     std::int64_t fallback) {
  const values::Value* const value = arguments.find(position, name);
  if (value == nullptr || value->is_none()) {
    return fallback;
  }
  if (!values::is_whole(*value)) {
    return diagnostics::because("\"" + std::string(name) + "\" is an integer, not " +
                                values::describe_kind(*value));
  }
  return values::whole(*value);
}

bool flag_argument(const Arguments& arguments, std::size_t position, std::string_view name,
                   bool fallback) {
  const values::Value* const value = arguments.find(position, name);
  return value == nullptr ? fallback : values::is_true(*value);
}

values::Value value_argument(const Arguments& arguments, std::size_t position,
                             std::string_view name) {
  const values::Value* const value = arguments.find(position, name);
  return value == nullptr ? values::Value::none() : *value;
}

values::Value like(const values::Value& original, std::string text) {
  return values::Value::text(
      std::move(text), original.is_trusted() ? values::Safety::trusted : values::Safety::plain);
}

std::string escaped(const values::Value& value) {
  return value.is_trusted() ? std::string(value.as_text())
                            : text::html_escape(values::printed(value));
}

}  // namespace jinja
