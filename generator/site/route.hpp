#pragma once

#include "catalog/catalog.hpp"
#include "text/calendar_date.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace site {

enum class RouteKind {
  index,
  year,
  month,
  day,  ///< the digests of a day, or one digest without a day
  paper,
  term,      ///< the papers of a term
  terms,     ///< the terms of a taxonomy
  titles,    ///< all papers by title
  page,      ///< a hand-written page
  redirect,  ///< an address that a name had, and where it is listed now
  not_found,
  search,       ///< the page with the search field
  search_file,  ///< a part of the search index: see SearchFiles
  opensearch,   ///< what browsers read to add the search
  asset,
  data,       ///< the page of what can be downloaded
  feed,       ///< the newest papers of a list, for feed readers
  citations,  ///< the papers of a list, for reference managers
  card,       ///< the picture that other sites show beside a link to a day
  records,    ///< all records of the site, for programs
  discovery,  ///< what crawlers look for: sitemap, robots.txt, llms.txt
};

/// What a route's bytes are.
enum class FileFormat : std::uint8_t {
  page,  ///< of a template, or an asset as it is
  atom,
  rss,
  json_feed,
  bibtex,
  ris,
  csl_json,
  json_lines,
  csv,
  json_schema,
  sqlite,
  sitemap,
  sitemap_index,
  robots,
  llms,
  png,
};

/// The name of a kind as `sitegen routes` and the build's summary say it: `day`.
[[nodiscard]] std::string_view name_of(RouteKind kind);

/// A permalink and what is shown there: a promise of a Page.
struct Route {
  RouteKind kind = RouteKind::index;
  std::string path;           ///< `/2023/02/08/`, UTF-8, without the base path
  std::string href;           ///< the same as links say it: with the base path, percent-encoded
  std::uint32_t subject = 0;  ///< a place in the table that `kind` says: papers, days, pages, …
  catalog::Taxonomy taxonomy = catalog::Taxonomy::category;  ///< of a term or an overview
  std::uint32_t page = 1;                                    ///< of a list with several pages
  /// Of a feed, citations or a card, `subject` is the RouteIndex of the page; of a sitemap, which
  /// part it is, from 0.
  FileFormat format = FileFormat::page;

  auto operator<=>(const Route&) const = default;
};

/// The file that holds the page at `path`: `/a/` gives `a/index.html`, `/404.html` `404.html`.
[[nodiscard]] std::string output_file(std::string_view path);

/// What is shown on one day page.
struct Day {
  text::CalendarDate date;                    ///< without a day for a digest without one
  std::vector<catalog::DigestIndex> digests;  ///< at least one
};

/// A place in RoutePlan::routes.
using RouteIndex = std::uint32_t;

/// Which file of the search index a `search_file` route is: its subject is a place in this order.
struct SearchFiles {
  std::uint32_t term_files = 0;
  std::uint32_t row_files = 0;

  static constexpr std::uint32_t kIndex = 0;       ///< `/search/index.json`
  static constexpr std::uint32_t kFacets = 1;      ///< `/search/facets.json`
  static constexpr std::uint32_t kFirstTerms = 2;  ///< `/search/terms/0.bin` and those after it

  [[nodiscard]] std::uint32_t first_rows() const { return kFirstTerms + term_files; }

  [[nodiscard]] std::uint32_t count() const { return first_rows() + row_files; }
};

/// Routes that stand one behind the other in a plan.
struct RouteRange {
  RouteIndex first = 0;
  std::uint32_t count = 0;
};

/// Every route of a site, and which one shows what.
struct RoutePlan {
  std::vector<Route> routes;  ///< by kind, then by subject
  std::vector<Day> days;      ///< oldest first; without a date last

  std::vector<RouteIndex> of_paper;   ///< by PaperIndex
  std::vector<RouteIndex> of_day;     ///< by place in `days`
  std::vector<std::uint32_t> day_of;  ///< by DigestIndex: a place in `days`
  std::vector<RouteIndex> of_year;    ///< by place in Catalog::years
  std::vector<RouteIndex> of_month;   ///< by place in Catalog::months
  std::vector<RouteIndex> of_page;    ///< by place among the hand-written pages
  std::vector<RouteIndex> of_asset;
  RouteIndex search = 0;
  std::optional<RouteIndex> opensearch;  ///< only of a site that knows its own address
  SearchFiles search_files;
  /// By taxonomy and TermIndex: the first page of the term's list. Empty where the taxonomy is off.
  std::array<std::vector<RouteIndex>, catalog::kTaxonomies.size()> of_term;
  std::array<std::optional<RouteIndex>, catalog::kTaxonomies.size()> of_overview;
  RouteIndex of_titles = 0;  ///< its first page
  std::optional<RouteIndex> of_data;
  /// By the list's page (its first one): its feeds and its citations, where it has them.
  std::unordered_map<RouteIndex, RouteRange> feeds_of;
  std::unordered_map<RouteIndex, RouteRange> citations_of;
  std::vector<std::optional<RouteIndex>> of_card;  ///< by place in `days`
  RouteRange records;
};

}  // namespace site
