#include "sample_views.hpp"

#include "values/json.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace bench {

namespace {

using values::RecordField;
using values::RecordType;
using values::Value;
using values::view_or_none;

template <typename Record>
const Record& as(const void* record) {
  return *static_cast<const Record*>(record);
}

/// How templates walk over a vector whose items become values by `At`.
template <typename Item, Value (*At)(const Item&)>
constexpr values::SequenceType kVectorType = {
    .size = [](const void* container) { return as<std::vector<Item>>(container).size(); },
    .at = [](const void* container, const void* /*context*/,
             std::size_t index) { return At(as<std::vector<Item>>(container)[index]); },
};

template <auto At, typename Item>
Value sequence_of(const std::vector<Item>& items) {
  return Value::sequence(kVectorType<Item, At>, &items);
}

Value text_item(const std::string& text) {
  return Value::view(text);
}

/// A field that is a text.
template <auto Member, typename Record>
Value text_field(const void* record, const void* /*context*/) {
  return Value::view(as<Record>(record).*Member);
}

/// The same; none if it is empty.
template <auto Member, typename Record>
Value optional_text_field(const void* record, const void* /*context*/) {
  return view_or_none(as<Record>(record).*Member);
}

template <auto Member, auto At, typename Record>
Value sequence_field(const void* record, const void* /*context*/) {
  return sequence_of<At>(as<Record>(record).*Member);
}

constexpr auto kLinkFields = std::to_array<RecordField>({
    {"label", text_field<&Link::label, Link>},
    {"url", text_field<&Link::url, Link>},
});
constexpr RecordType kLinkType = {.name = "link", .fields = kLinkFields};

constexpr auto kTermFields = std::to_array<RecordField>({
    {"name", text_field<&Term::name, Term>},
    {"path", text_field<&Term::path, Term>},
});
constexpr RecordType kTermType = {.name = "term", .fields = kTermFields};

constexpr auto kTagFields = std::to_array<RecordField>({
    {"code", text_field<&Tag::code, Tag>},
    {"name", text_field<&Tag::name, Tag>},
    {"path", text_field<&Tag::path, Tag>},
    {"hue", [](const void* t, const void*) { return Value::integer(as<Tag>(t).hue); }},
});
constexpr RecordType kTagType = {.name = "tag", .fields = kTagFields};

constexpr auto kAppearanceFields = std::to_array<RecordField>({
    {"title", text_field<&Appearance::title, Appearance>},
    {"path", text_field<&Appearance::path, Appearance>},
    {"date", text_field<&Appearance::date, Appearance>},
    {"rank",
     [](const void* a, const void*) {
       const std::optional<int>& rank = as<Appearance>(a).rank;
       return rank ? Value::integer(*rank) : Value::none();
     }},
});
constexpr RecordType kAppearanceType = {.name = "appearance", .fields = kAppearanceFields};

Value link_item(const Link& link) {
  return Value::record(kLinkType, &link);
}

Value term_item(const Term& term) {
  return Value::record(kTermType, &term);
}

Value appearance_item(const Appearance& appearance) {
  return Value::record(kAppearanceType, &appearance);
}

Value tag_field(const void* paper, const void* /*context*/) {
  return Value::record(kTagType, as<Paper>(paper).tag);
}

/// A paper as lists and other papers show it: it leads to no further paper, so that the sample can
/// be written down.
constexpr auto kBriefFields = std::to_array<RecordField>({
    {"path", text_field<&Paper::path, Paper>},
    {"title", text_field<&Paper::title, Paper>},
    {"title_zh", optional_text_field<&Paper::title_zh, Paper>},
    {"tag", tag_field},
    {"date", text_field<&Paper::date, Paper>},
    {"tldr", optional_text_field<&Paper::tldr, Paper>},
    {"authors", sequence_field<&Paper::authors, term_item, Paper>},
});
constexpr RecordType kBriefType = {.name = "listed paper", .fields = kBriefFields};

Value brief_value(const Paper* paper) {
  return paper == nullptr ? Value::none() : Value::record(kBriefType, paper);
}

Value brief_item(const Paper* const& paper) {
  return brief_value(paper);
}

constexpr auto kRelatedFields = std::to_array<RecordField>({
    {"paper", [](const void* r, const void*) { return brief_value(as<Related>(r).paper); }},
    {"authors", sequence_field<&Related::authors, term_item, Related>},
    {"words", sequence_field<&Related::words, text_item, Related>},
});
constexpr RecordType kRelatedType = {.name = "related paper", .fields = kRelatedFields};

Value related_item(const Related& related) {
  return Value::record(kRelatedType, &related);
}

constexpr auto kPaperFields = std::to_array<RecordField>({
    {"path", text_field<&Paper::path, Paper>},
    {"title", text_field<&Paper::title, Paper>},
    {"title_zh", optional_text_field<&Paper::title_zh, Paper>},
    {"tag", tag_field},
    {"date", text_field<&Paper::date, Paper>},
    {"venue", optional_text_field<&Paper::venue, Paper>},
    {"arxiv_id", optional_text_field<&Paper::arxiv_id, Paper>},
    {"url", optional_text_field<&Paper::url, Paper>},
    {"tldr", optional_text_field<&Paper::tldr, Paper>},
    {"abstract", optional_text_field<&Paper::abstract, Paper>},
    {"abstract_zh", optional_text_field<&Paper::abstract_zh, Paper>},
    {"keywords", sequence_field<&Paper::keywords, text_item, Paper>},
    {"key_points", sequence_field<&Paper::key_points, text_item, Paper>},
    {"authors", sequence_field<&Paper::authors, term_item, Paper>},
    {"institutions", sequence_field<&Paper::institutions, term_item, Paper>},
    {"links", sequence_field<&Paper::links, link_item, Paper>},
    {"appearances", sequence_field<&Paper::appearances, appearance_item, Paper>},
    {"related", sequence_field<&Paper::related, related_item, Paper>},
    {"previous", [](const void* p, const void*) { return brief_value(as<Paper>(p).previous); }},
    {"next", [](const void* p, const void*) { return brief_value(as<Paper>(p).next); }},
});
constexpr RecordType kPaperType = {.name = "paper", .fields = kPaperFields};

constexpr auto kSiteFields = std::to_array<RecordField>({
    {"title", text_field<&SampleSite::title, SampleSite>},
    {"description", text_field<&SampleSite::description, SampleSite>},
    {"language", text_field<&SampleSite::language, SampleSite>},
    {"generator", text_field<&SampleSite::generator, SampleSite>},
    {"menu", sequence_field<&SampleSite::menu, link_item, SampleSite>},
    {"paper_count",
     [](const void* s, const void*) {
       return Value::integer(static_cast<std::int64_t>(as<SampleSite>(s).papers.size()));
     }},
});
constexpr RecordType kSiteType = {.name = "site", .fields = kSiteFields};

Value breadcrumb(const Term& term) {
  values::Map map;
  map.set("title", Value::view(term.name));
  map.set("path", Value::view(term.path));
  return Value::map(std::move(map));
}

Value pages_with_html(const SampleSite& site, const std::vector<Page>& pages,
                      const std::vector<std::string>& html) {
  values::List list;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    values::Map page;
    page.set("context", Value::map(page_context(site, pages[i])));
    page.set("html", Value::view(html[i]));
    list.push_back(Value::map(std::move(page)));
  }
  return Value::list(std::move(list));
}

}  // namespace

