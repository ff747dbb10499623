#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/claims.hpp"
#include "digest/digest.hpp"
#include "digest/record_scanner.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace digest {

/// At most this many unclaimed lines are reported one by one; one more diagnostic counts the rest.
inline constexpr std::size_t kMaxUnclaimedReports = 50;

/// What is odd about a digest as a whole: entries of the list of contents without a record and
/// records without an entry, ranks that skip or repeat, categories that the legend does not name,
/// two papers with one identity.
[[nodiscard]] std::vector<diagnostics::Diagnostic> check_digest(const text::SourceText& source,
                                                                const Digest& digest,
                                                                std::span<const Fragment> contents);

/// Reports lines outside all records that are those of a record: they begin with what looks like
/// its header, or with a label that the record before has already, or are several of which the last
/// one is an address. Their numbers go to the end of `explained`.
[[nodiscard]] std::vector<diagnostics::Diagnostic> report_lost_headers(
    const text::SourceText& source, const DigestFrame& frame, const Format& format,
    std::vector<int>& explained);

/// The lines that nothing claims, but for those in `explained` (1-based, ascending), about which
/// something is said already.
[[nodiscard]] std::vector<diagnostics::Diagnostic> report_unclaimed(const text::SourceText& source,
                                                                    std::span<const Claim> claims,
                                                                    std::span<const int> explained);

}  // namespace digest
