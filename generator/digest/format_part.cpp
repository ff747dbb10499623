#include "digest/format_part.hpp"

#include "digest/report.hpp"
#include "text/suggestion.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace digest {

using values::Kind;
using values::Value;

void FormatPart::complain(std::string_view word, std::string message, std::string remedy) {
  diagnostics::Diagnostic diagnostic{
      .code = "digest/bad-format", .message = std::move(message), .remedy = std::move(remedy)};
  const std::size_t at = word.empty() ? std::string_view::npos : source_.bytes().find(word);
  if (at == std::string_view::npos) {
    diagnostic.where = {.path = source_.path()};
    diagnostics_.push_back(std::move(diagnostic));
    return;
  }
  report_offset(diagnostics_, source_, at, std::move(diagnostic));
}

void FormatPart::check_keys(const Value& map, std::initializer_list<std::string_view> known) {
  for (std::size_t i = 0; i < map.size() && map.kind() == Kind::map; ++i) {
    const std::string_view name = map.member_name(i);
    if (std::ranges::find(known, name) == known.end()) {
      complain(name, "a format has no \"" + std::string(name) + "\" here",
               text::did_you_mean(name, std::span(known.begin(), known.size())));
    }
  }
}

std::vector<std::string> FormatPart::texts(const Value& value) {
  std::vector<std::string> list;
  if (value.kind() == Kind::text && !value.as_text().empty()) {
    list.emplace_back(value.as_text());
  }
  for (std::size_t i = 0; i < value.size() && value.kind() == Kind::list; ++i) {
    if (value.at(i).as_text().empty()) {
      complain({}, "a text is expected in a list of texts", "put quotes round it");
      continue;
    }
    list.emplace_back(value.at(i).as_text());
  }
  return list;
}

std::optional<CellPattern> FormatPart::pattern(const std::string& text) {
  std::optional<CellPattern> parsed = CellPattern::parse(text);
  if (!parsed) {
    complain(text, "\"" + text + "\" is no pattern",
             "close each { with }, and put text between two placeholders");
  }
  return parsed;
}

std::vector<CellPattern> FormatPart::patterns(const Value& value) {
  std::vector<CellPattern> list;
  for (const std::string& text : texts(value)) {
    if (std::optional<CellPattern> parsed = pattern(text)) {
      list.push_back(*std::move(parsed));
    }
  }
  return list;
}

}  // namespace digest
