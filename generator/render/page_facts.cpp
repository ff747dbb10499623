#include "render/page_facts.hpp"

#include "render/content_date.hpp"
#include "render/page_titles.hpp"
#include "render/term_statistics.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace render {

namespace {

using catalog::Taxonomy;
using catalog::Term;
using site::Route;
using site::RouteKind;

constexpr std::string_view kBetween = " · ";

/// `text`, or as much of its beginning as a description shows.
std::string beginning_of(std::string_view text) {
  const std::size_t size = text::grapheme_prefix_size(text, kDescriptionSize);
  if (size == text.size()) {
    return std::string(text);
  }
  // Words are not cut; Chinese has no blanks, and nothing to cut.
  const std::size_t blank = text.substr(0, size).rfind(' ');
  const bool is_words = blank != std::string_view::npos && blank > size / 2;
  return std::string(text.substr(0, is_words ? blank : size)) + "…";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    text += (text.empty() ? "" : kBetween);
    text += part;
  }
  return text;
}

std::string papers_of(const site::Site& site, std::size_t count) {
  return counted_text(site, "papers_count", count);
}

/// The title in the language of the site, if there is one.
const std::string& title_of(const site::Site& site, const digest::Paper& paper) {
  const bool is_chinese = site.config().language == "zh" && !paper.title_zh.empty();
  return is_chinese ? paper.title_zh : paper.title;
}

std::string describe_index(const site::Site& site) {
  const catalog::Catalog& catalog = site.catalog();
  return joined({papers_of(site, catalog.papers.size()),
                 counted_text(site, "digests_count", catalog.digests.size())});
}

/// Its own summary, else what it lists.
std::string describe_day(const site::Site& site, const site::Day& day) {
  std::vector<std::string> titles;
  std::size_t count = 0;
  for (const catalog::DigestIndex index : day.digests) {
    const catalog::CatalogDigest& digest = site.catalog().digests[index.value];
    if (!digest.head.summary.empty()) {
      return digest.head.summary;
    }
    for (const catalog::Appearance& appearance : digest.appearances) {
      // More than three are cut away all the same.
      if (titles.size() < 3) {
        titles.push_back(title_of(site, site.catalog().papers[appearance.paper.value].record));
      }
      ++count;
    }
  }
  titles.insert(titles.begin(), papers_of(site, count));
  return beginning_of(joined(titles));
}

/// What the digest says in one sentence, else the beginning of what it says at length.
std::string describe_paper(const site::Site& site, const digest::Paper& paper) {
  if (!paper.tldr.empty()) {
    return paper.tldr;
  }
  const bool is_chinese = site.config().language == "zh";
  const std::string& own = is_chinese ? paper.abstract_zh : paper.abstract;
  const std::string& other = is_chinese ? paper.abstract : paper.abstract_zh;
  const std::string& abstract = own.empty() ? other : own;
  if (!abstract.empty()) {
    return beginning_of(abstract);
  }
  std::vector<std::string> parts = {paper.title_zh.empty() ? paper.title : paper.title_zh};
  // More than three are cut away all the same.
  const auto authors = std::min<std::ptrdiff_t>(3, std::ssize(paper.authors));
  parts.insert(parts.end(), paper.authors.begin(), paper.authors.begin() + authors);
  return beginning_of(joined(parts));
}

std::string describe_term(const site::Site& site, const Term& term) {
  std::vector<std::string> parts = {term.name, papers_of(site, term.papers.size())};
  const DateRange dates = dates_of(site.catalog(), term.papers);
  if (dates.first.year != 0) {
    const std::string first = shown_date(site, dates.first, "date_month");
    const std::string last = shown_date(site, dates.last, "date_month");
    parts.push_back(first == last ? first : first + " – " + last);
  }
  return joined(parts);
}

PageFacts facts_of_term(const site::Site& site, const Route& route) {
  const Term& term = site.catalog().terms_of(route.taxonomy)[route.subject];
  return {term.name, describe_term(site, term), newest_date(site.catalog(), term.papers)};
}

PageFacts facts_of_overview(const site::Site& site, const Route& route) {
  const std::string_view name = overview_name(route.taxonomy);
  return {interface_text(site, name),
          counted_text(site, std::string(name) + "_count",
                       site.catalog().terms_of(route.taxonomy).size()),
          newest_date(site.catalog())};
}

/// A page about all papers: `title` is the key of its name.
PageFacts facts_of_all(const site::Site& site, std::string_view title) {
  std::string name = interface_text(site, title);
  std::string description = joined({name, papers_of(site, site.catalog().papers.size())});
  return {std::move(name), std::move(description), newest_date(site.catalog())};
}

/// A year or a month.
PageFacts facts_of_time(const site::Site& site, std::string title, std::size_t papers) {
  std::string description = joined({title, papers_of(site, papers)});
  return {std::move(title), std::move(description), {}};
}

}  // namespace

const catalog::FormerTerm& former_term_of(const site::Site& site, const Route& route) {
  return site.catalog().former_terms[static_cast<std::size_t>(route.taxonomy)][route.subject];
}

PageFacts page_facts(const site::Site& site, const Route& route) {
  const catalog::Catalog& catalog = site.catalog();
  switch (route.kind) {
    case RouteKind::index: {
      const config::SiteConfig& config = site.config();
      return {config.title, config.description.empty() ? describe_index(site) : config.description,
              newest_date(catalog)};
    }
    case RouteKind::year: {
      const catalog::Year& year = catalog.years[route.subject];
      return facts_of_time(site, year_title(site, year.year), year.paper_count);
    }
    case RouteKind::month: {
      const catalog::Month& month = catalog.months[route.subject];
      return facts_of_time(site, month_title(site, month.year, month.month), month.paper_count);
    }
    case RouteKind::day: {
      const site::Day& day = site.plan().days[route.subject];
      return {day_title(site, day), describe_day(site, day), day.date};
    }
    case RouteKind::paper: {
      const digest::Paper& record = catalog.papers[route.subject].record;
      return {record.title, describe_paper(site, record),
              newest_date(catalog, catalog::PaperIndex{route.subject})};
    }
    case RouteKind::term:
      return facts_of_term(site, route);
    case RouteKind::terms:
      return facts_of_overview(site, route);
    case RouteKind::page: {
      const site::WrittenPage& page = site.pages()[route.subject];
      return {page.title, page.description, {}};
    }
    case RouteKind::redirect:
      return {former_term_of(site, route).name, {}, {}};
    case RouteKind::search:
    case RouteKind::opensearch:
      return {interface_text(site, "search"), facts_of_all(site, "search").description, {}};
    case RouteKind::titles:
      return facts_of_all(site, "titles");
    case RouteKind::data:
      return facts_of_all(site, "data");
    default:
      break;
  }
  return {interface_text(site, "not_found"), {}, {}};
}

}  // namespace render
