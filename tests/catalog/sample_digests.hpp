#pragma once

#include "catalog/catalog.hpp"
#include "diagnostics/diagnostic.hpp"
#include "digest/digest.hpp"
#include "text/calendar_date.hpp"

#include <string>
#include <utility>
#include <vector>

namespace catalog_test {

inline digest::Paper paper(const std::string& id, const std::string& title) {
  digest::Paper paper;
  paper.id = id;
  paper.title = title;
  return paper;
}

inline digest::Paper paper_by(const std::string& id, std::vector<std::string> authors) {
  digest::Paper made = paper(id, "Title of " + id);
  made.authors = std::move(authors);
  return made;
}

inline digest::Paper paper_in(const std::string& id, const std::string& category) {
  digest::Paper made = paper(id, "Title of " + id);
  made.category = category;
  return made;
}

/// A digest of which each record stands ten lines below the one before, the first at line 10.
/// `iso_date` may be empty.
inline digest::Digest digest_of(const std::string& name, const std::string& iso_date,
                                std::vector<digest::Paper> papers = {}) {
  digest::Digest digest;
  digest.name = name;
  digest.file = "content/" + name + ".txt";
  digest.date = text::parse_iso_date(iso_date).value_or(text::CalendarDate());
  int line = 0;
  for (digest::Paper& paper : papers) {
    line += 10;
    paper.source = {.file = digest.file, .line = line, .end_line = line + 9};
  }
  digest.papers = std::move(papers);
  return digest;
}

inline std::vector<std::string> codes_of(const std::vector<diagnostics::Diagnostic>& list) {
  std::vector<std::string> codes;
  codes.reserve(list.size());
  for (const diagnostics::Diagnostic& diagnostic : list) {
    codes.push_back(diagnostic.code);
  }
  return codes;
}

inline std::vector<std::string> names_of(const std::vector<catalog::Term>& terms) {
  std::vector<std::string> names;
  names.reserve(terms.size());
  for (const catalog::Term& term : terms) {
    names.push_back(term.name);
  }
  return names;
}

inline std::vector<std::string> slugs_of(const std::vector<catalog::Term>& terms) {
  std::vector<std::string> slugs;
  slugs.reserve(terms.size());
  for (const catalog::Term& term : terms) {
    slugs.push_back(term.slug);
  }
  return slugs;
}

inline std::vector<std::string> ids_of(const catalog::Catalog& catalog,
                                       const std::vector<catalog::PaperIndex>& papers) {
  std::vector<std::string> ids;
  ids.reserve(papers.size());
  for (const catalog::PaperIndex paper : papers) {
    ids.push_back(catalog.papers[paper.value].record.id);
  }
  return ids;
}

}  // namespace catalog_test
