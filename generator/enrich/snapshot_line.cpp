#include "enrich/snapshot_line.hpp"

#include "digest/identifiers.hpp"
#include "enrich/known_dates.hpp"
#include "enrich/tex_text.hpp"
#include "text/whitespace.hpp"

#include <simdjson.h>

#include <algorithm>
#include <utility>

namespace enrich {

namespace {

namespace dom = simdjson::dom;

/// The id is the first member; a file that somebody rewrote may have it further behind.
constexpr std::size_t kProbed = 4096;

std::string text_in(const dom::object& object, std::string_view name) {
  std::string_view text;
  return object[name].get(text) == simdjson::SUCCESS ? plain_text(text) : std::string();
}

/// `[["Hasselt", "Hado", "van"], …]`: family name, given name, suffix.
std::vector<KnownAuthor> parsed_authors(const dom::object& object) {
  std::vector<KnownAuthor> authors;
  dom::array list;
  if (object["authors_parsed"].get(list) != simdjson::SUCCESS) {
    return authors;
  }
  for (const dom::element one : list) {
    dom::array parts;
    std::vector<std::string> texts;
    if (one.get(parts) == simdjson::SUCCESS) {
      for (const dom::element part : parts) {
        std::string_view text;
        texts.push_back(part.get(text) == simdjson::SUCCESS ? plain_text(text) : std::string());
      }
    }
    texts.resize(3);
    if (!texts[0].empty() || !texts[1].empty()) {
      const std::string suffix = texts[2].empty() ? "" : " " + texts[2];
      authors.push_back({.given = texts[1], .family = texts[0] + suffix});
    }
  }
  return authors;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) {
      words.push_back(text.substr(at, end - at));
    }
    at = end + 1;
  }
  return words;
}

/// The day of the first version: `Mon, 2 Apr 2007 19:18:42 GMT`.
std::string first_version_date(const dom::object& object) {
  dom::array versions;
  dom::object first;
  std::string_view created;
  if (object["versions"].get(versions) != simdjson::SUCCESS || versions.size() == 0 ||
      versions.at(0).get(first) != simdjson::SUCCESS ||
      first["created"].get(created) != simdjson::SUCCESS) {
    return {};
  }
  return mail_date(created);
}

}  // namespace

std::string_view snapshot_id(std::string_view line) {
  const std::string_view start = line.substr(0, kProbed);
  constexpr std::string_view kName = "\"id\"";
  std::size_t at = start.find(kName);
  if (at == std::string_view::npos) {
    return {};
  }
  at = start.find_first_not_of(" \t", at + kName.size());
  if (at == std::string_view::npos || start[at] != ':') {
    return {};
  }
  at = start.find_first_not_of(" \t", at + 1);
  if (at == std::string_view::npos || start[at] != '"') {
    return {};
  }
  const std::size_t end = start.find('"', at + 1);
  return end == std::string_view::npos ? std::string_view() : start.substr(at + 1, end - at - 1);
}

struct SnapshotReader::State {
  dom::parser parser;
};

SnapshotReader::SnapshotReader() : state_(std::make_unique<State>()) {}

SnapshotReader::~SnapshotReader() = default;

std::optional<KnownPaper> SnapshotReader::read(std::string_view line) {
  dom::object object;
  const simdjson::padded_string padded(line);
  if (state_->parser.parse(padded).get(object) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  KnownPaper paper;
  paper.arxiv_id = digest::find_arxiv_id(text_in(object, "id")).value_or("");
  paper.doi = digest::find_doi(text_in(object, "doi")).value_or("");
  paper.title = text_in(object, "title");
  paper.authors = parsed_authors(object);
  paper.abstract = text_in(object, "abstract");
  paper.categories = words_of(text_in(object, "categories"));
  paper.venue = text_in(object, "journal-ref");
  paper.published = first_version_date(object);
  paper.updated = iso_date(text_in(object, "update_date"));
  return paper;
}

}  // namespace enrich
