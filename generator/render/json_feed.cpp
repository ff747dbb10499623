#include "render/content_date.hpp"
#include "render/entry_markup.hpp"
#include "render/feed_view.hpp"
#include "render/view_fields.hpp"
#include "values/json.hpp"

#include <algorithm>
#include <utility>

namespace render {

namespace {

using values::Map;
using values::Value;

void set_text(Map& map, std::string name, std::string_view text) {
  if (!text.empty()) {
    map.set(std::move(name), Value::text(std::string(text)));
  }
}

Value authors_value(const digest::Paper& record) {
  values::List authors;
  for (std::size_t i = 0; i < std::min(record.authors.size(), kFeedAuthors); ++i) {
    Map author;
    author.set("name", Value::view(record.authors[i]));
    authors.push_back(Value::map(std::move(author)));
  }
  return Value::list(std::move(authors));
}

Value item_value(const site::Site& site, const FeedEntry& entry) {
  const digest::Paper& record = site.catalog().papers[entry.paper.value].record;
  Map item;
  item.set("id", Value::view(entry.id));
  item.set("url", permalink_value(site, &site.route_of(entry.paper)));
  set_text(item, "external_url", record.url);
  item.set("title", Value::view(record.title));
  // Every item has a content, be it empty: JSON Feed demands one.
  item.set("content_html", Value::view(entry.content));
  set_text(item, "summary", record.tldr);
  set_text(item, "date_published", to_rfc3339(entry.published));
  set_text(item, "date_modified", to_rfc3339(entry.updated));
  if (!record.authors.empty()) {
    item.set("authors", authors_value(record));
  }
  if (!record.category.empty()) {
    item.set("tags", Value::list({Value::view(record.category)}));
  }
  return Value::map(std::move(item));
}

}  // namespace

std::string json_feed(const site::Site& site, const site::Route& route, const Feed& feed) {
  values::List items;
  for (const FeedEntry& entry : feed.entries) {
    items.push_back(item_value(site, entry));
  }
  Map map;
  map.set("version", Value::view("https://jsonfeed.org/version/1.1"));
  map.set("title", Value::view(feed.title));
  map.set("home_page_url", permalink_value(site, feed.list));
  map.set("feed_url", permalink_value(site, &route));
  set_text(map, "description", site.config().description);
  set_text(map, "language", site.config().language == "en" ? "en" : "zh-Hans");
  if (!site.config().author.empty()) {
    Map author;
    author.set("name", Value::view(site.config().author));
    map.set("authors", Value::list({Value::map(std::move(author))}));
  }
  map.set("items", Value::list(std::move(items)));
  std::string json;
  values::append_json_indented(json, Value::map(std::move(map)), 1);
  return json + "\n";
}

}  // namespace render
