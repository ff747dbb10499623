#pragma once

#include "site/site.hpp"
#include "values/value.hpp"

#include <span>

// What templates may see of a site, as views: a Value made here holds two pointers, to the object
// and to its site, and copies nothing. docs/data_model.md lists every field; a test holds the two
// together.
namespace render {

[[nodiscard]] values::Value site_value(const site::Site& site);
[[nodiscard]] values::Value paper_value(const site::Site& site, catalog::PaperIndex paper);
[[nodiscard]] values::Value digest_value(const site::Site& site, catalog::DigestIndex digest);
[[nodiscard]] values::Value term_value(const site::Site& site, catalog::Taxonomy taxonomy,
                                       catalog::TermIndex term);
[[nodiscard]] values::Value year_value(const site::Site& site, const catalog::Year& year);
[[nodiscard]] values::Value month_value(const site::Site& site, const catalog::Month& month);
[[nodiscard]] values::Value written_page_value(const site::Site& site,
                                               const site::WrittenPage& page);

/// A list of papers in digests; `appearances` outlives the value.
[[nodiscard]] values::Value appearances_value(const site::Site& site,
                                              const std::vector<catalog::Appearance>& appearances);

/// How a paper is cited.
[[nodiscard]] values::Value citation_value(const site::Site& site, catalog::PaperIndex paper);

/// Files that can be downloaded; `files` outlive the value.
[[nodiscard]] values::Value files_value(std::span<const site::Route> files);

/// The types behind these values, by the name that documentation uses.
[[nodiscard]] std::span<const values::RecordType* const> record_types();

/// A category's colour class: set by the theme or chosen by its code; empty for other terms.
[[nodiscard]] std::string_view hue_of(const catalog::Term& term);

extern const values::RecordType kSiteType;
extern const values::RecordType kPaperType;
extern const values::RecordType kDigestType;
extern const values::RecordType kAppearanceType;
extern const values::RecordType kRelatedType;
extern const values::RecordType kLinkType;
extern const values::RecordType kCitationType;
extern const values::RecordType kEnrichedType;
extern const values::RecordType kTermType;
extern const values::RecordType kYearType;
extern const values::RecordType kMonthType;
extern const values::RecordType kWrittenPageType;

// Small things that are made for a page as maps: their types only describe them.
extern const values::RecordType kPageType;
extern const values::RecordType kTranslationType;
extern const values::RecordType kBreadcrumbType;
extern const values::RecordType kCardType;
extern const values::RecordType kFileType;
extern const values::RecordType kFeedType;
extern const values::RecordType kFeedEntryType;
extern const values::RecordType kPaginatorType;
extern const values::RecordType kPaginatorPageType;
extern const values::RecordType kCountedTermType;
extern const values::RecordType kCountedPaperType;
extern const values::RecordType kTopicType;
extern const values::RecordType kLegendEntryType;
extern const values::RecordType kMonthCountType;
extern const values::RecordType kYearCountType;

}  // namespace render
