#include "catalog/calendar.hpp"
#include "render/view_fields.hpp"
#include "render/views.hpp"
#include "site/file_routes.hpp"
#include "site/generator_name.hpp"

#include <array>

namespace render {

namespace {

using catalog::CatalogDigest;
using catalog::Taxonomy;
using catalog::TermIndex;
using catalog::Year;
using site::WrittenPage;
using values::RecordField;
using values::Value;
using values::view_or_none;

const site::Site& self(const void* site) {
  return as<site::Site>(site);
}

const site::Route& index_route(const void* site) {
  return self(site).routes().front();
}

Value digest_item(const CatalogDigest& digest, const site::Site& site) {
  return digest_value(site, {index_in(site.catalog().digests, digest)});
}

Value year_item(const Year& year, const site::Site& site) {
  return year_value(site, year);
}

Value page_item(const WrittenPage& page, const site::Site& site) {
  return written_page_value(site, page);
}

template <Taxonomy taxonomy>
Value term_item(const TermIndex& term, const site::Site& site) {
  return term_value(site, taxonomy, term);
}

template <Taxonomy taxonomy>
Value terms_by_count(const void* site, const void* /*context*/) {
  return Value::sequence(kVectorType<TermIndex, term_item<taxonomy>>,
                         &self(site).order_of(taxonomy).by_count, site);
}

template <Taxonomy taxonomy>
Value term_count(const void* site, const void* /*context*/) {
  return count_value(self(site).catalog().terms_of(taxonomy).size());
}

template <Taxonomy taxonomy>
Value overview(const void* site, const void* /*context*/) {
  return path_value(self(site).overview_of(taxonomy));
}

Value newest_digest(const void* site, const void* /*context*/) {
  const std::optional<catalog::DigestIndex> newest = catalog::newest_digest(self(site).catalog());
  return newest ? digest_value(self(site), *newest) : Value::none();
}

Value first_date(const void* site, const void* /*context*/) {
  const std::vector<CatalogDigest>& digests = self(site).catalog().digests;
  return digests.empty() ? Value::none() : date_value(digests.front().head.date);
}

Value last_date(const void* site, const void* context) {
  const Value newest = newest_digest(site, context);
  return newest.is_none() ? newest : newest.member("date");
}

constexpr auto kSiteFields = std::to_array<RecordField>({
    {"title", [](const void* s, const void*) { return Value::view(self(s).config().title); },
     kText},
    {"description",
     [](const void* s, const void*) { return Value::view(self(s).config().description); }, kText},
    {"language", [](const void* s, const void*) { return Value::view(self(s).config().language); },
     kText},
    {"base_url", [](const void* s, const void*) { return Value::view(self(s).config().base_url); },
     kText},
    {"base_path", [](const void* s, const void*) { return Value::view(self(s).base().path); },
     kText},
    {"author", [](const void* s, const void*) { return view_or_none(self(s).config().author); },
     kTextOrNone},
    {"qr_codes",
     [](const void* s, const void*) { return Value::boolean(self(s).config().qr_codes); },
     kBoolean},
    {"path", [](const void* s, const void*) { return Value::view(index_route(s).href); }, kText},
    {"permalink",
     [](const void* s, const void*) { return permalink_value(self(s), &index_route(s)); }, kText},
    {"paper_count",
     [](const void* s, const void*) { return count_value(self(s).catalog().papers.size()); },
     kInteger},
    {"digest_count",
     [](const void* s, const void*) { return count_value(self(s).catalog().digests.size()); },
     kInteger},
    {"author_count", term_count<Taxonomy::author>, kInteger},
    {"institution_count", term_count<Taxonomy::institution>, kInteger},
    {"category_count", term_count<Taxonomy::category>, kInteger},
    {"newest", newest_digest, maybe(kDigestType)},
    {"digests",
     [](const void* s, const void*) {
       return Value::sequence(kReversedVectorType<CatalogDigest, digest_item>,
                              &self(s).catalog().digests, s);
     },
     list_of(kDigestType)},
    {"years",
     [](const void* s, const void*) {
       return Value::sequence(kReversedVectorType<Year, year_item>, &self(s).catalog().years, s);
     },
     list_of(kYearType)},
    {"categories", terms_by_count<Taxonomy::category>, list_of(kTermType)},
    {"authors", terms_by_count<Taxonomy::author>, list_of(kTermType)},
    {"institutions", terms_by_count<Taxonomy::institution>, list_of(kTermType)},
    {"pages",
     [](const void* s, const void*) {
       return Value::sequence(kVectorType<WrittenPage, page_item>, &self(s).pages(), s);
     },
     list_of(kWrittenPageType)},
    {"categories_path", overview<Taxonomy::category>, kTextOrNone},
    {"authors_path", overview<Taxonomy::author>, kTextOrNone},
    {"institutions_path", overview<Taxonomy::institution>, kTextOrNone},
    {"search_path",
     [](const void* s, const void*) {
       return path_value(&self(s).routes()[self(s).plan().search]);
     },
     kText},
    {"search_permalink",
     [](const void* s, const void*) {
       return permalink_value(self(s), &self(s).routes()[self(s).plan().search]);
     },
     kText},
    {"opensearch_path",
     [](const void* s, const void*) {
       const std::optional<site::RouteIndex> route = self(s).plan().opensearch;
       return path_value(route ? &self(s).routes()[*route] : nullptr);
     },
     kTextOrNone},
    {"titles_path",
     [](const void* s, const void*) {
       return path_value(&self(s).routes()[self(s).plan().of_titles]);
     },
     kText},
    {"data_path",
     [](const void* s, const void*) {
       return Value::view(self(s).routes()[*self(s).plan().of_data].href);
     },
     kText},
    {"feeds",
     [](const void* s, const void*) {
       return files_value(site::feeds_of(self(s), index_route(s)));
     },
     list_of(kFileType)},
    {"records", [](const void* s, const void*) { return files_value(site::record_files(self(s))); },
     list_of(kFileType)},
    {"citations",
     [](const void* s, const void*) {
       return files_value(site::citations_of(self(s), index_route(s)));
     },
     list_of(kFileType)},
    {"first_date", first_date, kTextOrNone},
    {"last_date", last_date, kTextOrNone},
    {"generator", [](const void*, const void*) { return Value::view(site::generator_name()); },
     kText},
});

const site::Route& route_of_page(const void* page, const void* context) {
  const site::Site& site = site_of(context);
  return site.routes()[site.plan().of_page[index_in(site.pages(), as<WrittenPage>(page))]];
}

constexpr auto kWrittenPageFields = std::to_array<RecordField>({
    {"title", [](const void* p, const void*) { return Value::view(as<WrittenPage>(p).title); },
     kText},
    {"path", [](const void* p, const void* c) { return Value::view(route_of_page(p, c).href); },
     kText},
    {"permalink",
     [](const void* p, const void* c) { return permalink_value(site_of(c), &route_of_page(p, c)); },
     kText},
});

}  // namespace

const values::RecordType kSiteType = {.name = "site", .fields = kSiteFields};
const values::RecordType kWrittenPageType = {.name = "written page", .fields = kWrittenPageFields};

Value site_value(const site::Site& site) {
  return Value::record(kSiteType, &site, &site);
}

Value written_page_value(const site::Site& site, const WrittenPage& page) {
  return Value::record(kWrittenPageType, &page, &site);
}

std::span<const values::RecordType* const> record_types() {
  static constexpr std::array kTypes = {&kSiteType,  &kDigestType,   &kAppearanceType, &kPaperType,
                                        &kLinkType,  &kEnrichedType, &kTermType,       &kYearType,
                                        &kMonthType, &kRelatedType,  &kWrittenPageType};
  return kTypes;
}

}  // namespace render
