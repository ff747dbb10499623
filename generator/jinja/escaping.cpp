#include "jinja/escaping.hpp"

#include "jinja/attribute_kind.hpp"

namespace jinja {

namespace {

using Code = MarkupContext::Code;
using State = MarkupContext::State;

Escape escape_of_code(Code code) {
  switch (code) {
    case Code::script:
    case Code::json:
      return Escape::script;
    case Code::script_double:
    case Code::script_single:
    case Code::script_template:
    case Code::json_string:
      return Escape::script_string;
    case Code::script_regex:
    case Code::script_regex_class:
      return Escape::script_regex;
    case Code::script_line_comment:
    case Code::script_block_comment:
      return Escape::script_comment;
    case Code::style_url:
      return Escape::style_url;
    case Code::style_double:
    case Code::style_single:
      return Escape::style_string;
    case Code::style_comment:
      return Escape::style_comment;
    default:
      return Escape::style;
  }
}

Escape escape_of_string_or_code(const MarkupContext& context) {
  if (context.code == Code::script && context.tail == "/" && context.operand) {
    return Escape::script_regex_start;
  }
  if (context.code == Code::style && context.tail == "url(") {
    return Escape::style_url;
  }
  return context.style_url ? Escape::style_url : escape_of_code(context.code);
}

Wrapper wrapper_of(const MarkupContext& context) {
  if (context.state == State::before_value) {
    return Wrapper::unquoted_start;
  }
  return context.quote == '\0' ? Wrapper::unquoted : Wrapper::quoted;
}

Escaping escaping_of_attribute(const MarkupContext& context) {
  const Wrapper wrapper = wrapper_of(context);
  if (context.name == "meta" && context.attribute == "content" && context.type == "refresh" &&
      context.url == MarkupContext::Url::none) {
    return Escaping(Escape::word);
  }
  // Without quotes, the first value decides what the attribute is.
  const AttributeKind kind = attribute_kind(context.name, context.attribute);
  const bool url_begins = context.state == State::before_value &&
                          (kind == AttributeKind::url || kind == AttributeKind::url_list);
  if (kind == AttributeKind::animated) {
    return Escaping(Escape::word);
  }
  // XML has no attributes without quotes: there no wrapper says that it is XML.
  const Wrapper url_wrapper = context.language == Language::xml ? Wrapper::none : wrapper;
  if (context.url == MarkupContext::Url::start || url_begins) {
    return Escaping(Escape::url, url_wrapper);
  }
  if (context.url == MarkupContext::Url::rest || context.url == MarkupContext::Url::scheme) {
    return Escaping(
        context.url == MarkupContext::Url::rest ? Escape::url_rest : Escape::url_segment,
        url_wrapper);
  }
  if (context.language == Language::xml) {
    return Escaping(Escape::xml_sealed);
  }
  if (context.code != Code::none) {
    return Escaping(escape_of_string_or_code(context), wrapper);
  }
  if (context.state == State::before_value && kind == AttributeKind::script) {
    return Escaping(Escape::script, wrapper);
  }
  if (context.state == State::before_value && kind == AttributeKind::style) {
    return Escaping(Escape::style, wrapper);
  }
  return Escaping(kind == AttributeKind::markup ? Escape::markup : Escape::attribute, wrapper);
}

}  // namespace

Escaping escaping_of(const MarkupContext& context) {
  const bool xml = context.language == Language::xml;
  if (context.language == Language::plain) {
    return Escaping(Escape::none);
  }
  switch (context.state) {
    case State::text:
      return Escaping(xml ? Escape::xml : Escape::text);
    case State::tag_open:
    case State::tag_name:
      return Escaping(Escape::tag_name);
    case State::attribute_name:
      return Escaping(context.attribute.empty() ? Escape::attribute_name : Escape::name_rest);
    case State::in_tag:
    case State::after_attribute_name:
      return Escaping(Escape::attribute_name);
    case State::before_value:
    case State::value:
      return escaping_of_attribute(context);
    case State::comment:
    case State::declaration:
      return Escaping(xml ? Escape::xml_comment : Escape::sealed);
    case State::cdata:
      return Escaping(Escape::cdata);
    case State::raw:
      return Escaping(context.code == Code::none ? Escape::sealed
                                                 : escape_of_string_or_code(context));
  }
  return Escaping(Escape::sealed);
}

}  // namespace jinja
