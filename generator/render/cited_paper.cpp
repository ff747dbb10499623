#include "render/cited_paper.hpp"

#include "citation/citation_list.hpp"
#include "render/term_statistics.hpp"

namespace render {

namespace {

citation::Notation notation_of(site::FileFormat format) {
  switch (format) {
    case site::FileFormat::ris:
      return citation::Notation::ris;
    case site::FileFormat::csl_json:
      return citation::Notation::csl_json;
    default:
      break;
  }
  return citation::Notation::bibtex;
}

}  // namespace

citation::Citation cited_paper(const site::Site& site, catalog::PaperIndex paper,
                               std::size_t most_authors) {
  const catalog::CatalogPaper& entry = site.catalog().papers[paper.value];
  const std::vector<catalog::Term>& categories =
      site.catalog().terms_of(catalog::Taxonomy::category);
  return citation::make_citation(
      entry.record, {.listed = date_of(site.catalog(), entry),
                     .key = site.citation_key(paper),
                     .primary_class = entry.category ? categories[entry.category->value].arxiv
                                                     : std::string_view(),
                     .most_authors = most_authors});
}

std::string citations_file(const site::Site& site, std::span<const catalog::PaperIndex> papers,
                           site::FileFormat format) {
  citation::CitationList list(notation_of(format));
  for (const catalog::PaperIndex paper : papers) {
    list.add(cited_paper(site, paper));
  }
  return std::move(list).text();
}

}  // namespace render
