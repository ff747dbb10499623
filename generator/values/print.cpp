#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "values/value_operators.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace values {

namespace {

void append_hex(std::string& out, std::string_view prefix, char32_t value, std::size_t digits) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  out += prefix;
  for (std::size_t i = digits; i > 0; --i) {
    out += kDigits[(value >> (4 * (i - 1))) & 0xFU];
  }
}

/// One character inside quotes, as Python's repr() has it.
void append_quoted_character(std::string& out, char32_t character, char32_t quote) {
  switch (character) {
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
  if (character == '\\' || character == quote) {
    out += '\\';
  }
  if (text::is_visible(character)) {
    text::append_utf8(out, character);
    return;
  }
  if (character <= 0xFF) {
    append_hex(out, "\\x", character, 2);
  } else if (character <= 0xFFFF) {
    append_hex(out, "\\u", character, 4);
  } else {
    append_hex(out, "\\U", character, 8);
  }
}

void append_quoted_text(std::string& out, std::string_view utf8) {
  const bool single = utf8.find('\'') == std::string_view::npos;
  const char quote = single || utf8.find('"') != std::string_view::npos ? '\'' : '"';
  out += quote;
  for (std::size_t i = 0; i < utf8.size();) {
    const text::CodePoint point = text::code_point_at(utf8, i);
    append_quoted_character(out, point.value, static_cast<unsigned char>(quote));
    i += point.size;
  }
  out += quote;
}

void append_list(std::string& out, const Value& list) {
  const bool tuple = list.is_tuple();
  out += tuple ? '(' : '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    out += i > 0 ? ", " : "";
    append_quoted(out, list.at(i));
  }
  out += tuple && list.size() == 1 ? "," : "";
  out += tuple ? ')' : ']';
}

void append_map(std::string& out, const Value& map) {
  out += '{';
  for (std::size_t i = 0; i < map.size(); ++i) {
    out += i > 0 ? ", " : "";
    append_quoted_text(out, map.member_name(i));
    out += ": ";
    append_quoted(out, map.member_value(i));
  }
  out += '}';
}

}  // namespace

void append_real(std::string& out, double number) {
  if (!std::isfinite(number)) {
    out += std::isnan(number) ? "nan" : number < 0 ? "-inf" : "inf";
    return;
  }
  std::array<char, 32> buffer{};
  const auto scientific = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                        std::chars_format::scientific);
  const std::string_view shortest(buffer.data(), scientific.ptr);
  int exponent = 0;
  std::string_view exponent_digits = shortest.substr(shortest.find('e') + 1);
  exponent_digits.remove_prefix(exponent_digits.starts_with('+') ? 1 : 0);
  std::from_chars(exponent_digits.data(), exponent_digits.data() + exponent_digits.size(),
                  exponent);
  // Python's float_repr_style: plain digits from 1e-4 up to below 1e16.
  if (exponent < -4 || exponent >= 16) {
    out += shortest;
    return;
  }
  std::array<char, 64> plain{};
  const auto fixed =
      std::to_chars(plain.data(), plain.data() + plain.size(), number, std::chars_format::fixed);
  const std::string_view digits(plain.data(), fixed.ptr);
  out += digits;
  out += digits.find('.') == std::string_view::npos ? ".0" : "";
}

void append_printed(std::string& out, const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
      return;
    case Kind::none:
      out += "None";
      return;
    case Kind::boolean:
      out += value.as_boolean() ? "True" : "False";
      return;
    case Kind::integer: {
      std::array<char, 24> buffer{};
      const auto end =
          std::to_chars(buffer.data(), buffer.data() + buffer.size(), value.as_integer());
      out.append(buffer.data(), end.ptr);
      return;
    }
    case Kind::real:
      append_real(out, value.as_real());
      return;
    case Kind::text:
      out += value.as_text();
      return;
    case Kind::list:
      append_list(out, value);
      return;
    case Kind::map:
      if (const RecordType* type = value.record_type()) {
        // Records refer to each other: printing their fields could walk over the whole catalog.
        out.append("<").append(type->name).append(">");
        return;
      }
      append_map(out, value);
      return;
    case Kind::object:
      value.as_object()->print(out);
      return;
  }
}

std::string printed(const Value& value) {
  std::string out;
  append_printed(out, value);
  return out;
}

void append_quoted(std::string& out, const Value& value) {
  if (value.is_undefined()) {
    out += "Undefined";
    return;
  }
  if (value.kind() != Kind::text) {
    append_printed(out, value);
    return;
  }
  out += value.is_trusted() ? "Markup(" : "";
  append_quoted_text(out, value.as_text());
  out += value.is_trusted() ? ")" : "";
}

}  // namespace values
