#pragma once

#include "catalog/catalog.hpp"
#include "site/site.hpp"
#include "text/calendar_date.hpp"

#include <cstddef>
#include <string>
#include <string_view>

// What pages are called, in the language of the site.
namespace render {

/// `category`, `author`, `institution`: the kind of a term's page, and the key of what it is
/// called.
[[nodiscard]] std::string_view term_name(catalog::Taxonomy taxonomy);

/// `categories`, `authors`, `institutions`: likewise of the overview of all terms.
[[nodiscard]] std::string_view overview_name(catalog::Taxonomy taxonomy);

/// The interface string `key`; the key itself if the theme lacks it.
[[nodiscard]] std::string interface_text(const site::Site& site, std::string_view key);

/// The interface string `key`, or `key_one` for one, with `count` in the place of `{count}`.
[[nodiscard]] std::string counted_text(const site::Site& site, std::string_view key,
                                       std::size_t count);

/// `date` by the interface's pattern `pattern_key`: `date_month_day`.
[[nodiscard]] std::string shown_date(const site::Site& site, const text::CalendarDate& date,
                                     std::string_view pattern_key);

[[nodiscard]] std::string year_title(const site::Site& site, int year);
[[nodiscard]] std::string month_title(const site::Site& site, int year, int month);

/// The date in full; what has no day goes by its digest's name, behind the month if that is known.
[[nodiscard]] std::string day_title(const site::Site& site, const site::Day& day);

}  // namespace render
