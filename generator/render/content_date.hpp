#pragma once

#include "site/site.hpp"
#include "text/calendar_date.hpp"

#include <span>
#include <string>

// When something last changed, by the dates of digests alone: never by a clock or a file's time.
namespace render {

/// The date of the newest digest that lists the paper; without a year if none has a date.
[[nodiscard]] text::CalendarDate newest_date(const catalog::Catalog& catalog,
                                             catalog::PaperIndex paper);
[[nodiscard]] text::CalendarDate newest_date(const catalog::Catalog& catalog,
                                             std::span<const catalog::PaperIndex> papers);

/// The date of the newest digest of all.
[[nodiscard]] text::CalendarDate newest_date(const catalog::Catalog& catalog);

/// `2023-02-08T00:00:00Z`. A month stands for its first day, since feeds know no months; no date is
/// an empty text.
[[nodiscard]] std::string to_rfc3339(const text::CalendarDate& date);

/// `Wed, 08 Feb 2023 00:00:00 +0000` (RFC 822, as RSS 2.0 has it), with the same rules.
[[nodiscard]] std::string to_rfc822(const text::CalendarDate& date);

}  // namespace render
