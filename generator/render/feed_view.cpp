#include "render/feed_view.hpp"

#include "render/content_date.hpp"
#include "render/entry_markup.hpp"
#include "render/view_fields.hpp"
#include "render/views.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace render {

namespace {

using values::Map;
using values::RecordField;
using values::Value;

/// Atom wants a date of every feed and entry. Where no digest has one this stands for "unknown".
constexpr text::CalendarDate kUnknownDate = {1970, 1, 1};

Value rfc3339(const text::CalendarDate& date) {
  return Value::text(to_rfc3339(date.year == 0 ? kUnknownDate : date));
}

Value text_or_none(std::string text) {
  return text.empty() ? Value::none() : Value::text(std::move(text));
}

constexpr auto kFeedFields = std::to_array<RecordField>({
    {"id", nullptr, kText},
    {"title", nullptr, kText},
    {"description", nullptr, kTextOrNone},
    {"permalink", nullptr, kText},
    {"list_permalink", nullptr, kText},
    {"updated", nullptr, kText},
    {"updated_rss", nullptr, kTextOrNone},
    {"entries", nullptr, list_of(kFeedEntryType)},
});

constexpr auto kFeedEntryFields = std::to_array<RecordField>({
    {"id", nullptr, kText},
    {"paper", nullptr, one(kPaperType)},
    {"authors", nullptr, kTexts},
    {"content", nullptr, kText},
    {"published", nullptr, kTextOrNone},
    {"published_rss", nullptr, kTextOrNone},
    {"updated", nullptr, kText},
});

Value authors_value(const digest::Paper& record) {
  values::List names;
  for (std::size_t i = 0; i < std::min(record.authors.size(), kFeedAuthors); ++i) {
    names.push_back(Value::view(record.authors[i]));
  }
  return Value::list(std::move(names));
}

Value entry_value(const site::Site& site, const FeedEntry& entry) {
  Map map;
  map.set("id", Value::view(entry.id));
  map.set("paper", paper_value(site, entry.paper));
  map.set("authors", authors_value(site.catalog().papers[entry.paper.value].record));
  map.set("content", Value::view(entry.content));
  map.set("published", text_or_none(to_rfc3339(entry.published)));
  map.set("published_rss", text_or_none(to_rfc822(entry.published)));
  map.set("updated", rfc3339(entry.updated));
  return Value::map(std::move(map));
}

}  // namespace

const values::RecordType kFeedType = {.name = "feed", .fields = kFeedFields};
const values::RecordType kFeedEntryType = {.name = "feed entry", .fields = kFeedEntryFields};

Value feed_value(const site::Site& site, const site::Route& route, const Feed& feed) {
  values::List entries;
  for (const FeedEntry& entry : feed.entries) {
    entries.push_back(entry_value(site, entry));
  }
  Map map;
  map.set("id", Value::view(feed.id));
  map.set("title", Value::view(feed.title));
  map.set("description", values::view_or_none(site.config().description));
  map.set("permalink", permalink_value(site, &route));
  map.set("list_permalink", permalink_value(site, feed.list));
  map.set("updated", rfc3339(feed.updated));
  map.set("updated_rss", text_or_none(to_rfc822(feed.updated)));
  map.set("entries", Value::list(std::move(entries)));
  return Value::map(std::move(map));
}

}  // namespace render
