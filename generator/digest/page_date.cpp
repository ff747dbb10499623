#include "digest/page_date.hpp"

#include "digest/digest_date.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <string>

namespace digest {

namespace {

namespace dom = simdjson::dom;

/// Names of `<meta>`, in lower case, by how much they are trusted: the first ones are about the
/// text, `date` may be about the page.
constexpr std::array<std::string_view, 5> kMetaNames = {"article:published_time", "datepublished",
                                                        "citation_date", "dc.date", "date"};
constexpr std::size_t kTimeInContent = kMetaNames.size();
constexpr std::size_t kTimeElsewhere = kTimeInContent + 1;
/// schema.org as JSON-LD is trusted as its microdata are, behind what every page may have.
constexpr std::size_t kJsonLd = 1;

/// Larger JSON-LD is a catalogue, not a post.
constexpr std::size_t kMaxJsonLd = std::size_t{1} << 20U;

/// `datePublished` of an object; empty if it has none.
std::string_view date_published(const dom::element& element) {
  std::string_view date;
  dom::object object;
  const bool has_one = element.get(object) == simdjson::SUCCESS &&
                       object["datePublished"].get(date) == simdjson::SUCCESS;
  return has_one ? date : std::string_view();
}

/// The first `datePublished` of an object, of the objects of a list, or of those of its `@graph`.
/// Deeper ones are those of comments and of other posts.
std::string_view first_date_published(dom::element root) {
  if (const std::string_view own = date_published(root); !own.empty()) {
    return own;
  }
  dom::object object;
  if (root.get(object) == simdjson::SUCCESS && object["@graph"].get(root) != simdjson::SUCCESS) {
    return {};
  }
  dom::array list;
  if (root.get(list) != simdjson::SUCCESS) {
    return {};
  }
  for (const dom::element item : list) {
    if (const std::string_view date = date_published(item); !date.empty()) {
      return date;
    }
  }
  return {};
}

std::string_view first_attribute_of(const GumboNode& node) {
  for (const char* const name : {"property", "name", "itemprop"}) {
    if (const std::string_view value = attribute_of(node, name); !value.empty()) {
      return value;
    }
  }
  return {};
}

}  // namespace

void PageDate::see(const GumboNode& element, PagePlace place) {
  switch (element.v.element.tag) {
    case GUMBO_TAG_META:
      return see_meta(element);
    case GUMBO_TAG_SCRIPT:
      return see_script(element);
    case GUMBO_TAG_TIME:
      return note(place == PagePlace::content ? kTimeInContent : kTimeElsewhere,
                  attribute_of(element, "datetime"));
    default:
      return;
  }
}

std::optional<text::CalendarDate> PageDate::best() const {
  const auto* const known =
      std::ranges::find_if(dates_, [](const auto& date) { return date.has_value(); });
  return known == dates_.end() ? std::nullopt : *known;
}

void PageDate::see_meta(const GumboNode& meta) {
  const std::string name = text::ascii_lower(first_attribute_of(meta));
  const auto* const known = std::ranges::find(kMetaNames, name);
  if (known != kMetaNames.end()) {
    note(static_cast<std::size_t>(known - kMetaNames.begin()), attribute_of(meta, "content"));
  }
}

void PageDate::see_script(const GumboNode& script) {
  const GumboVector& children = script.v.element.children;
  if (dates_[kJsonLd] || children.length == 0 ||
      text::ascii_lower(text::trim(attribute_of(script, "type"))) != "application/ld+json") {
    return;
  }
  const auto& child = *static_cast<const GumboNode*>(children.data[0]);
  if (child.type != GUMBO_NODE_TEXT && child.type != GUMBO_NODE_CDATA) {
    return;
  }
  const std::string_view json = child.v.text.text;
  dom::element root;
  if (json.size() <= kMaxJsonLd &&
      parser_.parse(json.data(), json.size()).get(root) == simdjson::SUCCESS) {
    note(kJsonLd, first_date_published(root));
  }
}

/// Times behind the day do no harm; a year alone is no date.
void PageDate::note(std::size_t clue, std::string_view written) {
  written = text::trim(written);
  if (dates_[clue]) {
    return;
  }
  dates_[clue] = text::find_date(written);
  if (!dates_[clue]) {
    dates_[clue] = date_in_line(written);
  }
  if (!dates_[clue]) {
    dates_[clue] = text::parse_iso_date(written);
  }
}

}  // namespace digest
