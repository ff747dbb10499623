#include "render/listing_view.hpp"

#include "render/view_fields.hpp"
#include "site/permalink.hpp"
#include "site/plan_routes.hpp"

#include <algorithm>

namespace render {

namespace {

using values::Value;

/// The route of page `number` of the list: the pages stand one after the other in the plan.
const site::Route& page_route(const Listing& listing, std::uint32_t number) {
  return *(&listing.route +
           (static_cast<std::ptrdiff_t>(number) - static_cast<std::ptrdiff_t>(listing.route.page)));
}

ItemRange items_of(const Listing& listing, std::uint32_t number) {
  const std::size_t begin = (number - 1) * listing.per_page;
  return {begin, std::min(begin + listing.per_page, listing.item_count)};
}

Value neighbour(const Listing& listing, std::uint32_t number, std::uint32_t count) {
  return number < 1 || number > count ? Value::none()
                                      : Value::view(page_route(listing, number).href);
}

}  // namespace

ItemRange items_on_page(const Listing& listing) {
  return items_of(listing, listing.route.page);
}

Value paginator_value(const site::Site& /*site*/, const Listing& listing) {
  const std::uint32_t count = site::page_count(listing.item_count, listing.per_page);
  const std::uint32_t number = listing.route.page;
  values::List pages;
  for (std::uint32_t page = 1; page <= count; ++page) {
    const ItemRange items = items_of(listing, page);
    const bool empty = items.begin == items.end;
    values::Map entry;
    entry.set("number", Value::integer(page));
    entry.set("path", Value::view(page_route(listing, page).href));
    entry.set("first", empty ? Value::none() : Value::text(listing.label(items.begin)));
    entry.set("last", empty ? Value::none() : Value::text(listing.label(items.end - 1)));
    entry.set("current", Value::boolean(page == number));
    pages.push_back(Value::map(std::move(entry)));
  }
  values::Map paginator;
  paginator.set("number", Value::integer(number));
  paginator.set("count", Value::integer(count));
  paginator.set("item_count", count_value(listing.item_count));
  paginator.set("previous", neighbour(listing, number - 1, count));
  paginator.set("next", neighbour(listing, number + 1, count));
  paginator.set("pages", Value::list(std::move(pages)));
  return Value::map(std::move(paginator));
}

}  // namespace render
