#include "jinja/attribute_kind.hpp"
#include "jinja/escape_tag.hpp"
#include "jinja/filter_arguments.hpp"
#include "jinja/filters.hpp"
#include "jinja/urlize.hpp"
#include "text/html_escape.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"
#include "values/json.hpp"
#include "values/value_operators.hpp"

#include <algorithm>
#include <array>
#include <charconv>

/// Filters that make texts fit for HTML, URLs and JSON.
namespace jinja {

using diagnostics::because;
using values::printed;
using values::Safety;
using values::Value;

namespace {

ValueOrReason escape(const Value& input, const Arguments& /*arguments*/, const CallSite& /*site*/) {
  return Value::text(escaped(input), Safety::trusted);
}

ValueOrReason forceescape(const Value& input, const Arguments& /*arguments*/,
                          const CallSite& /*site*/) {
  return Value::text(text::html_escape(printed(input)), Safety::trusted);
}

ValueOrReason safe(const Value& input, const Arguments& /*arguments*/, const CallSite& /*site*/) {
  return input.is_code() ? input : Value::text(printed(input), Safety::code);
}

/// The character that a reference as `&amp;` or `&#39;` stands for; its size in `size`, 0 if it is
/// none that is known.
std::string unescaped(std::string_view reference, std::size_t& size) {
  struct Named {
    std::string_view reference, character;
  };

  static constexpr std::array<Named, 6> kNamed = {{{"&amp;", "&"},
                                                   {"&lt;", "<"},
                                                   {"&gt;", ">"},
                                                   {"&quot;", "\""},
                                                   {"&apos;", "'"},
                                                   {"&nbsp;", "\xC2\xA0"}}};
  for (const Named& named : kNamed) {
    if (reference.starts_with(named.reference)) {
      size = named.reference.size();
      return std::string(named.character);
    }
  }
  size = 0;
  if (!reference.starts_with("&#")) {
    return {};
  }
  const bool hex = reference.size() > 2 && (reference[2] == 'x' || reference[2] == 'X');
  const std::size_t start = hex ? 3 : 2;
  std::uint32_t value = 0;
  const char* const end = reference.data() + reference.size();
  const auto number = std::from_chars(reference.data() + std::min(start, reference.size()), end,
                                      value, hex ? 16 : 10);
  const bool valid = number.ec == std::errc() && number.ptr != end && *number.ptr == ';' &&
                     value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  if (!valid) {
    return {};
  }
  size = static_cast<std::size_t>(number.ptr + 1 - reference.data());
  std::string character;
  text::append_utf8(character, value);
  return character;
}

/// Markup without comments and tags, each run of white space one blank, references resolved.
ValueOrReason striptags(const Value& input, const Arguments& /*arguments*/,
                        const CallSite& /*site*/) {
  const std::string markup = printed(input);
  std::string plain;
  for (std::size_t i = 0; i < markup.size();) {
    const bool comment = markup.compare(i, 4, "<!--") == 0;
    const std::size_t end = comment ? markup.find("-->", i) : markup.find('>', i);
    if (markup[i] == '<' && end != std::string::npos) {
      i = end + (comment ? 3 : 1);
    } else {
      plain += markup[i++];
    }
  }
  const std::string collapsed = text::collapse_whitespace(plain);
  std::string out;
  for (std::size_t i = 0; i < collapsed.size();) {
    std::size_t size = 0;
    out += unescaped(std::string_view(collapsed).substr(i), size);
    out += size == 0 ? std::string(1, collapsed[i]) : std::string();
    i += size == 0 ? 1 : size;
  }
  return Value::text(std::move(out));
}

/// Percent-encodes all but letters, digits and `_.-~`, and what else is kept.
std::string percent_encoded(std::string_view text, std::string_view kept, bool form) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || std::string_view("_.-~").find(c) != std::string_view::npos ||
        kept.find(c) != std::string_view::npos) {
      out += c;
    } else if (form && c == ' ') {
      out += '+';
    } else {
      out += '%';
      out += kHex[byte >> 4U];
      out += kHex[byte & 0xFU];
    }
  }
  return out;
}

/// A path as it is; a map or a list of pairs as the query of a URL.
ValueOrReason urlencode(const Value& input, const Arguments& /*arguments*/,
                        const CallSite& /*site*/) {
  const bool list = input.kind() == values::Kind::list;
  if (!list && input.kind() != values::Kind::map) {
    return Value::text(percent_encoded(printed(input), "/", false));
  }
  std::string out;
  for (std::size_t i = 0; i < input.size(); ++i) {
    const std::string name = list ? printed(input.at(i).at(0)) : std::string(input.member_name(i));
    const std::string value = printed(list ? input.at(i).at(1) : input.member_value(i));
    out += i > 0 ? "&" : "";
    out += percent_encoded(name, "", true) + "=" + percent_encoded(value, "", true);
  }
  return Value::text(std::move(out));
}

