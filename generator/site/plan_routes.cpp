#include "site/plan_routes.hpp"

#include "search/term_index.hpp"
#include "site/permalink.hpp"
#include "site/plan_files.hpp"
#include "text/url.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace site {

namespace {

using catalog::Taxonomy;

/// The plan as it grows.
class Planner {
 public:
  explicit Planner(const PlanInput& input)
      : input_(input), base_path_(text::split_base_url(input.config.base_url).path) {}

  RoutePlan plan() && {
    add({.kind = RouteKind::index, .path = "/"});
    plan_calendar();
    plan_days();
    plan_papers();
    for (const Taxonomy taxonomy : catalog::kTaxonomies) {
      if (is_on(input_.config.taxonomies, taxonomy)) {
        plan_taxonomy(taxonomy);
      }
    }
    plan_.of_titles =
        add_list({.kind = RouteKind::titles, .path = "/titles/"},
                 page_count(input_.catalog.papers.size(), input_.config.paginate.terms));
    plan_pages();
    add({.kind = RouteKind::not_found, .path = "/404.html"});
    plan_search();
    if (input_.prefix.empty()) {
      plan_assets();
    }
    plan_of_files();
    return std::move(plan_);
  }

 private:
  RouteIndex add(Route route) {
    if (!route.path.empty()) {
      route.path.insert(0, input_.prefix);
    }
    route.href = text::percent_encode_path(base_path_ + route.path);
    plan_.routes.push_back(std::move(route));
    return static_cast<RouteIndex>(plan_.routes.size() - 1);
  }

  void plan_calendar() {
    const catalog::Catalog& catalog = input_.catalog;
    for (std::uint32_t i = 0; i < catalog.years.size(); ++i) {
      plan_.of_year.push_back(
          add({.kind = RouteKind::year, .path = year_path(catalog.years[i].year), .subject = i}));
    }
    for (std::uint32_t i = 0; i < catalog.months.size(); ++i) {
      const catalog::Month& month = catalog.months[i];
      plan_.of_month.push_back(add({.kind = RouteKind::month,
                                    .path = date_path({month.year, month.month, 0}),
                                    .subject = i}));
    }
  }

  /// Digests stand oldest first, so those of one day are neighbours.
  void plan_days() {
    const std::vector<catalog::CatalogDigest>& digests = input_.catalog.digests;
    for (std::uint32_t i = 0; i < digests.size(); ++i) {
      const text::CalendarDate& date = digests[i].head.date;
      const bool same_day = !plan_.days.empty() && date.day != 0 && plan_.days.back().date == date;
      if (!same_day) {
        plan_.of_day.push_back(add({.kind = RouteKind::day,
                                    .path = digest_path(digests[i].head),
                                    .subject = static_cast<std::uint32_t>(plan_.days.size())}));
        plan_.days.push_back({.date = date, .digests = {}});
      }
      plan_.days.back().digests.push_back({i});
      plan_.day_of.push_back(static_cast<std::uint32_t>(plan_.days.size() - 1));
    }
  }

  void plan_papers() {
    const std::vector<catalog::CatalogPaper>& papers = input_.catalog.papers;
    for (std::uint32_t i = 0; i < papers.size(); ++i) {
      plan_.of_paper.push_back(
          add({.kind = RouteKind::paper, .path = paper_path(papers[i].record), .subject = i}));
    }
  }

  void plan_taxonomy(Taxonomy taxonomy) {
    const std::vector<catalog::Term>& terms = input_.catalog.terms_of(taxonomy);
    const auto place = static_cast<std::size_t>(taxonomy);
    plan_.of_overview[place] =
        add_list({.kind = RouteKind::terms, .path = overview_path(taxonomy), .taxonomy = taxonomy},
                 page_count(terms.size(), input_.config.paginate.terms));
    for (std::uint32_t i = 0; i < terms.size(); ++i) {
      plan_.of_term[place].push_back(
          add_list({.kind = RouteKind::term,
                    .path = term_path(taxonomy, terms[i]),
                    .subject = i,
                    .taxonomy = taxonomy},
                   page_count(terms[i].papers.size(), input_.config.paginate.papers)));
    }
    const std::vector<catalog::FormerTerm>& former = input_.catalog.former_terms[place];
    for (std::uint32_t i = 0; i < former.size(); ++i) {
      add({.kind = RouteKind::redirect,
           .path = overview_path(taxonomy) + former[i].slug + "/",
           .subject = i,
           .taxonomy = taxonomy});
    }
  }

  /// The pages of a list, of which `first` is the first one.
  RouteIndex add_list(const Route& first, std::uint32_t pages) {
    const RouteIndex index = add(first);
    for (std::uint32_t page = 2; page <= pages; ++page) {
      Route later = first;
      later.path = list_page_path(first.path, page);
      later.page = page;
      add(std::move(later));
    }
    return index;
  }

  void plan_pages() {
    for (std::uint32_t i = 0; i < input_.pages.size(); ++i) {
      plan_.of_page.push_back(add({.kind = RouteKind::page,
                                   .path = written_page_path(input_.pages[i].name),
                                   .subject = i}));
    }
  }

  void plan_search() {
    plan_.search = add({.kind = RouteKind::search, .path = "/search/"});
    if (!input_.config.base_url.empty()) {
      plan_.opensearch = add({.kind = RouteKind::opensearch, .path = "/opensearch.xml"});
    }
    SearchFiles& files = plan_.search_files;
    files.term_files = static_cast<std::uint32_t>(search::term_file_count(input_.catalog));
    files.row_files = page_count(input_.catalog.papers.size(), kPapersInRowFile);
    for (std::uint32_t i = 0; i < files.count(); ++i) {
      add({.kind = RouteKind::search_file, .path = search_file_path(files, i), .subject = i});
    }
  }

  void plan_assets() {
    const std::vector<Asset>& assets = input_.assets.assets();
    for (std::uint32_t i = 0; i < assets.size(); ++i) {
      plan_.of_asset.push_back(
          add({.kind = RouteKind::asset, .path = assets[i].path, .subject = i}));
    }
  }

  /// Beyond this point no page is added: files are planned for the pages that there are.
  void plan_of_files() {
    plan_.of_data = add({.kind = RouteKind::data, .path = "/data/"});
    plan_files(input_, plan_, [this](Route route) { return add(std::move(route)); });
  }

  const PlanInput& input_;
  std::string base_path_;
  RoutePlan plan_;
};

}  // namespace

std::string_view name_of(RouteKind kind) {
  static constexpr std::array<std::string_view, 21> kNames = {
      "index",  "year", "month",    "day",       "paper",  "term",        "terms",
      "titles", "page", "redirect", "not_found", "search", "search_file", "opensearch",
      "asset",  "data", "feed",     "citations", "card",   "records",     "discovery"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string output_file(std::string_view path) {
  std::string file(path.substr(1));
  if (file.empty() || file.ends_with('/')) {
    file += "index.html";
  }
  return file;
}

std::uint32_t page_count(std::size_t items, std::size_t per_page) {
  return items == 0 ? 1 : static_cast<std::uint32_t>((items + per_page - 1) / per_page);
}

bool is_on(const config::TaxonomyConfig& config, Taxonomy taxonomy) {
  switch (taxonomy) {
    case Taxonomy::category:
      return config.categories;
    case Taxonomy::author:
      return config.authors;
    case Taxonomy::institution:
      break;
  }
  return config.institutions;
}

RoutePlan plan_routes(const PlanInput& input) {
  return Planner(input).plan();
}

}  // namespace site
