#include "jinja/payloads/compare_code.hpp"

#include "jinja/payloads/addresses.hpp"
#include "jinja/payloads/script_tokens.hpp"
#include "jinja/payloads/shown_value.hpp"
#include "jinja/payloads/style_tokens.hpp"
#include "text/html_escape.hpp"

#include <nlohmann/json.hpp>

namespace payloads {

namespace {

using nlohmann::json;

/// What the script makes of a string must be the value. A `set` block or a filter may have made
/// markup of it before, which is the value's own text still.
bool says(std::string_view marked, std::string_view text, std::string_view value) {
  const std::string shown = well_formed(text);
  return shown == well_formed(with_value(marked, value)) ||
         shown == well_formed(with_value(marked, text::html_escape(value)));
}

bool agree(const ScriptToken& marked, const ScriptToken& token, std::string_view value,
           RoundTrip round_trip) {
  using Kind = ScriptToken::Kind;
  if (marked.kind != token.kind || token.kind == Kind::broken) {
    return false;
  }
  const bool data = token.kind == Kind::string || token.kind == Kind::template_text;
  if (!data || !has_marker(marked.text)) {
    return marked.text == token.text;
  }
  return round_trip == RoundTrip::no || says(marked.text, token.text, value);
}

bool agree(const StyleToken& marked, const StyleToken& token, std::string_view value,
           bool is_address) {
  using Kind = StyleToken::Kind;
  if (marked.kind != token.kind || token.kind == Kind::broken) {
    return false;
  }
  if (!has_marker(marked.text)) {
    return marked.text == token.text;
  }
  if (token.kind == Kind::url || (token.kind == Kind::string && is_address)) {
    return is_harmless_address(token.text) && token.text.starts_with(before_marker(marked.text));
  }
  return token.kind != Kind::string ||
         comparable(token.text) == comparable(with_value(marked.text, value));
}

json with_value(json marked, std::string_view value) {
  if (marked.is_string()) {
    return well_formed(payloads::with_value(marked.get<std::string>(), value));
  }
  if (marked.is_structured()) {
    for (auto& item : marked) {
      item = with_value(std::move(item), value);
    }
  }
  return marked;
}

json well_formed_strings(json value) {
  if (value.is_string()) {
    return well_formed(value.get<std::string>());
  }
  if (value.is_structured()) {
    for (auto& item : value) {
      item = well_formed_strings(std::move(item));
    }
  }
  return value;
}

}  // namespace

Complaint compare_scripts(std::string_view marked, std::string_view script, std::string_view value,
                          RoundTrip round_trip) {
  const auto expected = script_tokens(marked);
  const auto tokens = script_tokens(script);
  bool same = expected.size() == tokens.size();
  for (std::size_t i = 0; same && i < tokens.size(); ++i) {
    same = agree(expected[i], tokens[i], value, round_trip);
  }
  return same ? Complaint() : "the script is other code: " + std::string(script);
}

Complaint compare_json(std::string_view marked, std::string_view text, std::string_view value) {
  const json expected = json::parse(marked, nullptr, false);
  const json found = json::parse(text, nullptr, false);
  if (found.is_discarded()) {
    return "this is no JSON: " + std::string(text);
  }
  return well_formed_strings(found) == with_value(expected, value)
             ? Complaint()
             : "the JSON says something else: " + std::string(text);
}

Complaint compare_styles(std::string_view marked, std::string_view style, std::string_view value) {
  const auto expected = style_tokens(marked);
  const auto tokens = style_tokens(style);
  bool same = expected.size() == tokens.size();
  for (std::size_t i = 0; same && i < tokens.size(); ++i) {
    const std::string& before = i == 0 ? std::string() : tokens[i - 1].text;
    same = agree(expected[i], tokens[i], value, before == "url");
  }
  return same ? Complaint() : "the style does something else: " + std::string(style);
}

}  // namespace payloads
