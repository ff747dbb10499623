#include "render/content_date.hpp"
#include "render/crawler_files.hpp"
#include "render/view_fields.hpp"
#include "site/file_routes.hpp"
#include "site/plan_files.hpp"
#include "text/html_escape.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace render {

namespace {

using site::Route;
using site::RouteKind;

constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view kNamespace = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

/// The pages of a sitemap with their dates. The pages of one list stand one behind the other and
/// have one date, so it is looked up once.
class PageDates {
 public:
  explicit PageDates(const site::Site& site) : site_(site), newest_(newest_date(site.catalog())) {}

  text::CalendarDate of(const Route& route) {
    const catalog::Catalog& catalog = site_.catalog();
    switch (route.kind) {
      case RouteKind::year:
        return newest_of_year(catalog.years[route.subject]);
      case RouteKind::month:
        return newest_of(catalog.months[route.subject].digests);
      case RouteKind::day:
        return site_.plan().days[route.subject].date;
      case RouteKind::paper:
        return newest_date(catalog, catalog::PaperIndex{route.subject});
      case RouteKind::term:
        return of_term(route);
      case RouteKind::page:
        return {};
      default:
        return newest_;
    }
  }

 private:
  text::CalendarDate newest_of(const std::vector<catalog::DigestIndex>& digests) const {
    text::CalendarDate newest;
    for (const catalog::DigestIndex digest : digests) {
      newest = std::max(newest, site_.catalog().digests[digest.value].head.date);
    }
    return newest;
  }

  text::CalendarDate newest_of_year(const catalog::Year& year) const {
    text::CalendarDate newest;
    for (const std::size_t month : year.months) {
      newest = std::max(newest, newest_of(site_.catalog().months[month].digests));
    }
    return newest;
  }

  text::CalendarDate of_term(const Route& route) {
    const site::RouteIndex list = site::list_of(site_, route);
    if (list != list_) {
      list_ = list;
      list_date_ = newest_date(site_.catalog(),
                               site_.catalog().terms_of(route.taxonomy)[route.subject].papers);
    }
    return list_date_;
  }

  const site::Site& site_;
  text::CalendarDate newest_;
  site::RouteIndex list_ = 0;  ///< no list: that is the index
  text::CalendarDate list_date_;
};

void append_entry(std::string& out, std::string_view name, const std::string& address,
                  const text::CalendarDate& date) {
  out += "<";
  out += name;
  out += "><loc>";
  text::append_html_escaped(out, address);
  out += "</loc>";
  if (date.year != 0) {
    out += "<lastmod>" + text::to_iso(date) + "</lastmod>";
  }
  out += "</";
  out += name;
  out += ">\n";
}

std::vector<const Route*> listed_pages(const site::Site& site) {
  std::vector<const Route*> pages;
  for (const Route& route : site.routes()) {
    if (site::is_in_sitemap(route)) {
      pages.push_back(&route);
    }
  }
  return pages;
}

/// The pages of one sitemap.
std::span<const Route* const> part_of(const std::vector<const Route*>& pages, std::size_t part) {
  const std::size_t begin = part * site::kSitemapAddresses;
  return std::span(pages).subspan(begin, std::min(site::kSitemapAddresses, pages.size() - begin));
}

}  // namespace

std::string sitemap(const site::Site& site, const Route& route) {
  PageDates dates(site);
  const std::vector<const Route*> pages = listed_pages(site);
  std::string xml(kHead);
  xml += "<urlset";
  xml += kNamespace;
  for (const Route* page : part_of(pages, route.subject)) {
    append_entry(xml, "url", permalink_of(site, *page), dates.of(*page));
  }
  return xml + "</urlset>\n";
}

std::string sitemap_index(const site::Site& site) {
  PageDates dates(site);
  const std::vector<const Route*> pages = listed_pages(site);
  std::string xml(kHead);
  xml += "<sitemapindex";
  xml += kNamespace;
  for (const Route& route : site.routes()) {
    if (route.format == site::FileFormat::sitemap) {
      text::CalendarDate newest;
      for (const Route* page : part_of(pages, route.subject)) {
        newest = std::max(newest, dates.of(*page));
      }
      append_entry(xml, "sitemap", permalink_of(site, route), newest);
    }
  }
  return xml + "</sitemapindex>\n";
}

}  // namespace render
