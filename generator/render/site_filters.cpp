#include "render/site_filters.hpp"

#include "markdown/markdown_to_html.hpp"
#include "render/math_markup.hpp"
#include "render/math_text.hpp"
#include "render/qr_code.hpp"
#include "text/calendar_date.hpp"
#include "text/language_tag.hpp"
#include "text/math_runs.hpp"
#include "text/suggestion.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace render {

namespace {

using jinja::Arguments;
using jinja::HostFilter;
using values::Kind;
using values::Value;
using Result = diagnostics::OrReason<Value>;
using Input = std::shared_ptr<const FilterInput>;

Result fail(std::string message) {
  return diagnostics::because(std::move(message));
}

std::string shown(const Value& value) {
  return value.kind() == Kind::integer ? std::to_string(value.as_integer())
                                       : std::string(value.as_text());
}

void replace_all(std::string& text, const std::string& placeholder, std::string_view value) {
  for (std::size_t at = text.find(placeholder); at != std::string::npos;
       at = text.find(placeholder, at + value.size())) {
    text.replace(at, placeholder.size(), value);
  }
}

bool is_one(const Arguments& arguments) {
  const Value* count = arguments.find("count");
  return count != nullptr && count->kind() == Kind::integer && count->as_integer() == 1;
}

std::string unknown_string(const FilterInput& input, std::string_view key) {
  std::vector<std::string_view> keys;
  for (const auto& entry : input.strings.texts) {
    keys.push_back(entry.first);
  }
  const std::string meant = text::did_you_mean(key, keys);
  return "there is no interface string \"" + std::string(key) + "\"" +
         (meant.empty() ? "" : "; " + meant);
}

Result interface_string(const FilterInput& input, const Value& value, const Arguments& arguments) {
  const std::string key(value.as_text());
  const std::string* text = is_one(arguments) ? input.strings.find(key + "_one") : nullptr;
  text = text == nullptr ? input.strings.find(key) : text;
  if (text == nullptr) {
    return fail(unknown_string(input, key));
  }
  if (arguments.named.empty()) {
    return Value::view(*text);
  }
  std::string filled = *text;
  for (std::size_t i = 0; i < arguments.names.size(); ++i) {
    replace_all(filled, "{" + std::string(arguments.names[i]) + "}", shown(arguments.named[i]));
  }
  return Value::text(std::move(filled));
}

/// The pattern that `format` names. A month has no day to show, so it falls back to `month`.
std::string pattern_of(const FilterInput& input, const std::string& format, bool has_day) {
  const bool needs_day =
      format == "long" || format == "medium" || format == "short" || format == "month_day";
  const std::string* pattern =
      input.strings.find("date_" + (needs_day && !has_day ? "month" : format));
  return pattern == nullptr ? format : *pattern;
}

Result shown_date(const FilterInput& input, const Value& value, const Arguments& arguments) {
  if (value.is_none()) {
    return Value::none();
  }
  std::string iso = shown(value);
  const bool year_only = iso.size() == 4;
  const auto date = text::parse_iso_date(year_only ? iso + "-01" : iso);
  if (!date) {
    return fail("\"" + iso + "\" is not a date: dates look like 2023-02-08 or 2023-02");
  }
  const std::string format =
      arguments.positional.empty() ? "long" : shown(arguments.positional.front());
  const std::string pattern =
      pattern_of(input, year_only ? "year" : format, date->precision() == text::DatePrecision::day);
  return Value::text(text::format_date(*date, pattern, input.strings.date_names()));
}

/// What `field` gives of the asset that `value` names.
template <typename Field>
Result of_asset(const FilterInput& input, const Value& value, Field field) {
  const site::Asset* asset = input.assets.find(value.as_text());
  if (asset != nullptr) {
    return Value::text(field(*asset));
  }
  std::vector<std::string_view> names;
  for (const site::Asset& known : input.assets.assets()) {
    names.push_back(known.name);
  }
  const std::string meant = text::did_you_mean(value.as_text(), names);
  return fail("the theme has no asset \"" + std::string(value.as_text()) + "\"" +
              (meant.empty() ? "" : "; " + meant));
}

Result asset_url(const FilterInput& input, const Value& value) {
  return of_asset(input, value, [&input](const site::Asset& asset) {
    return text::percent_encode_path(input.base.path + asset.path);
  });
}

Result asset_integrity(const FilterInput& input, const Value& value) {
  return of_asset(input, value, [](const site::Asset& asset) { return asset.integrity; });
}

Result site_url(std::string_view prefix, const Value& value) {
  return Value::text(std::string(prefix) + std::string(value.as_text()));
}

/// Markdown as safe markup; with `inline` a single paragraph without its tags, for use in a line.
Result converted_markdown(const FilterInput& input, const Value& value,
                          const Arguments& arguments) {
  if (value.is_none()) {
    return Value::none();
  }
  static constexpr std::string_view kOpen = "<p>";
  static constexpr std::string_view kClose = "</p>";
  std::string html =
      markdown::markdown_to_html(value.as_text(), input.base.path + input.prefix).html;
  const Value* inline_flag = arguments.find(0, "inline");
  const std::string_view trimmed = text::trim(html);
  const bool one_paragraph = trimmed.starts_with(kOpen) && trimmed.ends_with(kClose) &&
                             trimmed.find(kOpen, 1) == std::string_view::npos;
  if (inline_flag != nullptr && inline_flag->as_boolean() && one_paragraph) {
    html = trimmed.substr(kOpen.size(), trimmed.size() - kOpen.size() - kClose.size());
  }
  return Value::text(std::move(html), values::Safety::trusted);
}

Result language_of(const Value& value) {
  return value.is_none() ? Value::none() : Value::view(text::language_tag(value.as_text()));
}

Result qr_of(const Value& value) {
  std::string svg = qr_code_svg(value.as_text());
  if (svg.empty()) {
    return fail("a QR code holds at most 2,953 bytes, and this text has " +
                std::to_string(value.as_text().size()));
  }
  return Value::text(std::move(svg), values::Safety::trusted);
}

}  // namespace

