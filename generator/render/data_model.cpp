#include "render/data_model.hpp"

#include "render/view_fields.hpp"
#include "render/views.hpp"

#include <utility>

namespace render {

namespace {

using jinja::DataModel;
using jinja::Variable;

DataModel::Page page_with(std::vector<std::string> templates, std::vector<Variable> variables) {
  variables.push_back({"page", one(kPageType)});
  return {std::move(templates), std::move(variables)};
}

}  // namespace

DataModel data_model(const std::vector<site::WrittenPage>& pages) {
  std::vector<std::string> layouts = {"page.html"};
  for (const site::WrittenPage& page : pages) {
    layouts.push_back(page.layout);
  }
  return {.globals = {{"site", one(kSiteType)}},
          .pages = {
              page_with({"index.html"}, {}),
              page_with({"404.html"}, {}),
              page_with({"search.html"}, {}),
              page_with({"opensearch.xml"}, {}),
              page_with({"data.html"}, {}),
              {{"feed.xml", "rss.xml"}, {{"feed", one(kFeedType)}}},
              page_with({"year.html"}, {{"year", one(kYearType)}}),
              page_with({"month.html"}, {{"month", one(kMonthType)}}),
              page_with({"day.html", "card.svg"}, {{"digests", list_of(kDigestType)},
                                                   {"date", kTextOrNone},
                                                   {"month", maybe(kMonthType)},
                                                   {"previous", maybe(kDigestType)},
                                                   {"next", maybe(kDigestType)}}),
              page_with({"paper.html"}, {{"paper", one(kPaperType)}}),
              page_with({"term.html", "category.html", "author.html", "institution.html"},
                        {{"term", one(kTermType)},
                         {"papers", list_of(kPaperType)},
                         {"paginator", one(kPaginatorType)}}),
              page_with({"terms.html", "categories.html", "authors.html", "institutions.html"},
                        {{"taxonomy", kText},
                         {"terms", list_of(kTermType)},
                         {"paginator", one(kPaginatorType)}}),
              page_with({"titles.html"},
                        {{"papers", list_of(kPaperType)}, {"paginator", one(kPaginatorType)}}),
              page_with({"redirect.html"}, {{"targets", list_of(kTermType)}}),
              page_with(std::move(layouts), {{"extra", {}}}),
          }};
}

}  // namespace render
