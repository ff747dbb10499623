#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/claims.hpp"
#include "digest/digest.hpp"
#include "digest/format.hpp"
#include "digest/parse_digest.hpp"
#include "text/calendar_date.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace digest {

/// What is known of a file before its tables are read.
struct TableInput {
  const text::SourceText& source;
  const Format& format;  ///< has a TableFormat
  const DigestOptions& options;
  std::size_t first_line = 1;                   ///< behind the front matter
  std::optional<text::CalendarDate> date;       ///< of the front matter
  std::optional<text::CalendarDate> published;  ///< of the page that the text is from
  bool clean = true;                            ///< neither malformed bytes nor controls
};

/// The digests of a file of tables.
struct TableDigests {
  std::vector<Digest> digests;           ///< at least one
  std::vector<std::size_t> line_owners;  ///< by line - 1: the place of the digest it belongs to
  std::vector<int> explained_lines;      ///< whose unclaimed bytes are reported already
};

/// Reads the papers of all tables in `input.source` and claims what they are made of. Total.
[[nodiscard]] diagnostics::Reported<TableDigests> read_table(const TableInput& input,
                                                             ClaimBook& claims);

}  // namespace digest
