#include "enrich/read_csl_json.hpp"

#include "digest/identifiers.hpp"
#include "enrich/known_dates.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <simdjson.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace enrich {

namespace {

namespace dom = simdjson::dom;
using diagnostics::Reported;
using diagnostics::Severity;

std::string text_in(const dom::object& object, std::string_view name) {
  std::string_view text;
  return object[name].get(text) == simdjson::SUCCESS
             ? text::collapse_whitespace(text::without_unprintable(text))
             : std::string();
}

std::vector<KnownAuthor> authors_in(const dom::object& item) {
  std::vector<KnownAuthor> authors;
  dom::array list;
  if (item["author"].get(list) != simdjson::SUCCESS) {
    return authors;
  }
  for (const dom::element one : list) {
    dom::object name;
    if (one.get(name) != simdjson::SUCCESS) {
      continue;
    }
    const std::string particle = text_in(name, "non-dropping-particle");
    const std::string suffix = text_in(name, "suffix");
    KnownAuthor author{.given = text_in(name, "given"), .family = text_in(name, "family")};
    if (const std::string dropping = text_in(name, "dropping-particle"); !dropping.empty()) {
      author.given += " " + dropping;
    }
    author.family = (particle.empty() ? "" : particle + " ") + author.family +
                    (suffix.empty() ? "" : " " + suffix);
    if (author.shown().empty()) {
      author.family = text_in(name, "literal");
    }
    if (!author.shown().empty()) {
      authors.push_back(std::move(author));
    }
  }
  return authors;
}

/// A number, or a number in a text: both are written.
std::string number_of(const dom::element& element) {
  std::int64_t number = 0;
  std::string_view text;
  if (element.get(number) == simdjson::SUCCESS) {
    return std::to_string(number);
  }
  return element.get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

/// `{"date-parts": [[2023, 2, 8]]}`
std::string date_in(const dom::object& item) {
  dom::object issued;
  dom::array ranges;
  dom::array first;
  if (item["issued"].get(issued) != simdjson::SUCCESS ||
      issued["date-parts"].get(ranges) != simdjson::SUCCESS || ranges.size() == 0 ||
      ranges.at(0).get(first) != simdjson::SUCCESS) {
    return {};
  }
  std::array<std::string, 3> parts;
  std::size_t count = 0;
  for (const dom::element part : first) {
    if (count < parts.size()) {
      parts[count++] = number_of(part);
    }
  }
  return date_of_parts(parts[0], parts[1], parts[2]);
}

KnownPaper paper_of(const dom::object& item) {
  KnownPaper paper;
  paper.title = text_in(item, "title");
  paper.authors = authors_in(item);
  paper.abstract = text_in(item, "abstract");
  for (const char* const name : {"number", "URL", "DOI", "note"}) {
    if (paper.arxiv_id.empty()) {
      paper.arxiv_id = digest::find_arxiv_id(text_in(item, name)).value_or("");
    }
  }
  paper.doi = digest::find_doi(text_in(item, "DOI")).value_or("");
  paper.venue = text_in(item, "container-title");
  paper.published = date_in(item);
  return paper;
}

diagnostics::Diagnostic bad_csl(const text::SourceText& source, std::string message) {
  return {.severity = Severity::warning,
          .code = "enrich/bad-csl",
          .where = {.path = source.path()},
          .message = std::move(message),
          .remedy = "export it anew as CSL-JSON: an array of objects with a title"};
}

}  // namespace

Reported<std::vector<KnownPaper>> read_csl_json(const text::SourceText& source) {
  Reported<std::vector<KnownPaper>> papers;
  dom::parser parser;
  dom::array items;
  const simdjson::padded_string padded(source.bytes());
  const simdjson::error_code error = parser.parse(padded).get(items);
  if (error != simdjson::SUCCESS) {
    papers.diagnostics.push_back(bad_csl(
        source, std::string("this file is no JSON array: ") + simdjson::error_message(error)));
    return papers;
  }
  std::size_t number = 0;
  for (const dom::element one : items) {
    ++number;
    dom::object item;
    if (one.get(item) != simdjson::SUCCESS) {
      papers.diagnostics.push_back(
          bad_csl(source, "item " + std::to_string(number) + " is no object and is left out"));
      continue;
    }
    KnownPaper paper = paper_of(item);
    paper.where = {.path = source.path()};
    papers.value.push_back(std::move(paper));
  }
  return papers;
}

}  // namespace enrich
