#pragma once

#include "site/site.hpp"
#include "text/calendar_date.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace render {

/// A feed has at most this many entries: readers keep what they have seen, and a longer file only
/// costs everybody bandwidth.
inline constexpr std::size_t kFeedEntries = 50;

/// The bytes that entries may take as XML, so that a feed with its frame stays below 1 MB, which
/// readers refuse.
inline constexpr std::size_t kFeedBytes = 980'000;

/// A paper as feed readers show it.
struct FeedEntry {
  catalog::PaperIndex paper;
  std::string id;                ///< a `tag:` URI of the paper's identity
  text::CalendarDate published;  ///< of the first digest that lists it
  text::CalendarDate updated;    ///< of the newest one
  std::string content;           ///< HTML: the whole record, in both languages
};

/// The newest papers of a list.
struct Feed {
  std::string id;  ///< a `tag:` URI of the list
  std::string title;
  const site::Route* list = nullptr;  ///< the page that the feed is of
  text::CalendarDate updated;         ///< of its newest entry
  std::vector<FeedEntry> entries;     ///< newest digest first, in its order; each paper once
};

/// The feed at `route`, which is one.
[[nodiscard]] Feed make_feed(const site::Site& site, const site::Route& route);

/// The papers that a feed of `list` has: whole digests, newest first, as long as they fit into
/// kFeedEntries; of a newest digest that is larger by itself, its first papers.
[[nodiscard]] std::vector<catalog::PaperIndex> feed_papers(const site::Site& site,
                                                           const site::Route& list);

/// `tag:AUTHORITY:papers/2302.02801`: what stays the same when the site moves or the paper's page
/// gets another address (RFC 4151). The paper's own identity makes it.
[[nodiscard]] std::string entry_id(const site::Site& site, catalog::PaperIndex paper);

}  // namespace render
