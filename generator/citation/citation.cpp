#include "citation/citation.hpp"

#include "digest/identifiers.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>

namespace citation {

namespace {

/// `verbatim` on one line, without the characters that no notation may hold.
std::string one_line(std::string_view verbatim) {
  return text::collapse_whitespace(text::without_unprintable(verbatim));
}

}  // namespace

text::CalendarDate cited_date(const digest::Paper& paper, const text::CalendarDate& listed) {
  const int month = paper.arxiv_id.empty() ? 0 : digest::arxiv_month(paper.arxiv_id);
  return month == 0 ? listed : text::CalendarDate{month / 100, month % 100, 0};
}

std::string doi_of(const digest::Paper& paper) {
  constexpr std::string_view kIdentity = "doi:";
  if (paper.id.starts_with(kIdentity)) {
    return paper.id.substr(kIdentity.size());
  }
  const std::optional<std::string> doi = digest::find_doi(paper.url);
  if (doi) {
    return *doi;
  }
  return paper.arxiv_id.empty() ? std::string() : "10.48550/arXiv." + paper.arxiv_id;
}

Citation make_citation(const digest::Paper& paper, const CitationContext& context) {
  Citation cited{
      .key = std::string(context.key),
      .title = one_line(paper.title),
      .authors = {},
      .authors_truncated = paper.authors_truncated || paper.authors.size() > context.most_authors,
      .date = cited_date(paper, context.listed),
      .arxiv_id = paper.arxiv_id,
      .primary_class = std::string(context.primary_class),
      .doi = doi_of(paper),
      .url = paper.arxiv_id.empty() ? paper.url : "https://arxiv.org/abs/" + paper.arxiv_id,
      .venue = one_line(paper.venue)};
  const std::size_t count = std::min(paper.authors.size(), context.most_authors);
  cited.authors.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    cited.authors.push_back(part_name(one_line(paper.authors[i])));
  }
  return cited;
}

}  // namespace citation
