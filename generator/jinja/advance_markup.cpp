#include "jinja/advance_code.hpp"
#include "jinja/attribute_kind.hpp"
#include "jinja/escape_url.hpp"
#include "jinja/markup_context.hpp"

#include <algorithm>
#include <array>

/// Tags, attributes and what stands between them.
namespace jinja {

namespace {

using Code = MarkupContext::Code;
using State = MarkupContext::State;
using Url = MarkupContext::Url;

/// Elements whose content is no markup: it ends only at their own end tag.
constexpr std::array<std::string_view, 9> kRaw = {
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// Names are followed up to this length; no known one is longer.
constexpr std::size_t kLongestName = 64;

void add_letter(std::string& name, char c) {
  if (name.size() < kLongestName) {
    name += lower(c);
  }
}

Code code_of_script(std::string_view type) {
  static constexpr std::array<std::string_view, 4> kJson = {"json", "importmap", "speculationrules",
                                                            "schema"};
  static constexpr std::array<std::string_view, 4> kScript = {"javascript", "ecmascript", "module",
                                                              "jscript"};
  const auto inside = [type](std::string_view word) { return type.find(word) != type.npos; };
  if (std::ranges::any_of(kJson, inside)) {
    return Code::json;
  }
  return type.empty() || std::ranges::any_of(kScript, inside) ? Code::script : Code::none;
}

void enter_text(MarkupContext& context) {
  context = initial_context(context.language);
}

void end_tag(MarkupContext& context) {
  const bool raw = !context.closing && context.language == Language::html &&
                   std::ranges::find(kRaw, context.name) != kRaw.end();
  if (!raw) {
    enter_text(context);
    return;
  }
  MarkupContext inside = initial_context(context.language);
  inside.state = State::raw;
  inside.name = context.name;
  if (context.name == "script") {
    inside.code = code_of_script(context.type);
  } else if (context.name == "style") {
    inside.code = Code::style;
  }
  context = std::move(inside);
}

void leave_value(MarkupContext& context) {
  context.state = State::in_tag;
  context.code = Code::none;
  context.url = Url::none;
  context.quote = '\0';
  context.operand = true;
  context.style_url = false;
  context.escaped = false;
  context.after_value = false;
  context.attribute.clear();
  context.tail.clear();
  context.nesting.clear();
}

/// Attributes that decide what other attributes or the content are.
bool holds_type(const MarkupContext& context) {
  return (context.name == "script" && context.attribute == "type") ||
         (context.name == "meta" && context.attribute == "http-equiv");
}

void enter_value(MarkupContext& context, char quote) {
  context.state = State::value;
  context.quote = quote;
  context.tail.clear();
  if (holds_type(context)) {
    context.type.clear();
  }
  switch (attribute_kind(context.name, context.attribute)) {
    case AttributeKind::url:
    case AttributeKind::url_list:
      context.url = Url::start;
      break;
    case AttributeKind::style:
      context.code = context.language == Language::html ? Code::style : Code::none;
      break;
    case AttributeKind::script:
      context.code = context.language == Language::html ? Code::script : Code::none;
      break;
    default:
      break;
  }
}

/// Follows the beginning of an address up to the end of its scheme.
void advance_url(MarkupContext& context, char c) {
  static constexpr std::array<std::string_view, 3> kCode = {"javascript", "vbscript", "data"};
  if (context.url == Url::rest || context.url == Url::code || is_blank(c)) {
    return;
  }
  if (c == ':') {
    const bool code = std::ranges::find(kCode, context.tail) != kCode.end();
    // A value stood before: it may have been any scheme.
    const bool unknown = context.url == Url::start && context.after_value;
    context.url = code || unknown ? Url::code : Url::rest;
    context.tail.clear();
  } else if (c == '/' || c == '?' || c == '#') {
    context.url = Url::rest;
    context.tail.clear();
  } else {
    context.url = context.url == Url::start && context.after_value ? Url::start : Url::scheme;
    context.tail += context.tail.size() < kLongestName ? std::string(1, lower(c)) : std::string();
  }
}

/// An address in `content` begins behind `url=`.
void advance_refresh(MarkupContext& context, char c) {
  static constexpr std::string_view kUrl = "url=";
  if (context.url != Url::none) {
    return;
  }
  context.tail += lower(c);
  if (context.tail == kUrl) {
    context.url = Url::start;
  } else if (!kUrl.starts_with(context.tail)) {
    context.tail = lower(c) == 'u' ? "u" : "";
  }
}

/// Code inside an attribute may be written with references: those of quotes matter.
void advance_attribute_code(MarkupContext& context, char c) {
  static constexpr std::size_t kLongestReference = 10;
  if (c != '&' && context.pending.empty()) {
    advance_code(context, c);
    return;
  }
  context.pending += c;
  if (c != ';' && context.pending.size() < kLongestReference) {
    return;
  }
  std::string pending;
  pending.swap(context.pending);
  for (const char one : without_references(pending)) {
    advance_code(context, one);
  }
}

void advance_value(MarkupContext& context, char c) {
  const bool ends = context.quote == '\0' ? is_blank(c) || c == '>' : c == context.quote;
  if (ends) {
    const bool unquoted = context.quote == '\0';
    leave_value(context);
    if (unquoted && c == '>') {
      end_tag(context);
    }
    return;
  }
  if (holds_type(context)) {
    add_letter(context.type, c);
  }
  if (context.code != Code::none) {
    advance_attribute_code(context, c);
    return;
  }
  switch (attribute_kind(context.name, context.attribute)) {
    case AttributeKind::url:
      advance_url(context, c);
      break;
    case AttributeKind::url_list:
      // The next address of the list begins behind a comma.
      context.url = c == ',' ? Url::start : is_blank(c) ? context.url : Url::rest;
      break;
    case AttributeKind::refresh:
      advance_refresh(context, c);
      break;
    case AttributeKind::markup:
      // A script or style inside: values behind its tag have a place that is not followed.
      if (context.tail != "<script" && context.tail != "<style") {
        context.tail = c == '<' ? "<" : context.tail + lower(c);
        const bool begins = std::string_view("<script").starts_with(context.tail) ||
                            std::string_view("<style").starts_with(context.tail);
        context.tail = begins ? context.tail : "";
      }
      break;
    default:
      break;
  }
}

void advance_name(MarkupContext& context, char c) {
  if (is_blank(c)) {
    context.state = State::in_tag;
  } else if (c == '>') {
    end_tag(context);
  } else if (c == '/') {
    context.state = State::in_tag;
  } else {
    add_letter(context.name, c);
  }
}

void begin_attribute(MarkupContext& context, char c) {
  if (c == '>') {
    end_tag(context);
  } else if (!is_blank(c) && c != '/') {
    context.state = State::attribute_name;
    context.attribute.assign(1, lower(c));
  }
}

void advance_attribute_name(MarkupContext& context, char c) {
  if (is_blank(c)) {
    context.state = State::after_attribute_name;
  } else if (c == '=') {
    context.state = State::before_value;
  } else if (c == '>' || c == '/') {
    leave_value(context);
    begin_attribute(context, c);
  } else {
    add_letter(context.attribute, c);
  }
}

void advance_after_name(MarkupContext& context, char c) {
  if (c == '=') {
    context.state = State::before_value;
  } else if (!is_blank(c)) {
    leave_value(context);
    begin_attribute(context, c);
  }
}

void advance_before_value(MarkupContext& context, char c) {
  if (is_blank(c)) {
    return;
  }
  if (c == '"' || c == '\'') {
    enter_value(context, c);
    return;
  }
  if (c == '>') {
    leave_value(context);
    end_tag(context);
    return;
  }
  enter_value(context, '\0');
  advance_value(context, c);
}

void advance_tag_open(MarkupContext& context, char c) {
  if (is_letter(c)) {
    context.state = State::tag_name;
    context.name.assign(1, lower(c));
  } else if (c == '/' && !context.closing) {
    context.closing = true;
  } else if ((c == '!' || c == '?') && !context.closing) {
    context.state = State::declaration;
    context.tail.assign(1, c);
  } else {
    enter_text(context);
    if (c == '<') {
      context.state = State::tag_open;
    }
  }
}

void advance_declaration(MarkupContext& context, char c) {
  static constexpr std::string_view kCdata = "![CDATA[";
  context.tail += c;
  if (context.tail == "!--") {
    context.state = State::comment;
    context.tail.clear();
  } else if (context.tail == kCdata && context.language == Language::xml) {
    context.state = State::cdata;
    context.tail.clear();
  } else if (c == '>') {
    enter_text(context);
  } else if (context.tail.size() > kCdata.size()) {
    context.tail.pop_back();
  }
}

/// Comments and CDATA sections end at three characters.
void advance_to(MarkupContext& context, char c, std::string_view end) {
  context.tail += c;
  if (context.tail.size() > end.size()) {
    context.tail.erase(0, 1);
  }
  if (context.tail == end) {
    enter_text(context);
  }
}

void advance_raw(MarkupContext& context, char c) {
  const std::string wanted = "</" + context.name;
  context.pending += lower(c);
  if (!wanted.starts_with(context.pending)) {
    context.pending = c == '<' ? "<" : "";
  }
  if (context.pending == wanted) {
    const std::string name = context.name;
    enter_text(context);
    context.state = State::tag_name;
    context.closing = true;
    context.name = name;
    return;
  }
  if (context.code != Code::none) {
    advance_code(context, c);
  }
}

void advance_character(MarkupContext& context, char c) {
  switch (context.state) {
    case State::text:
      if (c == '<') {
        context.state = State::tag_open;
      }
      return;
    case State::tag_open:
      advance_tag_open(context, c);
      return;
    case State::tag_name:
      advance_name(context, c);
      return;
    case State::in_tag:
      begin_attribute(context, c);
      return;
    case State::attribute_name:
      advance_attribute_name(context, c);
      return;
    case State::after_attribute_name:
      advance_after_name(context, c);
      return;
    case State::before_value:
      advance_before_value(context, c);
      return;
    case State::value:
      advance_value(context, c);
      return;
    case State::comment:
      advance_to(context, c, "-->");
      return;
    case State::cdata:
      advance_to(context, c, "]]>");
      return;
    case State::declaration:
      advance_declaration(context, c);
      return;
    case State::raw:
      advance_raw(context, c);
      return;
  }
}

}  // namespace

MarkupContext advance(MarkupContext context, std::string_view text) {
  if (context.language == Language::plain) {
    return context;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (context.state == State::text) {
      // Most of a template is text: straight to the next tag.
      i = std::min(text.find('<', i), text.size());
      if (i == text.size()) {
        break;
      }
    }
    advance_character(context, text[i]);
  }
  return context;
}

}  // namespace jinja
