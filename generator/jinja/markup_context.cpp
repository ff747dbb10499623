#include "jinja/markup_context.hpp"

#include <algorithm>
#include <array>

namespace jinja {

using Code = MarkupContext::Code;
using State = MarkupContext::State;
using Url = MarkupContext::Url;

Language language_of(std::string_view template_name) {
  static constexpr std::array<std::string_view, 4> kXml = {".xml", ".atom", ".rss", ".svg"};
  static constexpr std::array<std::string_view, 6> kPlain = {".txt", ".csv",  ".bib",
                                                             ".ris", ".json", ".md"};
  const auto ends = [template_name](std::string_view ending) {
    return template_name.ends_with(ending);
  };
  if (std::ranges::any_of(kXml, ends)) {
    return Language::xml;
  }
  return std::ranges::any_of(kPlain, ends) ? Language::plain : Language::html;
}

MarkupContext initial_context(Language language) {
  MarkupContext context;
  context.language = language;
  return context;
}

MarkupContext after_value(MarkupContext context) {
  switch (context.state) {
    case State::tag_open:
      context.state = State::tag_name;
      break;
    case State::in_tag:
    case State::after_attribute_name:
      // A value here is an attribute's name: "=" may follow.
      context.state = State::attribute_name;
      context.attribute.clear();
      break;
    case State::before_value:
      context.state = State::value;
      context.quote = '\0';
      break;
    default:
      break;
  }
  context.after_value = context.url != Url::none;
  if (context.code == Code::script && context.tail == "/" && context.operand) {
    context.code = Code::script_regex;
    context.tail.clear();
  } else if (context.code == Code::script) {
    context.operand = false;
    context.tail.clear();
  } else if (context.code == Code::style && context.tail == "url(") {
    context.code = Code::style_url;
    context.tail.clear();
  } else if (context.code == Code::style) {
    context.tail.clear();
  }
  context.escaped = false;
  return context;
}

namespace {

std::string describe_code(Code code) {
  switch (code) {
    case Code::script_double:
    case Code::script_single:
    case Code::script_template:
    case Code::json_string:
      return "a string of a script";
    case Code::script_regex:
    case Code::script_regex_class:
      return "a regular expression of a script";
    case Code::script_line_comment:
    case Code::script_block_comment:
      return "a comment of a script";
    case Code::script:
    case Code::json:
      return "a script";
    case Code::style_url:
      return "an address of a style";
    case Code::style_double:
    case Code::style_single:
      return "a string of a style";
    case Code::style_comment:
      return "a comment of a style";
    default:
      return "a style";
  }
}

}  // namespace

std::string describe(const MarkupContext& context) {
  switch (context.state) {
    case State::text:
      return context.language == Language::plain ? "a plain text" : "the text";
    case State::tag_open:
    case State::tag_name:
      return "the name of a tag";
    case State::in_tag:
    case State::attribute_name:
    case State::after_attribute_name:
      return "a tag, between its attributes";
    case State::before_value:
    case State::value:
      if (context.code != Code::none) {
        return describe_code(context.code) + " in the attribute \"" + context.attribute + "\"";
      }
      return "the attribute \"" + context.attribute + "\"";
    case State::comment:
      return "a comment";
    case State::declaration:
      return "a declaration";
    case State::cdata:
      return "a CDATA section";
    case State::raw:
      return context.code != Code::none ? describe_code(context.code) : "a <" + context.name + ">";
  }
  return {};
}

}  // namespace jinja
