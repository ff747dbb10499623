#include "jinja/escape_code.hpp"

#include "values/json.hpp"

#include <algorithm>

namespace jinja {

namespace {

constexpr std::string_view kHex = "0123456789abcdef";

void append_unicode_escape(std::string& out, unsigned char byte) {
  out += "\\u00";
  out += kHex[byte >> 4U];
  out += kHex[byte & 0xFU];
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

/// U+2028 and U+2029 end a line in JavaScript. Their size at the start of `rest`, or 0.
std::size_t line_separator_size(std::string_view rest) {
  return rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9") ? 3 : 0;
}

/// Appends `text`, each character that `is_safe` refuses as \u00XX, line separators too.
template <typename IsSafe>
void append_with_escapes(std::string& out, std::string_view text, IsSafe is_safe) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_beyond_ascii(c)) {
      if (line_separator_size(text.substr(i)) != 0) {
        out += text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
        i += 2;
      } else {
        out += c;
      }
    } else if (is_safe(c)) {
      out += c;
    } else {
      append_unicode_escape(out, static_cast<unsigned char>(c));
    }
  }
}

}  // namespace

void append_script_json(std::string& out, std::string_view json) {
  append_with_escapes(out, json,
                      [](char c) { return c != '<' && c != '>' && c != '&' && c != '\''; });
}

void append_script_value(std::string& out, const values::Value& value) {
  std::string json;
  values::append_json(json, value, values::JsonLayout::spaced);
  append_script_json(out, json);
}

void append_script_string(std::string& out, std::string_view text) {
  append_with_escapes(out, text, [](char c) {
    return c >= ' ' && c != 0x7F &&
           std::string_view("\"'`${\\<>&").find(c) == std::string_view::npos;
  });
}

void append_script_regex(std::string& out, std::string_view text) {
  append_with_escapes(out, text, [](char c) { return is_letter_or_digit(c) || c == ' '; });
}

void append_code_comment(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t separator = line_separator_size(text.substr(i));
    const bool ends = text[i] < ' ' || std::string_view("*/<>\x7F").find(text[i]) != text.npos;
    out += separator != 0 || (ends && !is_beyond_ascii(text[i])) ? ' ' : text[i];
    i += separator == 0 ? 0 : separator - 1;
  }
}

void append_style_value(std::string& out, std::string_view text) {
  const bool harmless = std::ranges::all_of(text, [](char c) {
    return is_letter_or_digit(c) || is_beyond_ascii(c) ||
           std::string_view(" .,%#+-_").find(c) != std::string_view::npos;
  });
  out += harmless ? text : kRefusedStyle;
}

void append_style_string(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (is_letter_or_digit(c) || is_beyond_ascii(c) || c == ' ') {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '\\';
    out += kHex[byte >> 4U];
    out += kHex[byte & 0xFU];
    out += ' ';
  }
}

}  // namespace jinja
