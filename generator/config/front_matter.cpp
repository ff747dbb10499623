#include "config/front_matter.hpp"

#include "config/yaml.hpp"
#include "text/whitespace.hpp"

#include <string>
#include <utility>

namespace config {

namespace {

using diagnostics::Expected;
using diagnostics::failure;

bool is_fence(std::string_view line) {
  return text::trim_right(line) == "---";
}

/// The line of the closing fence; 0 if there is none.
std::size_t closing_fence(const text::SourceText& source) {
  for (std::size_t number = 2; number <= source.line_count(); ++number) {
    if (is_fence(source.line(number))) {
      return number;
    }
  }
  return 0;
}

}  // namespace

Expected<FrontMatter> split_front_matter(const text::SourceText& source) {
  std::string_view first = source.line(1);
  if (first.starts_with("\xEF\xBB\xBF")) {
    first.remove_prefix(3);
  }
  if (!is_fence(first)) {
    return FrontMatter{.matter = values::Value::map({}), .body = source.bytes(), .body_line = 1};
  }
  const std::size_t close = closing_fence(source);
  if (close == 0) {
    return failure(
        diagnostics::at_line(source, 1,
                             {.code = "config/open-front-matter",
                              .message = "the front matter that begins here has no end",
                              .remedy = "close it with a line of its own that holds just ---"}));
  }
  const std::size_t start = source.line_start(2);
  const std::string_view bytes = source.bytes();
  // Line breaks in front keep the line numbers of the file in what yaml-cpp reports.
  const text::SourceText yaml(
      source.path(), "\n" + std::string(bytes.substr(start, source.line_start(close) - start)));
  Expected<values::Value> matter = parse_yaml(yaml);
  if (!matter) {
    return failure(std::move(matter.error()));
  }
  if (matter->is_none()) {
    matter = values::Value::map({});
  }
  if (matter->kind() != values::Kind::map) {
    return failure(
        diagnostics::at_line(source, 2,
                             {.code = "config/bad-yaml",
                              .message = "front matter must be a map of names and values",
                              .remedy = "write it as `title: About this site`"}));
  }
  const bool has_body = close < source.line_count();
  return FrontMatter{
      .matter = *std::move(matter),
      .body = has_body ? bytes.substr(source.line_start(close + 1)) : std::string_view(),
      .body_line = close + 1};
}

}  // namespace config
