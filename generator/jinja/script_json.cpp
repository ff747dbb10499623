#include "jinja/script_json.hpp"

#include "text/json_escape.hpp"
#include "values/value_operators.hpp"

namespace jinja {

namespace {

using values::Kind;
using values::Value;

void append_json_text(std::string& out, std::string_view text) {
  std::string quoted;
  text::append_json_string(quoted, text);
  for (const char c : quoted) {
    switch (c) {
      case '<':
        out += "\\u003c";
        break;
      case '>':
        out += "\\u003e";
        break;
      case '&':
        out += "\\u0026";
        break;
      case '\'':
        out += "\\u0027";
        break;
      default:
        out.push_back(c);
    }
  }
}

void append_json(std::string& out, const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
    case Kind::none:
    case Kind::object:
      out += "null";
      return;
    case Kind::boolean:
      out += value.as_boolean() ? "true" : "false";
      return;
    case Kind::integer:
    case Kind::real:
      out += values::printed(value);
      return;
    case Kind::text:
      append_json_text(out, value.as_text());
      return;
    case Kind::list:
      out.push_back('[');
      for (std::size_t i = 0; i < value.size(); ++i) {
        out += i > 0 ? ", " : "";
        append_json(out, value.at(i));
      }
      out.push_back(']');
      return;
    case Kind::map:
      out.push_back('{');
      for (std::size_t i = 0; i < value.size(); ++i) {
        out += i > 0 ? ", " : "";
        append_json_text(out, value.member_name(i));
        out += ": ";
        append_json(out, value.member_value(i));
      }
      out.push_back('}');
  }
}

}  // namespace

std::string script_safe_json(const values::Value& value) {
  std::string json;
  append_json(json, value);
  return json;
}

}  // namespace jinja
