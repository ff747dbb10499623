#include "digest/format_values.hpp"

#include "digest/field_meant.hpp"
#include "digest/report.hpp"
#include "digest/script.hpp"
#include "text/suggestion.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace digest {

using diagnostics::Diagnostic;
using values::Kind;
using values::Value;

/// Where `word` stands in the file, if possible behind its section's key.
std::size_t FormatValues::place_of(std::string_view word) const {
  const std::string_view bytes = source_.bytes();
  if (word.empty() && section_.empty()) {
    return std::string_view::npos;
  }
  std::size_t section = 0;
  if (!section_.empty()) {
    const std::string key = section_ + ":";
    section = bytes.starts_with(key) ? 0 : bytes.find("\n" + key);
    if (section == std::string_view::npos) {
      return bytes.find(word);  // the section is that of the format it extends
    }
    section += bytes[section] == '\n' ? 1U : 0U;
  }
  const std::size_t at = bytes.find(word.empty() ? std::string_view(section_) : word, section);
  return at == std::string_view::npos ? bytes.find(word) : at;
}

void FormatValues::complain(std::string_view word, std::string message, std::string remedy) {
  Diagnostic diagnostic{
      .code = "digest/bad-format", .message = std::move(message), .remedy = std::move(remedy)};
  const std::size_t at = place_of(word);
  if (at == std::string_view::npos) {
    diagnostic.where = {.path = source_.path()};
    diagnostics_.push_back(std::move(diagnostic));
    return;
  }
  report_offset(diagnostics_, source_, at, std::move(diagnostic));
}

void FormatValues::check_keys(const Value& map, std::initializer_list<std::string_view> known) {
  if (map.is_undefined() || map.is_none()) {
    return;
  }
  if (map.kind() != Kind::map) {
    complain({}, "keys with values are expected here", "write one `key: value` a line, indented");
    return;
  }
  std::string names;
  for (const std::string_view name : known) {
    names += (names.empty() ? "`" : ", `") + std::string(name) + "`";
  }
  for (std::size_t i = 0; i < map.size(); ++i) {
    const std::string_view name = map.member_name(i);
    if (std::ranges::find(known, name) == known.end()) {
      const std::string suggestion =
          text::did_you_mean(name, std::span(known.begin(), known.size()));
      complain(name, "a format has no \"" + std::string(name) + "\" here",
               suggestion.empty() ? "there may be " + names : suggestion);
    }
  }
}

bool FormatValues::boolean(const Value& map, std::string_view name) {
  const Value value = map.member(name);
  if (!value.is_undefined() && value.kind() != Kind::boolean) {
    complain(name, "\"" + std::string(name) + "\" is true or false", "write `true`");
  }
  return value.as_boolean();
}

std::vector<std::string> FormatValues::texts(const Value& value) {
  std::vector<std::string> list = exact_texts(value);
  for (std::string& text : list) {
    text = half_width(text);
  }
  return list;
}

std::vector<std::string> FormatValues::exact_texts(const Value& value) {
  std::vector<std::string> list;
  if (value.is_undefined() || value.is_none()) {
    return list;
  }
  if (value.kind() == Kind::text && !value.as_text().empty()) {
    list.emplace_back(value.as_text());
    return list;
  }
  if (value.kind() != Kind::list) {
    complain({}, "a text or a list of texts is expected here", "put quotes round it");
    return list;
  }
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value.at(i).as_text().empty()) {
      complain({}, "a text is expected in a list of texts", "put quotes round it");
      continue;
    }
    list.emplace_back(value.at(i).as_text());
  }
  return list;
}

template <typename Pattern>
std::optional<Pattern> FormatValues::parsed(const std::string& text) {
  std::optional<Pattern> pattern = Pattern::parse(text);
  if (!pattern) {
    complain(text, "\"" + text + "\" is no pattern",
             "close each { with }, and put text between two placeholders");
  }
  return pattern;
}

std::optional<LinePattern> FormatValues::pattern(const std::string& text) {
  return parsed<LinePattern>(text);
}

std::vector<LinePattern> FormatValues::patterns(const Value& value) {
  std::vector<LinePattern> list;
  for (const std::string& text : texts(value)) {
    if (std::optional<LinePattern> parsed = pattern(text)) {
      list.push_back(*std::move(parsed));
    }
  }
  return list;
}

std::vector<CellPattern> FormatValues::cell_patterns(const Value& value) {
  std::vector<CellPattern> list;
  for (const std::string& text : exact_texts(value)) {
    if (std::optional<CellPattern> pattern = parsed<CellPattern>(text)) {
      list.push_back(*std::move(pattern));
    }
  }
  return list;
}

void FormatValues::check_placeholders(const LinePattern& pattern,
                                      std::span<const std::string_view> known) {
  for (const std::string_view name : pattern.placeholders()) {
    if (name.starts_with('_') || name == "n" || name == "code" ||
        std::ranges::find(known, name) != known.end()) {
      continue;
    }
    const std::string suggestion = field_meant(name, known);
    complain("{" + std::string(name) + "}",
             "there is no field \"" + std::string(name) + "\" for a placeholder",
             suggestion.empty() ? "let the name of what fills no field begin with _" : suggestion);
  }
}

std::vector<NoiseRule> FormatValues::rules(const Value& map) {
  std::vector<NoiseRule> list;
  if (!map.is_undefined() && !map.is_none() && map.kind() != Kind::map) {
    complain({}, "names with patterns are expected here", "write one `name: \"pattern\"` a line");
    return list;
  }
  for (std::size_t i = 0; i < map.size(); ++i) {
    for (LinePattern& parsed : patterns(map.member_value(i))) {
      check_placeholders(parsed, field_names());
      list.push_back({std::string(map.member_name(i)), std::move(parsed)});
    }
  }
  return list;
}

std::optional<Field> FormatValues::field(std::string_view name) {
  const std::optional<Field> found = field_named(name);
  if (!found) {
    const std::string suggestion = field_meant(name, field_names());
    complain(name, "a record has no field \"" + std::string(name) + "\"",
             suggestion.empty() ? "docs/digest_format.md lists the fields" : suggestion);
  }
  return found;
}

std::vector<Field> FormatValues::fields(const Value& value) {
  std::vector<Field> list;
  for (const std::string& name : texts(value)) {
    if (const std::optional<Field> found = field(name)) {
      list.push_back(*found);
    }
  }
  return list;
}

}  // namespace digest
