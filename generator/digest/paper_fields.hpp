#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/claims.hpp"
#include "digest/digest.hpp"
#include "digest/format.hpp"
#include "digest/record_scanner.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace digest {

/// What the records of one digest are read with. All of it outlives the reading.
struct RecordContext {
  const text::SourceText& source;
  const Format& format;
  std::span<const Fragment> contents;  ///< their titles tell where a glued title ends
  bool clean = true;                   ///< the source has neither malformed bytes nor controls
  std::size_t max_names = 0;           ///< a record keeps at most this many authors
};

/// Reads one record and claims its bytes for `number`, the paper's place in the digest. What fits
/// no part of the format stays unclaimed. The paper's title is empty if the header has none.
[[nodiscard]] diagnostics::Reported<Paper> read_record(const RecordBlock& block, int number,
                                                       const RecordContext& context,
                                                       ClaimBook& claims);

/// `text` as records hold it: malformed bytes replaced by U+FFFD, control characters dropped.
[[nodiscard]] std::string record_text(std::string_view text, bool clean);

}  // namespace digest
