#include "pipeline/enrich_digests.hpp"

#include "diagnostics/diagnostic_list.hpp"
#include "enrich/read_bibtex.hpp"
#include "enrich/read_csl_json.hpp"
#include "enrich/snapshot_line.hpp"
#include "enrich/wanted_papers.hpp"
#include "files/read_file.hpp"

#include <algorithm>
#include <utility>

namespace pipeline {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Reported;
using diagnostics::Severity;
using enrich::KnownPaper;

/// More bad lines than this are counted, not shown.
constexpr std::size_t kShownBadLines = 5;

/// Picks from a snapshot what is wanted.
class SnapshotPass {
 public:
  SnapshotPass(const files::LocalFile& file, const enrich::WantedPapers& wanted, KnownFile& known)
      : file_(file), wanted_(wanted), known_(known) {}

  void take(std::string_view line, std::size_t number) {
    const std::string_view id = enrich::snapshot_id(line);
    // `hep-th\/9901001` is how some programs write a slash; there are few lines of the kind.
    const bool is_escaped = id.find('\\') != std::string_view::npos;
    if (!id.empty() && !is_escaped && !wanted_.wants_arxiv_id(id)) {
      return;
    }
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
      return;
    }
    std::optional<KnownPaper> paper = id.empty() ? std::nullopt : reader_.read(line);
    const diagnostics::Location where{
        .path = file_.shown, .line = static_cast<int>(number), .column = 0};
    if (paper) {
      paper->where = where;
      known_.papers.push_back(*std::move(paper));
    } else if (++bad_lines_ <= kShownBadLines) {
      report(where, "this line is no JSON object with an \"id\" and is passed over");
    }
  }

  void end() {
    if (bad_lines_ > kShownBadLines) {
      report({.path = file_.shown},
             std::to_string(bad_lines_ - kShownBadLines) + " more lines are passed over");
    }
  }

 private:
  void report(diagnostics::Location where, std::string message) {
    known_.diagnostics.push_back({.severity = Severity::warning,
                                  .code = "enrich/bad-line",
                                  .where = std::move(where),
                                  .message = std::move(message),
                                  .remedy = "a snapshot has one JSON object a line"});
  }

  const files::LocalFile& file_;
  const enrich::WantedPapers& wanted_;
  KnownFile& known_;
  enrich::SnapshotReader reader_;
  std::size_t bad_lines_ = 0;
};

void read_snapshot(const enrich::WantedPapers& wanted, KnownFile& known) {
  SnapshotPass pass(known.file, wanted, known);
  const auto read = files::for_each_line(
      known.file, [&pass](std::string_view line, std::size_t number) { pass.take(line, number); });
  pass.end();
  if (!read) {
    known.diagnostics.push_back(read.error());
  }
}

/// A file that is small enough to be read as a whole; only what is wanted is kept of it.
void read_library(const enrich::WantedPapers& wanted, KnownFile& known) {
  const auto source = files::read_source(known.file.path, known.file.shown);
  if (!source) {
    known.diagnostics.push_back(source.error());
    return;
  }
  Reported<std::vector<KnownPaper>> read = known.file.path.ends_with(".bib")
                                               ? enrich::read_bibtex(**source)
                                               : enrich::read_csl_json(**source);
  known.diagnostics = std::move(read.diagnostics);
  std::erase_if(read.value,
                [&wanted](const KnownPaper& paper) { return wanted.places_of(paper).empty(); });
  known.papers = std::move(read.value);
}

KnownFile read_file(files::LocalFile file, const enrich::WantedPapers& wanted,
                    std::vector<std::string> keys) {
  KnownFile known{
      .file = std::move(file), .keys = std::move(keys), .papers = {}, .diagnostics = {}};
  if (known.file.path.ends_with(".bib") || files::first_byte(known.file) == '[') {
    read_library(wanted, known);
  } else {
    read_snapshot(wanted, known);
  }
  return known;
}

}  // namespace

enrich::FillReport enrich_digests(std::vector<digest::Digest>& digests, const std::string& root,
                                  const std::vector<config::EnrichPattern>& patterns,
                                  KnownFiles& known_files) {
  enrich::FillReport report;
  if (patterns.empty()) {
    return report;
  }
  const enrich::WantedPapers wanted(digests);
  const std::vector<std::string> keys = wanted.keys();
  const KnownFiles before = std::exchange(known_files, {});
  std::vector<KnownPaper> known;
  for (const config::EnrichPattern& one : patterns) {
    const std::vector<files::LocalFile> found = files::find_local_files(root, one.pattern);
    if (found.empty()) {
      report.diagnostics.push_back({.severity = Severity::warning,
                                    .code = "enrich/no-file",
                                    .where = one.where,
                                    .message = "there is no file \"" + one.pattern + "\"",
                                    .remedy = "paths are relative to the site's folder; without "
                                              "the file, nothing is filled from it"});
    }
    for (const files::LocalFile& file : found) {
      const auto kept = std::ranges::find_if(before, [&](const KnownFile& earlier) {
        return earlier.file == file && std::ranges::includes(earlier.keys, keys);
      });
      known_files.push_back(kept == before.end() ? read_file(file, wanted, keys) : *kept);
      const KnownFile& read = known_files.back();
      known.insert(known.end(), read.papers.begin(), read.papers.end());
      diagnostics::append(report.diagnostics, read.diagnostics);
    }
  }
  enrich::FillReport filled = enrich::fill_papers(digests, known);
  diagnostics::append(report.diagnostics, std::move(filled.diagnostics));
  report.counts = std::move(filled.counts);
  return report;
}

}  // namespace pipeline
