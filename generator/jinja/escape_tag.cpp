#include "jinja/escape_tag.hpp"

#include "jinja/attribute_kind.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>

namespace jinja {

namespace {

using State = MarkupContext::State;

/// Elements that a value may name: they show their content and do nothing else.
constexpr auto kElements = std::to_array<std::string_view>({
    "a",       "abbr",  "article", "aside",  "b",    "blockquote", "cite",   "code",   "dd",
    "details", "div",   "dl",      "dt",     "em",   "figcaption", "figure", "footer", "h1",
    "h2",      "h3",    "h4",      "h5",     "h6",   "header",     "i",      "label",  "li",
    "main",    "mark",  "nav",     "ol",     "p",    "pre",        "q",      "s",      "samp",
    "section", "small", "span",    "strong", "sub",  "summary",    "sup",    "table",  "tbody",
    "td",      "tfoot", "th",      "thead",  "time", "tr",         "u",      "ul",     "var",
});

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_name_character(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
         c == ':' || c == '.';
}

std::string lower(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

/// Attributes without a kind of their own that still decide what an element does.
bool decides(std::string_view name) {
  static constexpr std::array<std::string_view, 9> kDeciding = {
      "type",    "rel", "http-equiv", "content",      "integrity",
      "sandbox", "is",  "nonce",      "attributename"};
  return std::ranges::find(kDeciding, name) != kDeciding.end();
}

bool is_harmless_attribute(std::string_view name) {
  const std::string small = lower(name);
  return std::ranges::all_of(small, is_name_character) && !decides(small) &&
         attribute_kind("", small) == AttributeKind::plain;
}

}  // namespace

std::string_view harmless_attribute(std::string_view name) {
  return is_harmless_attribute(name) ? name : kRefusedAttribute;
}

namespace {

/// Whether `text` is whole attributes, so that the tag is as open behind it as before; with
/// `harmless`, each of them one that does nothing.
bool is_whole_attributes(std::string_view text, bool harmless) {
  MarkupContext context;
  context.state = State::in_tag;
  context.name = "span";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool in_name = context.state == State::attribute_name;
    const std::string name = context.attribute;
    context = advance(std::move(context), text.substr(i, 1));
    const bool ended = in_name && context.state != State::attribute_name;
    if (harmless && ended && !is_harmless_attribute(name)) {
      return false;
    }
  }
  const bool last_is_harmless =
      context.state != State::attribute_name || is_harmless_attribute(context.attribute);
  return context.name == "span" && !context.closing && (!harmless || last_is_harmless) &&
         (context.state == State::in_tag || context.state == State::attribute_name ||
          context.state == State::after_attribute_name);
}

}  // namespace

std::optional<std::string> append_in_tag(std::string& out, const values::Value& value,
                                         std::string_view text, Escape escape) {
  const bool attributes_follow = !text.empty() && (text.front() == ' ' || text.front() == '\n');
  const bool named = escape == Escape::tag_name && !(value.is_trusted() && attributes_follow);
  if (text.empty()) {
    return std::nullopt;
  }
  if (escape == Escape::name_rest) {
    out += std::ranges::all_of(text, is_digit) ? text : "-invalid";
    return std::nullopt;
  }
  if (named) {
    const bool known = std::ranges::all_of(text, is_digit) ||
                       std::ranges::find(kElements, lower(text)) != kElements.end();
    out += known ? text : kRefusedTag;
    return std::nullopt;
  }
  if (value.is_code()) {
    if (!is_whole_attributes(text, false)) {
      return "this trusted text stands in a tag, but is not whole attributes";
    }
    out += text;
    return std::nullopt;
  }
  if (value.is_trusted() && is_whole_attributes(text, true)) {
    out += text;
    return std::nullopt;
  }
  std::string_view between;
  for (const std::string_view word : text::split(text, " ")) {
    if (!word.empty()) {
      out.append(between).append(is_harmless_attribute(word) ? word : kRefusedAttribute);
      between = " ";
    }
  }
  return std::nullopt;
}

}  // namespace jinja
