#include "catalog/merge_duplicates.hpp"

#include "catalog/merge_records.hpp"
#include "digest/titles_agree.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace catalog {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Severity;

/// A record is compared with so many different papers of its identity. An address that more papers
/// claim (a list, a front page) identifies none of them, and the work stays bounded.
constexpr std::ptrdiff_t kMostPapersOfOneId = 16;

diagnostics::Location location_of(const digest::SourceLines& source) {
  return {.path = source.file, .line = source.line};
}

Diagnostic identity_conflict(const digest::Paper& first, const digest::Paper& later,
                             const std::string& claimed) {
  return {.severity = Severity::warning,
          .code = "catalog/identity-conflict",
          .where = location_of(later.source),
          .message = digest::quoted_title(later.title) + " claims " + claimed + " of " +
                     digest::quoted_title(first.title),
          .remedy = "correct the link of one of them; the two are kept apart",
          .source_line = {},
          .notes = {{.where = location_of(first.source), .message = "the other paper"}}};
}

Diagnostic repeated_paper(const digest::SourceLines& first, const digest::Paper& later) {
  return {.severity = Severity::warning,
          .code = "catalog/repeated-paper",
          .where = location_of(later.source),
          .message = "the digest lists " + digest::quoted_title(later.title) + " twice",
          .remedy = "remove one of the two records",
          .source_line = {},
          .notes = {{.where = location_of(first), .message = "listed here before"}}};
}

/// What a url and its variants share: no scheme, no fragment, no '/' at the end.
std::string_view url_key(std::string_view url) {
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
  }
  url = url.substr(0, url.find('#'));
  return url.ends_with('/') ? url.substr(0, url.size() - 1) : url;
}

/// Puts records into a catalog, one by one.
class PaperMerger {
 public:
  explicit PaperMerger(std::size_t record_count) {
    result_.value.papers.reserve(record_count);
    papers_of_id_.reserve(record_count);
  }

  void add(digest::Digest digest) {
    const DigestIndex index{static_cast<std::uint32_t>(result_.value.digests.size())};
    std::vector<digest::Paper> records = std::exchange(digest.papers, {});
    std::vector<Appearance> appearances;
    appearances.reserve(records.size());
    sources_of_this_digest_.clear();
    for (digest::Paper& record : records) {
      Appearance appearance{
          .digest = index, .paper = {}, .rank = record.rank, .section = record.section};
      appearance.paper = place(std::move(record));
      appearances.push_back(appearance);
      result_.value.papers[appearance.paper.value].appearances.push_back(appearance);
    }
    result_.value.digests.push_back({.head = std::move(digest),
                                     .appearances = std::move(appearances),
                                     .previous = {},
                                     .next = {}});
  }

  diagnostics::Reported<Catalog> take() && { return std::move(result_); }

 private:
  /// The paper that `record` belongs to; a new one if need be.
  PaperIndex place(digest::Paper record) {
    std::vector<PaperIndex>& same_id = papers_of_id_[record.id];
    const auto compared_end = same_id.begin() + std::min(std::ssize(same_id), kMostPapersOfOneId);
    const auto match = std::find_if(same_id.begin(), compared_end, [&](PaperIndex candidate) {
      return digest::titles_agree(record_of(candidate).title, record.title);
    });
    if (match != compared_end) {
      const PaperIndex paper = *match;
      join(paper, std::move(record));
      return paper;
    }
    const PaperIndex paper{static_cast<std::uint32_t>(result_.value.papers.size())};
    same_id.push_back(paper);
    if (same_id.size() > 1) {
      result_.diagnostics.push_back(
          identity_conflict(record_of(same_id.front()), record, "the identity " + record.id));
      record.id = free_id(record.id, same_id.size());
      papers_of_id_[record.id].push_back(paper);
    }
    sources_of_this_digest_.emplace(paper.value, record.source);
    result_.value.papers.emplace_back().record = std::move(record);
    return paper;
  }

  void join(PaperIndex paper, digest::Paper record) {
    const auto [before, is_first] = sources_of_this_digest_.try_emplace(paper.value, record.source);
    if (!is_first) {
      result_.diagnostics.push_back(repeated_paper(before->second, record));
    }
    Merge merge{
        .paper = paper, .first = record_of(paper).source, .joined = record.source, .filled = {}};
    merge.filled = merge_records(record_of(paper), std::move(record));
    result_.value.merges.push_back(std::move(merge));
  }

  [[nodiscard]] std::string free_id(const std::string& id, std::size_t number) const {
    std::string candidate = id + "~" + std::to_string(number);
    while (papers_of_id_.contains(candidate)) {
      candidate = id + "~" + std::to_string(++number);
    }
    return candidate;
  }

  digest::Paper& record_of(PaperIndex paper) { return result_.value.papers[paper.value].record; }

  diagnostics::Reported<Catalog> result_;
  std::unordered_map<std::string, std::vector<PaperIndex>> papers_of_id_;  ///< by id as read
  std::unordered_map<std::uint32_t, digest::SourceLines> sources_of_this_digest_;
};

/// Conflicts of papers that give one url although their identities differ. Of two with one identity
/// it has been said already.
std::vector<Diagnostic> report_shared_urls(const std::vector<CatalogPaper>& papers) {
  std::vector<Diagnostic> list;
  std::unordered_map<std::string_view, const digest::Paper*> first_of_url;
  first_of_url.reserve(papers.size());
  for (const CatalogPaper& paper : papers) {
    const digest::Paper& record = paper.record;
    if (record.url.empty()) {
      continue;
    }
    const auto [entry, is_first] = first_of_url.try_emplace(url_key(record.url), &record);
    const digest::Paper& first = *entry->second;
    if (!is_first && !record.id.starts_with(first.id + "~") &&
        !digest::titles_agree(first.title, record.title)) {
      list.push_back(identity_conflict(first, record, "the url " + record.url));
    }
  }
  return list;
}

}  // namespace

diagnostics::Reported<Catalog> merge_duplicates(std::vector<digest::Digest> digests) {
  std::size_t record_count = 0;
  for (const digest::Digest& digest : digests) {
    record_count += digest.papers.size();
  }
  PaperMerger merger(record_count);
  for (digest::Digest& digest : digests) {
    merger.add(std::move(digest));
  }
  diagnostics::Reported<Catalog> merged = std::move(merger).take();
  std::ranges::move(report_shared_urls(merged.value.papers),
                    std::back_inserter(merged.diagnostics));
  return merged;
}

}  // namespace catalog
