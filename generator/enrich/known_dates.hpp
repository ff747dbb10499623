#pragma once

#include <string>
#include <string_view>

namespace enrich {

/// The day of a date as mails write it (RFC 5322, `Mon, 2 Apr 2007 19:18:42 GMT`): `2007-04-02`.
/// Empty if it is none.
[[nodiscard]] std::string mail_date(std::string_view date);

/// `date` if it is a day, month or year of the calendar as ISO 8601 writes it; else empty.
[[nodiscard]] std::string iso_date(std::string_view date);

/// Year, month and day as reference lists give them: `2023`, and `2` or `feb`, and `8`. What comes
/// behind an unknown part is left out: `2023`. Empty without a year of four digits.
[[nodiscard]] std::string date_of_parts(std::string_view year, std::string_view month,
                                        std::string_view day);

}  // namespace enrich
