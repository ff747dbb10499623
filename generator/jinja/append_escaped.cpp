#include "jinja/escape_code.hpp"
#include "jinja/escape_tag.hpp"
#include "jinja/escape_url.hpp"
#include "jinja/escaping.hpp"
#include "text/html_escape.hpp"
#include "text/utf8.hpp"
#include "values/value_operators.hpp"

#include <algorithm>

namespace jinja {

namespace {

using values::Kind;
using values::Value;

/// The characters of `value` as it prints; `storage` holds them if they are not a text's own.
std::string_view characters_of(const Value& value, std::string& storage) {
  if (value.kind() == Kind::text) {
    return value.as_text();
  }
  values::append_printed(storage, value);
  return storage;
}

/// Appends trusted markup where tags would end its surroundings: references stay what they are.
void append_sealed(std::string& out, std::string_view markup, bool quotes) {
  for (const char c : markup) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += quotes ? "&#34;" : "\"";
        break;
      case '\'':
        out += quotes ? "&#39;" : "'";
        break;
      default:
        out += c;
    }
  }
}

/// Writes what would end an attribute without quotes as a reference.
void append_unquoted(std::string& out, std::string_view escaped) {
  for (const char c : escaped) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || c == '=' || c == '`' || c == '/') {
      out += "&#" + std::to_string(byte) + ";";
    } else {
      out += c;
    }
  }
}

/// Appends `escaped`, which holds no quotes and angle brackets any more.
void append_wrapped(std::string& out, std::string_view escaped, Wrapper wrapper) {
  if (wrapper == Wrapper::unquoted_start && escaped.empty()) {
    out += "\"\"";
  } else if (wrapper == Wrapper::unquoted || wrapper == Wrapper::unquoted_start) {
    append_unquoted(out, escaped);
  } else {
    out += escaped;
  }
}

/// XML 1.0 has no control characters but these three, and no malformed ones.
std::string xml_characters(std::string_view utf8) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const text::CodePoint point = text::code_point_at(utf8, i);
    const char32_t c = point.value;
    const bool allowed =
        c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
    if (allowed) {
      text::append_utf8(out, c);
    }
    i += point.size;
  }
  return out;
}

void append_url(std::string& out, std::string_view url, Escaping escaping) {
  if (escaping.wrapper() == Wrapper::none) {  // XML
    const std::string characters = xml_characters(url);
    const Escaping quoted(escaping.escape(), Wrapper::quoted);
    append_url(out, characters, quoted);
    return;
  }
  if (escaping.escape() == Escape::url_segment) {
    std::string segment = normalised_url(url);
    const std::size_t end = segment.find_first_of("/?#");
    for (std::size_t at = segment.find(':'); at < std::min(end, segment.size());
         at = segment.find(':', at)) {
      segment.replace(at, 1, "%3A");
    }
    append_wrapped(out, text::html_escape(segment), escaping.wrapper());
    return;
  }
  if (escaping.escape() == Escape::url && !is_harmless_url(url)) {
    url = kRefusedUrl;
  }
  const bool unquoted = escaping.wrapper() != Wrapper::quoted;
  if (is_normal_url(url) && !unquoted) {
    text::append_html_escaped(out, url);
    return;
  }
  append_wrapped(out, text::html_escape(normalised_url(url)), escaping.wrapper());
}

/// Appends `text` without an end of a CDATA section.
void append_cdata(std::string& out, std::string_view text) {
  static constexpr std::string_view kEnd = "]]>";
  std::size_t done = 0;
  if (text.starts_with(']') || text.starts_with('>')) {
    out += "]]><![CDATA[";  // the template may have the characters before
  }
  for (std::size_t at = text.find(kEnd); at != std::string_view::npos; at = text.find(kEnd, done)) {
    out.append(text.substr(done, at - done)).append("]]]]><![CDATA[>");
    done = at + kEnd.size();
  }
  out.append(text.substr(done));
}

/// Two hyphens end a comment.
void append_xml_comment(std::string& out, std::string_view text) {
  for (const char c : text::html_escape(text)) {
    out += c;
    out += c == '-' ? " " : "";
  }
}

void append_word(std::string& out, std::string_view text) {
  for (const char c : text) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      static_cast<unsigned char>(c) >= 0x80;
    out += kept ? c : '-';
  }
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// Whether trusted code has something in it that ends its element or hides that end.
bool breaks_out_of_code(std::string_view code) {
  for (std::size_t at = code.find('<'); at != std::string_view::npos; at = code.find('<', at + 1)) {
    std::string behind;
    for (const char c : code.substr(at + 1, 6)) {
      behind += lower(c);
    }
    if (behind.starts_with("/") || behind.starts_with("!--") || behind == "script") {
      return true;
    }
  }
  return false;
}

/// Appends code to an element, or to an attribute with references for what ends it.
void append_code(std::string& out, std::string_view code, Wrapper wrapper) {
  if (wrapper == Wrapper::none) {
    out += code;
  } else {
    append_wrapped(out, text::html_escape(code), wrapper);
  }
}

using Refusal = std::optional<std::string>;

Refusal append_in_script(std::string& out, const Value& value, Escaping escaping) {
  if (value.is_code()) {
    if (escaping.wrapper() == Wrapper::none && breaks_out_of_code(value.as_text())) {
      return "this trusted text would end the script that it stands in";
    }
    append_code(out, value.as_text(), escaping.wrapper());
    return std::nullopt;
  }
  if (value.is_undefined()) {
    return std::nullopt;
  }
  std::string json;
  append_script_value(json, value);
  append_code(out, json, escaping.wrapper());
  return std::nullopt;
}

