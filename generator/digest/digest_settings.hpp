#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/claims.hpp"
#include "text/calendar_date.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace digest {

/// What the front matter of a digest says.
struct DigestSettings {
  std::optional<text::CalendarDate> date;
  std::string format;          ///< empty: not said
  std::size_t first_line = 1;  ///< of the digest itself
};

/// Reads the front matter, if there is one, and claims its lines as "head:front-matter". Reports
/// what it does not know and a date that is none; a broken front matter says nothing.
[[nodiscard]] diagnostics::Reported<DigestSettings> read_digest_settings(
    const text::SourceText& source, ClaimBook& claims);

/// The line of the front matter that begins with `word`; 1 if none does.
[[nodiscard]] int line_of_setting(const text::SourceText& source, std::string_view word);

}  // namespace digest
