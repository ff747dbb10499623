#include "render/term_statistics.hpp"
#include "render/view_fields.hpp"
#include "render/views.hpp"

#include <array>

namespace render {

namespace {

using catalog::Appearance;
using catalog::CatalogPaper;
using catalog::PaperIndex;
using catalog::Related;
using catalog::Taxonomy;
using catalog::TermIndex;
using digest::Link;
using values::RecordField;
using values::Value;
using values::view_or_none;

const digest::Paper& record_of(const void* paper) {
  return as<CatalogPaper>(paper).record;
}

const site::Route& route_of(const void* paper, const void* context) {
  const site::Site& site = site_of(context);
  return site.route_of(PaperIndex{index_in(site.catalog().papers, as<CatalogPaper>(paper))});
}

const Appearance& first_appearance(const void* paper) {
  return as<CatalogPaper>(paper).appearances.front();
}

Value neighbour(const std::optional<PaperIndex>& paper, const void* context) {
  return paper ? paper_value(site_of(context), *paper) : Value::none();
}

template <Taxonomy taxonomy>
Value term_item(const TermIndex& term, const site::Site& site) {
  return term_value(site, taxonomy, term);
}

template <Taxonomy taxonomy>
Value terms_value(const std::vector<TermIndex>& terms, const void* context) {
  return Value::sequence(kVectorType<TermIndex, term_item<taxonomy>>, &terms, context);
}

Value link_item(const Link& link, const site::Site& site) {
  return Value::record(kLinkType, &link, &site);
}

Value enriched_item(const digest::EnrichedField& one, const site::Site& site) {
  return Value::record(kEnrichedType, &one, &site);
}

Value related_item(const Related& related, const site::Site& site) {
  return Value::record(kRelatedType, &related, &site);
}

Value appearance_item(const Appearance& appearance, const site::Site& site) {
  return Value::record(kAppearanceType, &appearance, &site);
}

Value rank_value(const std::optional<int>& rank) {
  return rank ? Value::integer(*rank) : Value::none();
}

Value section_value(digest::Section section) {
  return Value::view(section == digest::Section::featured ? "featured" : "also");
}

/// An address on arxiv.org, which is known once the id is.
Value arxiv_url(const void* paper, std::string_view kind) {
  const std::string& id = record_of(paper).arxiv_id;
  return id.empty() ? Value::none()
                    : Value::text("https://arxiv.org/" + std::string(kind) + "/" + id);
}

constexpr auto kPaperFields = std::to_array<RecordField>({
    {"id", [](const void* p, const void*) { return Value::view(record_of(p).id); }, kText},
    {"path", [](const void* p, const void* c) { return Value::view(route_of(p, c).href); }, kText},
    {"permalink",
     [](const void* p, const void* c) { return permalink_value(site_of(c), &route_of(p, c)); }, kText},
    {"title", [](const void* p, const void*) { return Value::view(record_of(p).title); }, kText},
    {"title_zh", [](const void* p, const void*) { return view_or_none(record_of(p).title_zh); }, kTextOrNone},
    {"category",
     [](const void* p, const void* c) {
       const std::optional<TermIndex>& category = as<CatalogPaper>(p).category;
       return category ? term_value(site_of(c), Taxonomy::category, *category) : Value::none();
     }, maybe(kTermType)},
    {"code", [](const void* p, const void*) { return view_or_none(record_of(p).category); }, kTextOrNone},
    {"authors",
     [](const void* p, const void* c) {
       return terms_value<Taxonomy::author>(as<CatalogPaper>(p).authors, c);
     }, list_of(kTermType)},
    {"authors_truncated",
     [](const void* p, const void*) { return Value::boolean(record_of(p).authors_truncated); }, kBoolean},
    {"affiliations",
     [](const void* p, const void* c) {
       return terms_value<Taxonomy::institution>(as<CatalogPaper>(p).institutions, c);
     }, list_of(kTermType)},
    {"affiliations_truncated",
     [](const void* p, const void*) {
       return Value::boolean(record_of(p).affiliations_truncated);
     }, kBoolean},
    {"key_points",
     [](const void* p, const void* c) {
       return texts_value(record_of(p).key_points, site_of(c));
     }, kTexts},
    {"tldr", [](const void* p, const void*) { return view_or_none(record_of(p).tldr); }, kTextOrNone},
    {"motivation",
     [](const void* p, const void*) { return view_or_none(record_of(p).motivation); }, kTextOrNone},
    {"method", [](const void* p, const void*) { return view_or_none(record_of(p).method); }, kTextOrNone},
    {"advantage", [](const void* p, const void*) { return view_or_none(record_of(p).advantage); }, kTextOrNone},
    {"abstract", [](const void* p, const void*) { return view_or_none(record_of(p).abstract); }, kTextOrNone},
    {"abstract_zh",
     [](const void* p, const void*) { return view_or_none(record_of(p).abstract_zh); }, kTextOrNone},
    {"venue", [](const void* p, const void*) { return view_or_none(record_of(p).venue); }, kTextOrNone},
    {"remark", [](const void* p, const void*) { return view_or_none(record_of(p).remark); }, kTextOrNone},
    {"url", [](const void* p, const void*) { return view_or_none(record_of(p).url); }, kTextOrNone},
    {"arxiv_id", [](const void* p, const void*) { return view_or_none(record_of(p).arxiv_id); }, kTextOrNone},
    {"abs_url", [](const void* p, const void*) { return arxiv_url(p, "abs"); }, kTextOrNone},
    {"pdf_url", [](const void* p, const void*) { return arxiv_url(p, "pdf"); }, kTextOrNone},
    {"html_url", [](const void* p, const void*) { return arxiv_url(p, "html"); }, kTextOrNone},
    {"links",
     [](const void* p, const void* c) {
       return Value::sequence(kVectorType<Link, link_item>, &record_of(p).links, c);
     }, list_of(kLinkType)},
    {"arxiv_categories",
     [](const void* p, const void* c) {
       return texts_value(record_of(p).arxiv_categories, site_of(c));
     }, kTexts},
    {"published", [](const void* p, const void*) { return view_or_none(record_of(p).published); }, kTextOrNone},
    {"updated", [](const void* p, const void*) { return view_or_none(record_of(p).updated); }, kTextOrNone},
    {"enriched",
     [](const void* p, const void* c) {
       return Value::sequence(kVectorType<digest::EnrichedField, enriched_item>, &record_of(p).enriched, c);
     }, list_of(kEnrichedType)},
    {"date",
     [](const void* p, const void* c) {
       return date_value(date_of(site_of(c).catalog(), as<CatalogPaper>(p)));
     }, kTextOrNone},
    {"date_precision",
     [](const void* p, const void* c) {
       return precision_value(date_of(site_of(c).catalog(), as<CatalogPaper>(p)));
     }, kText},
    {"digest",
     [](const void* p, const void* c) {
       return digest_value(site_of(c), first_appearance(p).digest);
     }, one(kDigestType)},
    {"rank", [](const void* p, const void*) { return rank_value(first_appearance(p).rank); }, kIntegerOrNone},
    {"section",
     [](const void* p, const void*) { return section_value(first_appearance(p).section); }, kText},
    {"appearances",
     [](const void* p, const void* c) {
       return appearances_value(site_of(c), as<CatalogPaper>(p).appearances);
     }, list_of(kAppearanceType)},
    {"citation",
     [](const void* p, const void* c) {
       const site::Site& site = site_of(c);
       return citation_value(site, {index_in(site.catalog().papers, as<CatalogPaper>(p))});
     }, one(kCitationType)},
    {"related",
     [](const void* p, const void* c) {
       return Value::sequence(kVectorType<Related, related_item>, &as<CatalogPaper>(p).related, c);
     }, list_of(kRelatedType)},
    {"previous",
     [](const void* p, const void* c) { return neighbour(as<CatalogPaper>(p).previous, c); }, maybe(kPaperType)},
    {"next", [](const void* p, const void* c) { return neighbour(as<CatalogPaper>(p).next, c); }, maybe(kPaperType)},
});

constexpr auto kAppearanceFields = std::to_array<RecordField>({
    {"paper",
     [](const void* a, const void* c) { return paper_value(site_of(c), as<Appearance>(a).paper); },
     one(kPaperType)},
    {"digest",
     [](const void* a, const void* c) {
       return digest_value(site_of(c), as<Appearance>(a).digest);
     },
     one(kDigestType)},
    {"rank", [](const void* a, const void*) { return rank_value(as<Appearance>(a).rank); },
     kIntegerOrNone},
    {"section", [](const void* a, const void*) { return section_value(as<Appearance>(a).section); },
     kText},
});

constexpr auto kRelatedFields = std::to_array<RecordField>({
    {"paper",
     [](const void* r, const void* c) { return paper_value(site_of(c), as<Related>(r).paper); },
     one(kPaperType)},
    {"authors",
     [](const void* r, const void* c) {
       return terms_value<Taxonomy::author>(as<Related>(r).shared_authors, c);
     },
     list_of(kTermType)},
    {"words",
     [](const void* r, const void* c) {
       return texts_value(as<Related>(r).shared_words, site_of(c));
     },
     kTexts},
});

constexpr auto kLinkFields = std::to_array<RecordField>({
    {"label", [](const void* l, const void*) { return Value::view(as<Link>(l).label); }, kText},
    {"url", [](const void* l, const void*) { return Value::view(as<Link>(l).url); }, kText},
});

constexpr auto kEnrichedFields = std::to_array<RecordField>({
    {"field",
     [](const void* e, const void*) { return Value::view(as<digest::EnrichedField>(e).field); },
     kText},
    {"file",
     [](const void* e, const void*) { return Value::view(as<digest::EnrichedField>(e).file); },
     kText},
});

}  // namespace

const values::RecordType kPaperType = {.name = "paper", .fields = kPaperFields};
const values::RecordType kAppearanceType = {.name = "appearance", .fields = kAppearanceFields};
const values::RecordType kRelatedType = {.name = "related paper", .fields = kRelatedFields};
const values::RecordType kEnrichedType = {.name = "enriched field", .fields = kEnrichedFields};
const values::RecordType kLinkType = {.name = "link", .fields = kLinkFields};

Value paper_value(const site::Site& site, PaperIndex paper) {
  return Value::record(kPaperType, &site.catalog().papers[paper.value], &site);
}

Value appearances_value(const site::Site& site, const std::vector<Appearance>& appearances) {
  return Value::sequence(kVectorType<Appearance, appearance_item>, &appearances, &site);
}

}  // namespace render