/// JSON that may stand inside <script> and in attributes with single quotes.
ValueOrReason tojson(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  const auto indent = integer_argument(arguments, 0, "indent", -1);
  if (!indent || *indent > 20) {
    return because(!indent ? indent.error() : "\"indent\" is at most 20");
  }
  std::string json;
  if (*indent < 0) {
    values::append_json(json, input, values::JsonLayout::spaced);
  } else {
    values::append_json_indented(json, input, static_cast<int>(*indent));
  }
  std::string out;
  for (const char c : json) {
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
        out += c;
    }
  }
  return Value::text(std::move(out), Safety::code);
}

/// An attribute with its value. Where output is escaped, one that runs a script or a style does not
/// come about, and addresses are harmless ones.
std::string attribute_of(std::string_view name, const Value& value, bool autoescape) {
  const AttributeKind kind = attribute_kind("", text::ascii_lower(name));
  const bool address = kind == AttributeKind::url || kind == AttributeKind::url_list;
  std::string shown_name = text::html_escape(name);
  std::string shown;
  if (!autoescape) {
    shown = escaped(value);
  } else {
    shown_name = address ? shown_name : text::html_escape(harmless_attribute(name));
    static_cast<void>(append_escaped(
        shown, value, Escaping(address ? Escape::url : Escape::attribute, Wrapper::quoted)));
  }
  return shown_name + "=\"" + shown + "\"";
}

/// A map as attributes of a tag; members that are none or undefined are left out.
ValueOrReason xmlattr(const Value& input, const Arguments& arguments, const CallSite& site) {
  if (input.kind() != values::Kind::map) {
    return because("it takes a map, not " + values::describe_kind(input));
  }
  std::string out;
  for (std::size_t i = 0; i < input.size(); ++i) {
    const Value value = input.member_value(i);
    if (value.is_none() || value.is_undefined()) {
      continue;
    }
    const std::string_view name = input.member_name(i);
    if (name.find_first_of(" \t\n\r\f\v/>=") != std::string_view::npos) {
      return because("\"" + std::string(name) + "\" is no name of an attribute");
    }
    out += out.empty() ? "" : " ";
    out += attribute_of(name, value, site.autoescape);
  }
  if (!out.empty() && flag_argument(arguments, 0, "autospace", true)) {
    out.insert(0, 1, ' ');
  }
  return Value::text(std::move(out), site.autoescape ? Safety::code : Safety::plain);
}

ValueOrReason urlize(const Value& input, const Arguments& arguments, const CallSite& site) {
  const auto limit = integer_argument(arguments, 0, "trim_url_limit", -1);
  if (!limit) {
    return because(limit.error());
  }
  UrlizeOptions options;
  options.trim_url_limit = *limit;
  options.nofollow = flag_argument(arguments, 1, "nofollow", false);
  options.target = text_argument(arguments, 2, "target", "");
  options.rel = text_argument(arguments, 3, "rel", "");
  const Value schemes = value_argument(arguments, 4, "extra_schemes");
  for (std::size_t i = 0; i < schemes.size(); ++i) {
    options.extra_schemes.push_back(printed(schemes.at(i)));
  }
  return Value::text(linked(escaped(input), options),
                     site.autoescape ? Safety::trusted : Safety::plain);
}

ValueOrReason pprint(const Value& input, const Arguments& /*arguments*/, const CallSite& /*site*/) {
  std::string out;
  values::append_quoted(out, input);
  return Value::text(std::move(out));
}

constexpr std::string_view kIndent[] = {"indent"};
constexpr std::string_view kAutospace[] = {"autospace"};
constexpr std::string_view kUrlize[] = {"trim_url_limit", "nofollow", "target", "rel",
                                        "extra_schemes"};

constexpr BuiltinFilter kFilters[] = {
    {"escape", escape, {}},
    {"e", escape, {}},
    {"forceescape", forceescape, {}},
    {"safe", safe, {}},
    {"striptags", striptags, {}},
    {"urlencode", urlencode, {}},
    {"tojson", tojson, {0, kIndent, false}},
    {"xmlattr", xmlattr, {0, kAutospace, false}},
    {"urlize", urlize, {0, kUrlize, false}},
    {"pprint", pprint, {}},
};

}  // namespace

std::span<const BuiltinFilter> markup_filters() {
  return kFilters;
}

}  // namespace jinja
