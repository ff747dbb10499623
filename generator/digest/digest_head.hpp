#pragma once

#include "digest/claims.hpp"
#include "digest/digest.hpp"
#include "digest/format.hpp"
#include "digest/record_scanner.hpp"
#include "text/calendar_date.hpp"

#include <optional>

namespace digest {

/// Takes what stands outside the records of a digest: its source note, summary, dates and
/// categories go to `digest`; all of the head, the list of contents, headings, closers and noise is
/// claimed. Returns the date that a line of the head says; a line that no rule of the format knows
/// counts if it is little else than a date.
[[nodiscard]] std::optional<text::CalendarDate> read_digest_head(const DigestFrame& frame,
                                                                 const Format& format, bool clean,
                                                                 Digest& digest, ClaimBook& claims);

}  // namespace digest
