#include "digest/read_record_paper.hpp"

#include "digest/identifiers.hpp"
#include "digest/link_labels.hpp"
#include "text/url.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digest {

namespace {

/// An identity as paper_identity() gives it: whatever else a record says may lead anywhere.
bool is_identity(std::string_view id) {
  return find_arxiv_id(id) == std::string(id) || id.starts_with("doi:") || id.starts_with("acl:") ||
         id.starts_with("openreview:") || id.starts_with("url:http") || id.starts_with("title:");
}

/// The fields that files can give; pages have a word for each.
bool is_enriched_field(std::string_view field) {
  constexpr std::array<std::string_view, 7> kFields = {
      "abstract", "arxiv_categories", "authors", "doi", "published", "updated", "venue"};
  return std::ranges::find(kFields, field) != kFields.end();
}

class RecordPaperReader {
 public:
  RecordPaperReader(JsonRecord& record, std::size_t max_names, RecordReports& reports)
      : record_(record), max_names_(max_names), reports_(reports) {}

  std::optional<Paper> read() && {
    paper_.title = record_.text("title");
    if (text::is_blank(paper_.title)) {
      reports_.add("digest/missing-title", "this record has no title, so it is left out",
                   "give it a \"title\"");
      return std::nullopt;
    }
    paper_.rank = record_.integer("rank");
    paper_.section = section();
    paper_.category = record_.text("category");
    paper_.title_zh = record_.text("title_zh");
    RecordNames authors = record_.names("authors");
    paper_.authors = std::move(authors.names);
    limit_names();
    paper_.authors_truncated = record_.boolean("authors_truncated") || authors.truncated;
    RecordNames affiliations = record_.names("affiliations");
    paper_.affiliations = std::move(affiliations.names);
    paper_.affiliations_truncated =
        record_.boolean("affiliations_truncated") || affiliations.truncated;
    paper_.key_points = record_.texts("key_points");
    paper_.tldr = record_.text("tldr");
    paper_.motivation = record_.text("motivation");
    paper_.method = record_.text("method");
    paper_.advantage = record_.text("advantage");
    paper_.abstract = record_.text("abstract");
    paper_.abstract_zh = record_.text("abstract_zh");
    paper_.venue = record_.text("venue");
    paper_.remark = record_.text("remark");
    paper_.arxiv_categories = record_.texts("arxiv_categories");
    paper_.published = record_.text("published");
    paper_.updated = record_.text("updated");
    for (LegendEntry& entry : record_.legend("enriched")) {
      if (is_enriched_field(entry.code)) {
        paper_.enriched.push_back({.field = std::move(entry.code), .file = std::move(entry.name)});
      }
    }
    read_addresses();
    paper_.source = record_.source("source");
    if (paper_.source.line == 0) {
      paper_.source = reports_.lines();
    }
    return std::move(paper_);
  }

 private:
  void limit_names() {
    std::vector<std::string>& names = paper_.authors;
    if (names.size() > max_names_) {
      reports_.add("digest/names-limit",
                   "this paper has " + std::to_string(names.size()) + " authors; the first " +
                       std::to_string(max_names_) + " are kept (the limit max_names)",
                   "shorten the list and set \"authors_truncated\"");
      names.resize(max_names_);
    }
  }

  Section section() {
    const std::string section = record_.text("section");
    if (!section.empty() && section != "featured" && section != "also") {
      reports_.add("digest/bad-record", R"("section" must be "featured" or "also")", "");
    }
    const bool also = section == "also" || (section.empty() && !paper_.rank);
    return also ? Section::also : Section::featured;
  }

  void read_addresses() {
    paper_.url = web_address(record_.text("url"));
    paper_.links = record_.links("links");
    for (Link& link : paper_.links) {
      link.url = web_address(std::move(link.url));
      link.label = link.label.empty() ? label_of_host(link.url) : std::move(link.label);
    }
    std::erase_if(paper_.links, [](const Link& link) { return link.url.empty(); });
    const std::string number = record_.text("arxiv_id");
    paper_.arxiv_id = find_arxiv_id(number.empty() ? paper_.url : number).value_or("");
    const std::string doi = read_doi();
    paper_.id = record_.text("id");
    if (!is_identity(paper_.id)) {
      const std::string& reference = !paper_.url.empty()        ? paper_.url
                                     : !paper_.arxiv_id.empty() ? paper_.arxiv_id
                                                                : doi;
      paper_.id = paper_identity(reference, paper_.title);
    }
  }

  std::string web_address(std::string url) {
    if (url.empty() || text::is_web_url(url)) {
      return url;
    }
    reports_.add("digest/not-a-web-address", "\"" + url + "\" is no http or https address",
                 "only http and https addresses become links");
    return {};
  }

  /// A member that the format takes for a DOI: a link, and what identifies a paper without address.
  std::string read_doi() {
    const std::string given = record_.has_format() ? record_.text("doi") : std::string();
    std::string doi = find_doi(given).value_or("");
    const std::string address = doi.empty() ? given : "https://doi.org/" + doi;
    if (text::is_web_url(address) && address != paper_.url) {
      paper_.links.push_back({.label = "DOI", .url = address});
    }
    return doi;
  }

  JsonRecord& record_;
  std::size_t max_names_;
  RecordReports& reports_;
  Paper paper_;
};

}  // namespace

std::optional<Paper> read_record_paper(JsonRecord& record, std::size_t max_names,
                                       RecordReports& reports) {
  return RecordPaperReader(record, max_names, reports).read();
}

}  // namespace digest
