#pragma once

#include "site/site.hpp"
#include "values/value.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace render {

/// A list that is shown on several pages.
struct Listing {
  const site::Route& route;  ///< the page of the list that is rendered
  std::size_t item_count = 0;
  std::size_t per_page = 1;
  std::function<std::string(std::size_t item)> label;  ///< of the item at a page's end
};

/// The items on `listing.route`: the first, and the one after the last.
struct ItemRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

[[nodiscard]] ItemRange items_on_page(const Listing& listing);

/// `paginator` as templates see it.
[[nodiscard]] values::Value paginator_value(const site::Site& site, const Listing& listing);

}  // namespace render
