#include "site/plan_files.hpp"

#include "site/file_names.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace site {

namespace {

using catalog::Taxonomy;

/// Authors are many, and each file of theirs counts once for every one of them: unless the site
/// wants `all`, they have the first format only.
std::span<const FileFormat> formats_of_terms(std::span<const FileFormat> formats,
                                             const std::string& wanted) {
  return wanted == "all" ? formats : formats.first(1);
}

/// Adds files beside the pages of a plan.
class FilePlanner {
 public:
  FilePlanner(const PlanInput& input, RoutePlan& plan, const std::function<RouteIndex(Route)>& add)
      : input_(input), plan_(plan), add_(add) {}

  void plan() {
    plan_feeds();
    plan_citations();
    plan_cards();
    plan_records();
    plan_discovery();
  }

 private:
  /// One file of each format beside the list at `list`, or in `folder` if that is not empty.
  RouteRange add_files(RouteKind kind, RouteIndex list, std::span<const FileFormat> formats,
                       const std::string& folder = {}) {
    RouteRange range{.first = static_cast<RouteIndex>(plan_.routes.size()),
                     .count = static_cast<std::uint32_t>(formats.size())};
    // The path of a route has the tree's prefix, which every added route gets.
    const std::string path =
        folder.empty() ? plan_.routes[list].path.substr(input_.prefix.size()) : folder;
    for (const FileFormat format : formats) {
      add_({.kind = kind,
            .path = path + std::string(file_name(format).file),
            .subject = list,
            .format = format});
    }
    return range;
  }

  /// The lists of `taxonomy` whose terms have at least `least` papers.
  template <typename Visit>
  void for_each_list(Taxonomy taxonomy, std::size_t least, const Visit& visit) {
    const std::vector<RouteIndex>& lists = plan_.of_term[static_cast<std::size_t>(taxonomy)];
    const std::vector<catalog::Term>& terms = input_.catalog.terms_of(taxonomy);
    for (std::size_t i = 0; i < lists.size(); ++i) {
      if (least != 0 && terms[i].papers.size() >= least) {
        visit(lists[i]);
      }
    }
  }

  void plan_feeds() {
    const auto feeds_of = [this](RouteIndex list, std::span<const FileFormat> formats) {
      plan_.feeds_of.emplace(list, add_files(RouteKind::feed, list, formats));
    };
    const auto all = [&](RouteIndex list) { feeds_of(list, kFeedFormats); };
    const config::FeedsConfig& config = input_.config.feeds;
    const auto some = [&](RouteIndex list) {
      feeds_of(list, formats_of_terms(kFeedFormats, config.term_formats));
    };
    all(0);
    for_each_list(Taxonomy::category, 1, all);
    for_each_list(Taxonomy::author, config.min_papers, some);
    for_each_list(Taxonomy::institution, config.min_papers, some);
  }

  void plan_citations() {
    const auto citations_of = [this](RouteIndex list, std::span<const FileFormat> formats) {
      plan_.citations_of.emplace(list, add_files(RouteKind::citations, list, formats));
    };
    const auto all = [&](RouteIndex list) { citations_of(list, kCitationFormats); };
    const config::CitationsConfig& config = input_.config.citations;
    plan_.citations_of.emplace(0, add_files(RouteKind::citations, 0, kCitationFormats, "/data/"));
    std::ranges::for_each(plan_.of_day, all);
    std::ranges::for_each(plan_.of_month, all);
    for_each_list(Taxonomy::category, 1, all);
    for_each_list(Taxonomy::author, config.min_papers, [&](RouteIndex list) {
      citations_of(list, formats_of_terms(kCitationFormats, config.term_formats));
    });
  }

  void plan_cards() {
    if (input_.drawable.empty()) {
      return;
    }
    plan_.of_card.resize(plan_.days.size());
    for (std::size_t i = 0; i < plan_.days.size(); ++i) {
      const bool drawable = std::ranges::all_of(
          plan_.days[i].digests,
          [this](catalog::DigestIndex digest) { return input_.drawable[digest.value]; });
      if (drawable) {
        plan_.of_card[i] =
            add_files(RouteKind::card, plan_.of_day[i], std::array{FileFormat::png}).first;
      }
    }
  }

  void plan_records() {
    std::vector<FileFormat> formats = {FileFormat::json_lines, FileFormat::csv,
                                       FileFormat::json_schema};
    if (input_.config.data.sqlite) {
      formats.push_back(FileFormat::sqlite);
    }
    plan_.records = add_files(RouteKind::records, *plan_.of_data, formats);
  }

  /// A sitemap gives whole addresses, so there is none without a base URL.
  void plan_discovery() {
    if (!input_.config.base_url.empty()) {
      plan_sitemap();
    }
    // Crawlers look for these at the root of a site only.
    if (input_.prefix.empty()) {
      add_files(RouteKind::discovery, 0, std::array{FileFormat::robots, FileFormat::llms}, "/");
    }
  }

  void plan_sitemap() {
    const auto pages = static_cast<std::size_t>(std::ranges::count_if(plan_.routes, is_in_sitemap));
    if (pages <= kSitemapAddresses) {
      add_({.kind = RouteKind::discovery, .path = "/sitemap.xml", .format = FileFormat::sitemap});
      return;
    }
    add_({.kind = RouteKind::discovery,
          .path = "/sitemap.xml",
          .format = FileFormat::sitemap_index});
    for (std::uint32_t part = 0; part < page_count(pages, kSitemapAddresses); ++part) {
      add_({.kind = RouteKind::discovery,
            .path = "/sitemap-" + std::to_string(part + 1) + ".xml",
            .subject = part,
            .format = FileFormat::sitemap});
    }
  }

  const PlanInput& input_;
  RoutePlan& plan_;
  const std::function<RouteIndex(Route)>& add_;
};

}  // namespace

bool is_in_sitemap(const Route& route) {
  switch (route.kind) {
    case RouteKind::index:
    case RouteKind::year:
    case RouteKind::month:
    case RouteKind::day:
    case RouteKind::paper:
    case RouteKind::term:
    case RouteKind::terms:
    case RouteKind::titles:
    case RouteKind::page:
    case RouteKind::data:
      return true;
    default:
      return false;
  }
}

void plan_files(const PlanInput& input, RoutePlan& plan,
                const std::function<RouteIndex(Route)>& add) {
  FilePlanner(input, plan, add).plan();
}

}  // namespace site
