#include "enrich/wanted_papers.hpp"

#include "digest/identifiers.hpp"

#include <algorithm>

namespace enrich {

namespace {

/// "Introduction" is the title of many papers; three words rarely are.
constexpr std::ptrdiff_t kFewestTitleWords = 3;

bool tells_a_paper(const std::string& normalised_title) {
  return std::ranges::count(normalised_title, ' ') + 1 >= kFewestTitleWords ||
         normalised_title.size() >= 24;
}

}  // namespace

std::string doi_of(const digest::Paper& paper) {
  constexpr std::string_view kDoi = "doi:";
  if (paper.id.starts_with(kDoi)) {
    return paper.id.substr(kDoi.size());
  }
  if (auto doi = digest::find_doi(paper.url)) {
    return *std::move(doi);
  }
  for (const digest::Link& link : paper.links) {
    if (auto doi = digest::find_doi(link.url)) {
      return *std::move(doi);
    }
  }
  return {};
}

WantedPapers::WantedPapers(std::span<const digest::Digest> digests) {
  for (std::size_t i = 0; i < digests.size(); ++i) {
    for (std::size_t j = 0; j < digests[i].papers.size(); ++j) {
      const digest::Paper& paper = digests[i].papers[j];
      const RecordPlace place{.digest = i, .paper = j};
      if (!paper.arxiv_id.empty()) {
        by_arxiv_id_[paper.arxiv_id].push_back(place);
      }
      if (const std::string doi = doi_of(paper); !doi.empty()) {
        by_doi_[doi].push_back(place);
      }
      const std::string title = digest::normalised_title(paper.title);
      if (tells_a_paper(title)) {
        Titled& titled = by_title_[title];
        titled.is_one_paper =
            titled.is_one_paper && (titled.places.empty() || titled.id == paper.id);
        titled.id = paper.id;
        titled.places.push_back(place);
      }
    }
  }
}

std::vector<RecordPlace> WantedPapers::places_of(const KnownPaper& known) const {
  if (const auto found = by_arxiv_id_.find(known.arxiv_id); found != by_arxiv_id_.end()) {
    return found->second;
  }
  if (const auto found = by_doi_.find(known.doi); found != by_doi_.end()) {
    return found->second;
  }
  const auto titled = by_title_.find(digest::normalised_title(known.title));
  if (titled == by_title_.end() || !titled->second.is_one_paper) {
    return {};
  }
  // A record with another number of its own is another paper.
  const std::string& id = titled->second.id;
  const bool is_on_arxiv = digest::find_arxiv_id(id) == id;
  const bool disagrees =
      (!known.arxiv_id.empty() && is_on_arxiv) || (!known.doi.empty() && id.starts_with("doi:"));
  return disagrees ? std::vector<RecordPlace>() : titled->second.places;
}

std::vector<std::string> WantedPapers::keys() const {
  std::vector<std::string> keys;
  for (const auto& entry : by_arxiv_id_) {
    keys.push_back("arxiv:" + entry.first);
  }
  for (const auto& entry : by_doi_) {
    keys.push_back("doi:" + entry.first);
  }
  for (const auto& entry : by_title_) {
    keys.push_back("title:" + entry.first);
  }
  std::ranges::sort(keys);
  return keys;
}

}  // namespace enrich
