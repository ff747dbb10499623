#include "site/written_page.hpp"

#include "config/front_matter.hpp"
#include "text/suggestion.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace site {

namespace {

constexpr std::array<std::string_view, 5> kKeys = {"title", "description", "weight", "template",
                                                   "extra"};

/// The line of front matter that sets `key`, so that a diagnostic can point at it.
int line_of_key(const text::SourceText& source, std::string_view key) {
  for (std::size_t line = 2; line <= source.line_count(); ++line) {
    if (source.line(line).starts_with(key)) {
      return static_cast<int>(line);
    }
  }
  return 1;
}

/// The first heading of the document, or the file's name: what to call a page without a title.
std::string fallback_title(const WrittenPage& page) {
  return page.content.headings.empty() ? page.name.substr(0, page.name.rfind('.'))
                                       : page.content.headings.front().text;
}

}  // namespace

diagnostics::Reported<std::optional<WrittenPage>> read_written_page(const std::string& name,
                                                                    const text::SourceText& source,
                                                                    const std::string& base_path) {
  diagnostics::Reported<std::optional<WrittenPage>> result;
  const diagnostics::Expected<config::FrontMatter> front = config::split_front_matter(source);
  if (!front) {
    result.diagnostics.push_back(front.error());
    return result;
  }
  const values::Value& matter = front->matter;
  for (std::size_t i = 0; i < matter.size(); ++i) {
    const std::string_view key = matter.member_name(i);
    if (std::ranges::find(kKeys, key) == kKeys.end()) {
      const std::string meant = text::did_you_mean(key, kKeys);
      result.diagnostics.push_back(diagnostics::at_line(
          source, line_of_key(source, key),
          {.code = "site/unknown-front-matter",
           .message = "front matter has no key \"" + std::string(key) + "\"",
           .remedy = meant.empty() ? "put your own keys under `extra:`" : meant}));
    }
  }
  WrittenPage page{.name = name, .file = source.path()};
  page.title = matter.member("title").as_text();
  page.description = matter.member("description").as_text();
  page.weight = matter.member("weight").as_real();
  page.extra = matter.member("extra");
  if (const values::Value layout = matter.member("template"); layout.kind() == values::Kind::text) {
    page.layout = layout.as_text();
  }
  page.content = markdown::markdown_to_html(front->body, base_path);
  if (page.title.empty()) {
    page.title = fallback_title(page);
    result.diagnostics.push_back(
        diagnostics::at_line(source, 1,
                             {.severity = diagnostics::Severity::warning,
                              .code = "site/missing-title",
                              .message = "this page has no title; \"" + page.title + "\" stands in",
                              .remedy = "begin the file with ---, title: …, ---"}));
  }
  result.value = std::move(page);
  return result;
}

}  // namespace site