values::Map site_globals(const SampleSite& site) {
  values::Map globals;
  globals.set("site", Value::record(kSiteType, &site));
  return globals;
}

values::Map page_context(const SampleSite& site, const Page& page) {
  values::List breadcrumbs;
  for (const Term& term : page.breadcrumbs) {
    breadcrumbs.push_back(breadcrumb(term));
  }
  values::Map map;
  map.set("kind", Value::view(page.paper != nullptr ? "paper" : "list"));
  map.set("title", Value::view(page.title));
  map.set("description", view_or_none(page.description));
  map.set("path", Value::view(page.path));
  map.set("permalink", Value::text(site.origin + page.path));
  map.set("breadcrumbs", Value::list(std::move(breadcrumbs)));
  map.set("updated", view_or_none(page.updated));
  values::Map context;
  context.set("page", Value::map(std::move(map)));
  if (page.paper != nullptr) {
    context.set("paper", Value::record(kPaperType, page.paper));
  } else {
    context.set("papers", sequence_of<brief_item>(page.papers));
  }
  return context;
}

std::string sample_as_json(const SampleSite& site, const std::vector<std::string>& paper_html,
                           const std::vector<std::string>& list_html) {
  values::Map sample = site_globals(site);
  sample.set("paper_pages", pages_with_html(site, site.paper_pages, paper_html));
  sample.set("list_pages", pages_with_html(site, site.list_pages, list_html));
  std::string json;
  values::append_json(json, Value::map(std::move(sample)), values::JsonLayout::compact);
  return json;
}

}  // namespace bench