Refusal append_in_style(std::string& out, const Value& value, Escaping escaping) {
  std::string storage;
  const std::string_view text = characters_of(value, storage);
  if (value.is_code()) {
    if (escaping.wrapper() == Wrapper::none && breaks_out_of_code(text)) {
      return "this trusted text would end the style that it stands in";
    }
    append_code(out, text, escaping.wrapper());
    return std::nullopt;
  }
  std::string style;
  append_style_value(style, text);
  append_code(out, style, escaping.wrapper());
  return std::nullopt;
}

/// What stands inside strings and comments of code is text there, trusted as HTML or not.
void append_in_code_text(std::string& out, const Value& value, Escaping escaping) {
  std::string storage;
  const std::string_view text = characters_of(value, storage);
  std::string code;
  switch (escaping.escape()) {
    case Escape::script_string:
      append_script_string(code, text);
      break;
    case Escape::script_regex_start:
    case Escape::script_regex:
      append_script_regex(code, text);
      code += code.empty() && escaping.escape() == Escape::script_regex_start ? "(?:)" : "";
      break;
    case Escape::style_string:
      append_style_string(code, text);
      break;
    case Escape::style_url:
      code = is_harmless_url(text) ? normalised_url(text) : std::string(kRefusedUrl);
      // The brackets are url()'s own.
      for (std::size_t at = code.find_first_of("()"); at != std::string::npos;
           at = code.find_first_of("()", at)) {
        code.replace(at, 1, code[at] == '(' ? "%28" : "%29");
      }
      break;
    default:
      append_code_comment(code, text);
  }
  append_code(out, code, escaping.wrapper());
}

void append_in_attribute(std::string& out, const Value& value, Escaping escaping) {
  std::string storage;
  const std::string_view text = characters_of(value, storage);
  const bool wraps = escaping.wrapper() != Wrapper::quoted;
  if (!wraps && !value.is_trusted()) {
    text::append_html_escaped(out, text);
    return;
  }
  std::string escaped;
  if (value.is_trusted()) {
    append_sealed(escaped, text, true);
  } else {
    text::append_html_escaped(escaped, text);
  }
  append_wrapped(out, escaped, escaping.wrapper());
}

void append_in_document(std::string& out, const Value& value, Escaping escaping) {
  std::string storage;
  const std::string_view text = characters_of(value, storage);
  const std::string markup = value.is_trusted() ? std::string(text) : text::html_escape(text);
  append_wrapped(out, text::html_escape(markup), escaping.wrapper());
}

void append_in_xml(std::string& out, const Value& value, Escape escape) {
  std::string storage;
  const std::string characters = xml_characters(characters_of(value, storage));
  if (escape == Escape::cdata) {
    append_cdata(out, characters);
  } else if (escape == Escape::xml_comment) {
    append_xml_comment(out, characters);
  } else if (value.is_trusted() && escape == Escape::xml_sealed) {
    // References of HTML are none of XML.
    text::append_html_escaped(out, xml_characters(without_references(characters)));
  } else if (!value.is_trusted()) {
    text::append_html_escaped(out, characters);
  } else if (escape == Escape::xml) {
    out += characters;
  } else {
    append_sealed(out, characters, true);
  }
}

void append_address(std::string& out, const Value& value, Escaping escaping) {
  std::string storage;
  const std::string_view text = characters_of(value, storage);
  if (value.is_trusted()) {
    // Markup writes addresses with references; what they stand for is what counts.
    append_url(out, without_references(text), escaping);
  } else {
    append_url(out, text, escaping);
  }
}

}  // namespace

std::optional<std::string> append_escaped(std::string& out, const Value& value, Escaping escaping) {
  std::string storage;
  switch (escaping.escape()) {
    case Escape::none:
      values::append_printed(out, value);
      return std::nullopt;
    case Escape::text:
      if (value.is_trusted()) {
        out += value.as_text();
      } else {
        text::append_html_escaped(out, characters_of(value, storage));
      }
      return std::nullopt;
    case Escape::sealed:
      if (value.is_trusted()) {
        append_sealed(out, value.as_text(), false);
      } else {
        text::append_html_escaped(out, characters_of(value, storage));
      }
      return std::nullopt;
    case Escape::attribute:
      append_in_attribute(out, value, escaping);
      return std::nullopt;
    case Escape::url:
    case Escape::url_segment:
    case Escape::url_rest:
      append_address(out, value, escaping);
      return std::nullopt;
    case Escape::script:
      return append_in_script(out, value, escaping);
    case Escape::style:
      return append_in_style(out, value, escaping);
    case Escape::script_string:
    case Escape::script_regex_start:
    case Escape::script_regex:
    case Escape::script_comment:
    case Escape::style_string:
    case Escape::style_url:
    case Escape::style_comment:
      append_in_code_text(out, value, escaping);
      return std::nullopt;
    case Escape::markup:
      append_in_document(out, value, escaping);
      return std::nullopt;
    case Escape::word:
      append_word(out, characters_of(value, storage));
      return std::nullopt;
    case Escape::tag_name:
    case Escape::attribute_name:
    case Escape::name_rest:
      return append_in_tag(out, value, characters_of(value, storage), escaping.escape());
    case Escape::xml:
    case Escape::xml_sealed:
    case Escape::xml_comment:
    case Escape::cdata:
      append_in_xml(out, value, escaping.escape());
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace jinja
