#include "render/term_statistics.hpp"
#include "render/view_fields.hpp"
#include "render/views.hpp"
#include "site/permalink.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>

namespace render {

namespace {

using catalog::Appearance;
using catalog::CatalogDigest;
using catalog::DigestIndex;
using values::RecordField;
using values::Value;
using values::view_or_none;

const digest::Digest& head_of(const void* digest) {
  return as<CatalogDigest>(digest).head;
}

DigestIndex index_of(const void* digest, const void* context) {
  return {index_in(site_of(context).catalog().digests, as<CatalogDigest>(digest))};
}

/// The page of the digest; where it shares one with others of its day, with `#name`.
std::string link_of(const void* digest, const void* context) {
  const site::Site& site = site_of(context);
  const DigestIndex index = index_of(digest, context);
  const site::Day& day = site.plan().days[site.plan().day_of[index.value]];
  std::string link = site.route_of(index).href;
  if (day.digests.size() > 1) {
    link += "#" + site::digest_slug(head_of(digest));
  }
  return link;
}

Value neighbour(const std::optional<DigestIndex>& digest, const void* context) {
  return digest ? digest_value(site_of(context), *digest) : Value::none();
}

Value legend_item(const digest::LegendEntry& entry, const site::Site& /*site*/) {
  return pair_value("code", Value::view(entry.code), "name", Value::view(entry.name));
}

/// The summary's topics. They stand in the papers' order, so equal numbers pair them; the words of
/// a topic and of its paper's title differ too often to pair by text.
Value topics_of(const void* digest, const void* context) {
  static constexpr std::string_view kSeparator = "、";
  const auto& entry = as<CatalogDigest>(digest);
  if (entry.head.summary.empty()) {
    return Value::list({});
  }
  const std::vector<std::string_view> topics = text::split(entry.head.summary, kSeparator);
  const bool paired = topics.size() == entry.appearances.size();
  values::List items;
  for (std::size_t i = 0; i < topics.size(); ++i) {
    items.push_back(pair_value(
        "text", Value::view(text::trim(topics[i])), "paper",
        paired ? paper_value(site_of(context), entry.appearances[i].paper) : Value::none()));
  }
  return Value::list(std::move(items));
}

Value section_of(const void* digest, const void* context, digest::Section section) {
  values::List items;
  for (const Appearance& appearance : as<CatalogDigest>(digest).appearances) {
    if (appearance.section == section) {
      items.push_back(Value::record(kAppearanceType, &appearance, context));
    }
  }
  return Value::list(std::move(items));
}

Value categories_of(const void* digest, const void* context) {
  const site::Site& site = site_of(context);
  std::vector<catalog::PaperIndex> papers;
  for (const Appearance& appearance : as<CatalogDigest>(digest).appearances) {
    papers.push_back(appearance.paper);
  }
  values::List items;
  for (const TermCount& met :
       count_terms(site.catalog(), papers, catalog::Taxonomy::category, kMetTerms)) {
    items.push_back(pair_value("term", term_value(site, catalog::Taxonomy::category, met.term),
                               "count", count_value(met.count)));
  }
  return Value::list(std::move(items));
}

constexpr auto kDigestFields = std::to_array<RecordField>({
    {"name", [](const void* d, const void*) { return Value::view(head_of(d).name); }, kText},
    {"slug", [](const void* d, const void*) { return Value::text(site::digest_slug(head_of(d))); },
     kText},
    {"path", [](const void* d, const void* c) { return Value::text(link_of(d, c)); }, kText},
    {"permalink",
     [](const void* d, const void* c) {
       return Value::text(site_of(c).base().origin + link_of(d, c));
     },
     kText},
    {"date", [](const void* d, const void*) { return date_value(head_of(d).date); }, kTextOrNone},
    {"date_start",
     [](const void* d, const void*) {
       return head_of(d).date_start ? date_value(*head_of(d).date_start) : Value::none();
     },
     kTextOrNone},
    {"date_precision", [](const void* d, const void*) { return precision_value(head_of(d).date); },
     kText},
    {"summary", [](const void* d, const void*) { return view_or_none(head_of(d).summary); },
     kTextOrNone},
    {"source_note", [](const void* d, const void*) { return view_or_none(head_of(d).source_note); },
     kTextOrNone},
    {"topics", topics_of, list_of(kTopicType)},
    {"legend",
     [](const void* d, const void* c) {
       return Value::sequence(kVectorType<digest::LegendEntry, legend_item>, &head_of(d).legend, c);
     },
     list_of(kLegendEntryType)},
    {"papers",
     [](const void* d, const void* c) {
       return appearances_value(site_of(c), as<CatalogDigest>(d).appearances);
     },
     list_of(kAppearanceType)},
    {"featured",
     [](const void* d, const void* c) { return section_of(d, c, digest::Section::featured); },
     list_of(kAppearanceType)},
    {"also", [](const void* d, const void* c) { return section_of(d, c, digest::Section::also); },
     list_of(kAppearanceType)},
    {"categories", categories_of, list_of(kCountedTermType)},
    {"previous",
     [](const void* d, const void* c) { return neighbour(as<CatalogDigest>(d).previous, c); },
     maybe(kDigestType)},
    {"next", [](const void* d, const void* c) { return neighbour(as<CatalogDigest>(d).next, c); },
     maybe(kDigestType)},
});

}  // namespace

const values::RecordType kDigestType = {.name = "digest", .fields = kDigestFields};

Value digest_value(const site::Site& site, DigestIndex digest) {
  return Value::record(kDigestType, &site.catalog().digests[digest.value], &site);
}

}  // namespace render
