#include "enrich/fill_papers.hpp"

#include "digest/titles_agree.hpp"
#include "enrich/agreeing_authors.hpp"
#include "enrich/wanted_papers.hpp"

#include <algorithm>
#include <utility>

namespace enrich {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Severity;
using digest::Paper;

/// The name of a file without its folders: a page says no more of the disk.
std::string file_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

/// Fills one record from one file.
class PaperFiller {
 public:
  PaperFiller(Paper& paper, const KnownPaper& known, FillCounts& counts)
      : paper_(paper), known_(known), file_(file_name(known.where.path)), counts_(counts) {}

  void fill() {
    fill_text("abstract", paper_.abstract, known_.abstract);
    fill_text("venue", paper_.venue, known_.venue);
    fill_text("published", paper_.published, known_.published);
    fill_text("updated", paper_.updated, known_.updated);
    if (paper_.arxiv_categories.empty() && !known_.categories.empty()) {
      paper_.arxiv_categories = known_.categories;
      note("arxiv_categories");
    }
    if (!known_.doi.empty() && doi_of(paper_).empty()) {
      paper_.links.push_back({.label = "DOI", .url = "https://doi.org/" + known_.doi});
      note("doi");
    }
    std::optional<AuthorList> authors =
        completed_authors({.names = paper_.authors, .truncated = paper_.authors_truncated},
                          known_.authors, known_.authors_truncated);
    if (authors) {
      paper_.authors = std::move(authors->names);
      paper_.authors_truncated = authors->truncated;
      note("authors");
    }
  }

 private:
  void fill_text(const char* field, std::string& text, const std::string& known) {
    if (text.empty() && !known.empty()) {
      text = known;
      note(field);
    }
  }

  void note(const char* field) {
    digest::EnrichedField filled{.field = field, .file = file_};
    const auto place = std::ranges::lower_bound(paper_.enriched, filled);
    paper_.enriched.insert(place, std::move(filled));
    ++counts_[{file_, field}];
  }

  Paper& paper_;
  const KnownPaper& known_;
  std::string file_;
  FillCounts& counts_;
};

Diagnostic title_mismatch(const Paper& paper, const KnownPaper& known) {
  return {.severity = Severity::warning,
          .code = "enrich/title-mismatch",
          .where = {.path = paper.source.file, .line = paper.source.line, .column = 0},
          .message = "this paper, " + digest::quoted_title(paper.title) + ", is called " +
                     digest::quoted_title(known.title) + " in " + known.where.path +
                     ", so nothing is taken from there",
          .remedy = "correct its address or its title"};
}

}  // namespace

FillReport fill_papers(std::span<digest::Digest> digests, std::span<const KnownPaper> known) {
  FillReport report;
  const WantedPapers wanted(digests);
  for (const KnownPaper& one : known) {
    for (const RecordPlace& place : wanted.places_of(one)) {
      Paper& paper = digests[place.digest].papers[place.paper];
      if (!one.title.empty() && !digest::titles_agree(paper.title, one.title)) {
        report.diagnostics.push_back(title_mismatch(paper, one));
        continue;
      }
      PaperFiller(paper, one, report.counts).fill();
    }
  }
  return report;
}

}  // namespace enrich
