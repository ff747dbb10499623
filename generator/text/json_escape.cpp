#include "text/json_escape.hpp"

#include "text/utf8.hpp"

namespace text {

namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

void append_code_unit(std::string& out, char32_t value) {
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) {
    out.push_back(kHexDigits[(value >> static_cast<unsigned>(shift)) & 0xFU]);
  }
}

void append_character(std::string& out, const CodePoint& point) {
  switch (point.value) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (point.value < 0x20 || point.value == 0x2028 || point.value == 0x2029) {
    append_code_unit(out, point.value);
    return;
  }
  append_utf8(out, point.value);
}

}  // namespace

void append_json_string(std::string& out, std::string_view utf8) {
  out.push_back('"');
  for (std::size_t i = 0; i < utf8.size();) {
    const CodePoint point = code_point_at(utf8, i);
    append_character(out, point);
    i += point.size;
  }
  out.push_back('"');
}

}  // namespace text
