#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/parse_digest.hpp"
#include "text/source_text.hpp"

#include <string_view>
#include <vector>

namespace digest {

/// Whether a file of that name holds records: .jsonl, .json, .yaml, .yml.
[[nodiscard]] bool is_record_file(std::string_view path);

/// Reads digests from records as `sitegen extract` prints them, in JSON or YAML:
/// `{"kind":"digest", …}` and, behind it or without it, the papers, which name their digest. The
/// members may be called otherwise if one of the formats with Reader::records says how; the first
/// record tells which. Total: what is no record is reported as "digest/bad-record" and left out, an
/// unknown member as "digest/unknown-member". What a record says of its `id` and `source` is kept,
/// so that records may go round as often as they like.
[[nodiscard]] diagnostics::Reported<std::vector<ParsedDigest>> read_records(
    const text::SourceText& source, const DigestOptions& options);

}  // namespace digest
