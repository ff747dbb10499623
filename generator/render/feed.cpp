#include "render/feed.hpp"

#include "render/content_date.hpp"
#include "render/entry_markup.hpp"
#include "render/term_statistics.hpp"
#include "text/html_escape.hpp"
#include "text/url.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

namespace render {

namespace {

using catalog::DigestIndex;
using catalog::PaperIndex;
using site::Route;
using site::RouteKind;

/// Gathers papers digest by digest until the next one does not fit.
class Selection {
 public:
  /// False if nothing more will fit.
  bool add_digest(const std::vector<PaperIndex>& papers) {
    std::vector<PaperIndex> fresh;
    for (const PaperIndex paper : papers) {
      if (taken_.insert(paper.value).second) {
        fresh.push_back(paper);
      }
    }
    if (papers_.empty() && fresh.size() > kFeedEntries) {
      fresh.resize(kFeedEntries);
    }
    if (papers_.size() + fresh.size() > kFeedEntries) {
      return false;
    }
    papers_.insert(papers_.end(), fresh.begin(), fresh.end());
    return papers_.size() < kFeedEntries;
  }

  std::vector<PaperIndex> papers() && { return std::move(papers_); }

 private:
  std::vector<PaperIndex> papers_;
  std::unordered_set<std::uint32_t> taken_;
};

/// Newest first; those without a date, which stand last in the catalog, last here too.
std::vector<DigestIndex> digests_newest_first(const catalog::Catalog& catalog) {
  std::vector<DigestIndex> digests;
  for (std::uint32_t i = 0; i < catalog.digests.size(); ++i) {
    digests.push_back({i});
  }
  const auto undated = std::stable_partition(
      digests.begin(), digests.end(),
      [&catalog](DigestIndex digest) { return catalog.digests[digest.value].head.date.year != 0; });
  std::reverse(digests.begin(), undated);
  return digests;
}

std::vector<PaperIndex> newest_of_site(const catalog::Catalog& catalog) {
  Selection selection;
  for (const DigestIndex digest : digests_newest_first(catalog)) {
    std::vector<PaperIndex> papers;
    for (const catalog::Appearance& one : catalog.digests[digest.value].appearances) {
      papers.push_back(one.paper);
    }
    if (!selection.add_digest(papers)) {
      break;
    }
  }
  return std::move(selection).papers();
}

/// A term's papers stand newest digest first, so those of one digest are neighbours.
std::vector<PaperIndex> newest_of_term(const catalog::Catalog& catalog, const catalog::Term& term) {
  const auto digest_of = [&catalog](PaperIndex paper) {
    return catalog.papers[paper.value].appearances.front().digest;
  };
  Selection selection;
  for (std::size_t begin = 0; begin < term.papers.size();) {
    std::size_t end = begin + 1;
    while (end < term.papers.size() &&
           digest_of(term.papers[end]) == digest_of(term.papers[begin])) {
      ++end;
    }
    const auto first = term.papers.begin();
    if (!selection.add_digest({first + static_cast<std::ptrdiff_t>(begin),
                               first + static_cast<std::ptrdiff_t>(end)})) {
      break;
    }
    begin = end;
  }
  return std::move(selection).papers();
}

std::string tag(const site::Site& site, const std::string& specific) {
  return "tag:" + site.config().feeds.authority + ":" + text::percent_encode_path(specific);
}

/// A list by what it is, not by where it is.
std::string list_name(const site::Site& site, const Route& list) {
  static constexpr std::array<std::string_view, 3> kNames = {"categories", "authors",
                                                             "institutions"};
  if (list.kind != RouteKind::term) {
    return "feed";
  }
  return "feed/" + std::string(kNames[static_cast<std::size_t>(list.taxonomy)]) + "/" +
         site.catalog().terms_of(list.taxonomy)[list.subject].slug;
}

/// What an entry takes as XML beside its content: names, addresses, ids.
std::size_t frame_size(const catalog::CatalogPaper& paper) {
  constexpr std::size_t kFrame = 1500;
  std::size_t size = kFrame + 6 * paper.record.title.size() + 6 * paper.record.tldr.size();
  for (std::size_t i = 0; i < std::min(paper.authors.size(), kFeedAuthors); ++i) {
    size += 60 + 6 * paper.record.authors[i].size();
  }
  return size;
}

FeedEntry make_entry(const site::Site& site, PaperIndex paper) {
  const catalog::Catalog& catalog = site.catalog();
  return {.paper = paper,
          .id = entry_id(site, paper),
          .published = date_of(catalog, catalog.papers[paper.value]),
          .updated = newest_date(catalog, paper),
          .content = entry_markup(site, paper)};
}

}  // namespace

std::string entry_id(const site::Site& site, PaperIndex paper) {
  return tag(site, "papers/" + site.catalog().papers[paper.value].record.id);
}

std::vector<PaperIndex> feed_papers(const site::Site& site, const Route& list) {
  const catalog::Catalog& catalog = site.catalog();
  return list.kind == RouteKind::term
             ? newest_of_term(catalog, catalog.terms_of(list.taxonomy)[list.subject])
             : newest_of_site(catalog);
}

Feed make_feed(const site::Site& site, const Route& route) {
  const Route& list = site.routes()[route.subject];
  Feed feed{.id = tag(site, list_name(site, list)),
            .title = site.config().title,
            .list = &list,
            .updated = {},
            .entries = {}};
  if (list.kind == RouteKind::term) {
    feed.title = site.catalog().terms_of(list.taxonomy)[list.subject].name + " – " + feed.title;
  }
  std::size_t room = kFeedBytes;
  for (const PaperIndex paper : feed_papers(site, list)) {
    FeedEntry entry = make_entry(site, paper);
    const std::size_t frame = frame_size(site.catalog().papers[paper.value]);
    // A record that alone would fill the feed is announced without its text.
    if (text::html_escape(entry.content).size() + frame > kFeedBytes / 2) {
      entry.content.clear();
    }
    const std::size_t size = text::html_escape(entry.content).size() + frame;
    if (size > room) {
      break;
    }
    room -= size;
    feed.updated = std::max(feed.updated, entry.updated);
    feed.entries.push_back(std::move(entry));
  }
  return feed;
}

}  // namespace render
