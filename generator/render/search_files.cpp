#include "render/search_files.hpp"

#include "render/math_text.hpp"
#include "render/views.hpp"
#include "site/plan_routes.hpp"
#include "text/content_hash.hpp"
#include "text/json_escape.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace render {

namespace {

using catalog::CatalogPaper;
using catalog::Term;
using site::SearchFiles;
using text::append_json_string;

/// Of people as many as a list line names.
constexpr std::size_t kPeople = 3;

/// Characters of the sentence below a result: about two lines.
constexpr std::size_t kGist = 120;

/// Categories beyond so many are not counted: the next characters stand for no single letter.
constexpr std::uint32_t kMostCategories = 50'000;

/// Digits of a file's hash: enough to tell a file from its own older versions.
constexpr std::size_t kHashDigits = 6;

const std::vector<Term>& categories_of(const site::Site& site) {
  return site.catalog().terms_of(catalog::Taxonomy::category);
}

const text::CalendarDate& date_of(const site::Site& site, const CatalogPaper& paper) {
  return site.catalog().digests[paper.appearances.front().digest.value].head.date;
}

/// 20230208; 20230200 for a month, 0 without a date.
int number_of(const text::CalendarDate& date) {
  return (date.year * 100 + date.month) * 100 + date.day;
}

std::string_view gist_of(const site::Site& site, const digest::Paper& paper) {
  if (!paper.tldr.empty()) {
    return paper.tldr;
  }
  const bool english_first = site.config().language == "en" || paper.abstract_zh.empty();
  return english_first ? paper.abstract : paper.abstract_zh;
}

std::string shortened(std::string_view text) {
  // Finding characters reads the text, and all but its start is in vain.
  const std::string start = text_with_math(text.substr(0, 64 * kGist));
  const std::size_t size = text::grapheme_prefix_size(start, kGist);
  const bool is_whole = size == start.size() && text.size() <= 64 * kGist;
  return start.substr(0, size) + (is_whole ? "" : "…");
}

std::string people_of(const digest::Paper& paper) {
  std::string people;
  for (std::size_t i = 0; i < std::min(kPeople, paper.authors.size()); ++i) {
    people += (i == 0 ? "" : ", ") + paper.authors[i];
  }
  return people;
}

/// `[href, title, title_zh, date, category, gist, people, how many there are]`; of a cut list of
/// people it is not known how many: 0.
void append_row(std::string& out, const site::Site& site, std::uint32_t paper) {
  const CatalogPaper& one = site.catalog().papers[paper];
  const digest::Paper& record = one.record;
  out += '[';
  append_json_string(out, site.route_of(catalog::PaperIndex{paper}).href);
  for (const std::string_view text :
       {std::string_view(record.title), std::string_view(record.title_zh)}) {
    out += ',';
    append_json_string(out, text_with_math(text));
  }
  out += "," + std::to_string(number_of(date_of(site, one)));
  out += "," + (one.category ? std::to_string(one.category->value) : "-1") + ",";
  append_json_string(out, shortened(gist_of(site, record)));
  out += ',';
  append_json_string(out, people_of(record));
  out += "," + std::to_string(record.authors_truncated ? 0 : record.authors.size()) + "]";
}

/// `{"hash":"…", REST}`: a reader knows by the hash that the file belongs to its index.
std::string with_hash(const std::string& rest) {
  return "{\"hash\":\"" + text::short_hash(rest, kHashDigits) + "\"," + rest + "}\n";
}

std::string row_file(const site::Site& site, std::uint32_t file) {
  const auto papers = static_cast<std::uint32_t>(site.catalog().papers.size());
  constexpr auto kRows = static_cast<std::uint32_t>(site::kPapersInRowFile);
  std::string rows = "\"rows\":[";
  for (std::uint32_t i = file * kRows; i < std::min(papers, (file + 1) * kRows); ++i) {
    rows += rows.ends_with('[') ? "\n" : ",\n";
    append_row(rows, site, i);
  }
  return with_hash(rows + "]");
}

/// The category of each paper as one character from '0' on, and the dates as they change from one
/// paper to the next: papers stand in the order of their digests.
std::string facet_file(const site::Site& site) {
  std::string categories;
  std::string dates;
  std::string starts;
  int before = -1;
  const std::vector<CatalogPaper>& papers = site.catalog().papers;
  for (std::size_t i = 0; i < papers.size(); ++i) {
    // From '0' to 'Z', which are 43, then far behind the signs that JSON escapes.
    std::uint32_t category = papers[i].category ? papers[i].category->value + 1 : 0;
    category = category < kMostCategories ? category : 0;
    const char32_t letter = category < 43 ? U'0' + category : U'\u0100' + category;
    text::append_utf8(categories, letter);
    if (const int date = number_of(date_of(site, papers[i])); date != before) {
      dates += (dates.empty() ? "" : ",") + std::to_string(date);
      starts += (starts.empty() ? "" : ",") + std::to_string(i);
      before = date;
    }
  }
  std::string rest = "\"categories\":";
  append_json_string(rest, categories);
  return with_hash(rest + ",\"dates\":[" + dates + "],\"starts\":[" + starts + "]");
}

std::string hash_of(const std::string& file) {
  constexpr std::size_t kBehindName = 9;  // {"hash":"
  return file.substr(kBehindName, kHashDigits);
}

/// `[code, name, hue]` of each category, in the order of the catalog.
std::string categories_json(const site::Site& site) {
  std::string json = "[";
  for (const Term& term : categories_of(site)) {
    json += json.size() == 1 ? "[" : ",[";
    append_json_string(json, term.code.empty() ? term.name : term.code);
    json += ',';
    append_json_string(json, term.name);
    json += ',';
    append_json_string(json, hue_of(term));
    json += ']';
  }
  return json + "]";
}

std::string index_file(const site::Site& site) {
  const search::TermIndex& terms = site.search_terms();
  std::string json = "{\"format\":1,\"version\":\"" + terms.version() +
                     "\",\"papers\":" + std::to_string(site.catalog().papers.size()) +
                     ",\"rows_in_file\":" + std::to_string(site::kPapersInRowFile) +
                     ",\"longest_list\":" + std::to_string(search::kLongestList) +
                     ",\"facets\":\"" + hash_of(facet_file(site)) + "\",\n\"rows\":\"";
  for (std::uint32_t i = 0; i < site.plan().search_files.row_files; ++i) {
    json += hash_of(row_file(site, i));
  }
  json += "\",\n\"categories\":" + categories_json(site) + ",\n\"terms\":[";
  for (std::size_t i = 0; i < terms.file_count(); ++i) {
    json += i == 0 ? "" : ",";
    append_json_string(json, terms.first_name(i));
  }
  return json + "]}\n";
}

}  // namespace

Page search_file(const site::Site& site, std::uint32_t file) {
  const SearchFiles& files = site.plan().search_files;
  if (file >= SearchFiles::kFirstTerms && file < files.first_rows()) {
    return {.bytes = site.search_terms().file_bytes(file - SearchFiles::kFirstTerms),
            .media_type = "application/octet-stream"};
  }
  Page page{.bytes = {}, .media_type = "application/json"};
  if (file >= files.first_rows()) {
    page.bytes = row_file(site, file - files.first_rows());
  } else {
    page.bytes = file == SearchFiles::kIndex ? index_file(site) : facet_file(site);
  }
  return page;
}

}  // namespace render
