#include "render/term_statistics.hpp"
#include "render/view_fields.hpp"
#include "render/views.hpp"
#include "site/permalink.hpp"

#include <algorithm>
#include <array>

namespace render {

namespace {

using catalog::DigestIndex;
using catalog::Month;
using catalog::PaperIndex;
using catalog::Year;
using values::RecordField;
using values::Value;

const site::Route* route_of_month(const void* month, const void* context) {
  return site_of(context).route_of_month(as<Month>(month).year, as<Month>(month).month);
}

const site::Route* route_of_year(const void* year, const void* context) {
  return site_of(context).route_of_year(as<Year>(year).year);
}

Value digest_item(const DigestIndex& digest, const site::Site& site) {
  return digest_value(site, digest);
}

Value month_item(const std::size_t& month, const site::Site& site) {
  return month_value(site, site.catalog().months[month]);
}

/// The papers of a month's digests, each once.
void add_papers(const site::Site& site, const Month& month, std::vector<PaperIndex>& papers) {
  for (const DigestIndex digest : month.digests) {
    for (const catalog::Appearance& appearance : site.catalog().digests[digest.value].appearances) {
      papers.push_back(appearance.paper);
    }
  }
}

Value categories_value(const site::Site& site, std::vector<PaperIndex> papers) {
  std::ranges::sort(papers);
  papers.erase(std::unique(papers.begin(), papers.end()), papers.end());
  values::List items;
  for (const TermCount& met :
       count_terms(site.catalog(), papers, catalog::Taxonomy::category, kMetTerms)) {
    items.push_back(pair_value("term", term_value(site, catalog::Taxonomy::category, met.term),
                               "count", count_value(met.count)));
  }
  return Value::list(std::move(items));
}

Value categories_of_month(const void* month, const void* context) {
  std::vector<PaperIndex> papers;
  add_papers(site_of(context), as<Month>(month), papers);
  return categories_value(site_of(context), std::move(papers));
}

Value categories_of_year(const void* year, const void* context) {
  std::vector<PaperIndex> papers;
  for (const std::size_t month : as<Year>(year).months) {
    add_papers(site_of(context), site_of(context).catalog().months[month], papers);
  }
  return categories_value(site_of(context), std::move(papers));
}

/// The day `number` of a month as a calendar shows it; 0 is a place outside the month.
Value calendar_day(const site::Site& site, const Month& month, int number) {
  values::Map day;
  if (number == 0) {
    day.set("day", Value::none());
    day.set("date", Value::none());
    day.set("path", Value::none());
    day.set("count", Value::integer(0));
    return Value::map(std::move(day));
  }
  const text::CalendarDate date{month.year, month.month, number};
  const site::Route* route = site.find(site::date_path(date));
  std::size_t papers = 0;
  if (route != nullptr) {
    for (const DigestIndex digest : site.plan().days[route->subject].digests) {
      papers += site.catalog().digests[digest.value].appearances.size();
    }
  }
  day.set("day", Value::integer(number));
  day.set("date", Value::text(text::to_iso(date)));
  day.set("path", path_value(route));
  day.set("count", count_value(papers));
  return Value::map(std::move(day));
}

Value calendar_of(const void* record, const void* context) {
  const Month& month = as<Month>(record);
  const int days = text::days_in_month(month.year, month.month);
  int number = 1 - text::weekday_of({month.year, month.month, 1});
  values::List weeks;
  while (number <= days) {
    values::List week;
    for (int weekday = 0; weekday < 7; ++weekday, ++number) {
      const bool inside = number >= 1 && number <= days;
      week.push_back(calendar_day(site_of(context), month, inside ? number : 0));
    }
    weeks.push_back(Value::list(std::move(week)));
  }
  return Value::list(std::move(weeks));
}

/// The neighbour of `item` in `table`, `step` places on.
template <typename Item, Value (*ValueOf)(const site::Site&, const Item&)>
Value neighbour(const std::vector<Item>& table, const void* item, const void* context, int step) {
  const auto place = static_cast<std::int64_t>(index_in(table, as<Item>(item))) + step;
  if (place < 0 || place >= std::ssize(table)) {
    return Value::none();
  }
  return ValueOf(site_of(context), table[static_cast<std::size_t>(place)]);
}

Value next_month(const void* month, const void* context, int step) {
  return neighbour<Month, month_value>(site_of(context).catalog().months, month, context, step);
}

Value next_year(const void* year, const void* context, int step) {
  return neighbour<Year, year_value>(site_of(context).catalog().years, year, context, step);
}

constexpr auto kMonthFields = std::to_array<RecordField>({
    {"year", [](const void* m, const void*) { return Value::integer(as<Month>(m).year); },
     kInteger},
    {"month", [](const void* m, const void*) { return Value::integer(as<Month>(m).month); },
     kInteger},
    {"date",
     [](const void* m, const void*) {
       return date_value({as<Month>(m).year, as<Month>(m).month, 0});
     },
     kText},
    {"path", [](const void* m, const void* c) { return path_value(route_of_month(m, c)); }, kText},
    {"permalink",
     [](const void* m, const void* c) { return permalink_value(site_of(c), route_of_month(m, c)); },
     kText},
    {"count", [](const void* m, const void*) { return count_value(as<Month>(m).paper_count); },
     kInteger},
    {"calendar", calendar_of, kLists},
    {"digests",
     [](const void* m, const void* c) {
       return Value::sequence(kVectorType<DigestIndex, digest_item>, &as<Month>(m).digests, c);
     },
     list_of(kDigestType)},
    {"categories", categories_of_month, list_of(kCountedTermType)},
    {"previous", [](const void* m, const void* c) { return next_month(m, c, -1); },
     maybe(kMonthType)},
    {"next", [](const void* m, const void* c) { return next_month(m, c, 1); }, maybe(kMonthType)},
});

constexpr auto kYearFields = std::to_array<RecordField>({
    {"year", [](const void* y, const void*) { return Value::integer(as<Year>(y).year); }, kInteger},
    {"date",
     [](const void* y, const void*) { return Value::text(std::to_string(as<Year>(y).year)); },
     kText},
    {"path", [](const void* y, const void* c) { return path_value(route_of_year(y, c)); }, kText},
    {"permalink",
     [](const void* y, const void* c) { return permalink_value(site_of(c), route_of_year(y, c)); },
     kText},
    {"count", [](const void* y, const void*) { return count_value(as<Year>(y).paper_count); },
     kInteger},
    {"months",
     [](const void* y, const void* c) {
       return Value::sequence(kVectorType<std::size_t, month_item>, &as<Year>(y).months, c);
     },
     list_of(kMonthType)},
    {"categories", categories_of_year, list_of(kCountedTermType)},
    {"previous", [](const void* y, const void* c) { return next_year(y, c, -1); },
     maybe(kYearType)},
    {"next", [](const void* y, const void* c) { return next_year(y, c, 1); }, maybe(kYearType)},
});

}  // namespace

const values::RecordType kMonthType = {.name = "month", .fields = kMonthFields};
const values::RecordType kYearType = {.name = "year", .fields = kYearFields};

Value month_value(const site::Site& site, const Month& month) {
  return Value::record(kMonthType, &month, &site);
}

Value year_value(const site::Site& site, const Year& year) {
  return Value::record(kYearType, &year, &site);
}

}  // namespace render