std::map<std::string, HostFilter> site_filters(const Input& input) {
  return {
      {"t",
       [input](const Value& value, const Arguments& arguments) {
         return interface_string(*input, value, arguments);
       }},
      {"date",
       [input](const Value& value, const Arguments& arguments) {
         return shown_date(*input, value, arguments);
       }},
      {"markdown",
       [input](const Value& value, const Arguments& arguments) {
         return converted_markdown(*input, value, arguments);
       }},
      {"math",
       [](const Value& value, const Arguments&) -> Result {
         // Nearly every text holds none, and goes on as it is: escaped where it stands.
         const bool math = value.kind() == Kind::text && text::may_hold_math(value.as_text());
         return math ? Value::text(markup_with_math(value.as_text()), values::Safety::trusted)
                     : value;
       }},
      {"math_text",
       [](const Value& value, const Arguments&) -> Result {
         const bool math = value.kind() == Kind::text && text::may_hold_math(value.as_text());
         return math ? Value::text(text_with_math(value.as_text())) : value;
       }},
      {"asset", [input](const Value& value, const Arguments&) { return asset_url(*input, value); }},
      {"integrity",
       [input](const Value& value, const Arguments&) { return asset_integrity(*input, value); }},
      {"language", [](const Value& value, const Arguments&) { return language_of(value); }},
      {"qr", [](const Value& value, const Arguments&) { return qr_of(value); }},
      {"url",
       [input](const Value& value, const Arguments&) {
         return site_url(input->base.path + input->prefix, value);
       }},
      {"absolute_url",
       [input](const Value& value, const Arguments&) {
         return site_url(input->base.origin + input->base.path + input->prefix, value);
       }},
  };
}

}  // namespace render
