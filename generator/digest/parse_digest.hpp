#pragma once

#include "config/site_config.hpp"
#include "diagnostics/diagnostic.hpp"
#include "digest/check_bytes.hpp"
#include "digest/claims.hpp"
#include "digest/digest.hpp"
#include "digest/format.hpp"
#include "text/calendar_date.hpp"
#include "text/source_text.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace digest {

/// What may be said from outside about how to read a digest.
struct DigestOptions {
  std::map<std::string, text::CalendarDate> dates;  ///< by digest name, from the configuration
  std::string format;  ///< the name of the one to use; empty: recognise it
  std::span<const Format> formats = builtin_formats();  ///< tried in this order
  DigestLimits limits;
  config::EncodingConfig encoding;  ///< of files, for digest_text
};

/// A digest, and how it was read.
struct ParsedDigest {
  Digest digest;
  std::vector<Claim> claims;  ///< cover every byte of the file exactly once, in its order
  std::string format_name;    ///< empty if no format fits
  std::string format_reason;  ///< why it was chosen, a phrase
};

/// Reads every paper record in `source`. Total: any bytes give a digest, the worst an empty one.
/// Every line is claimed by a field, the head or a noise rule, or reported as
/// "digest/unclaimed-line". A record without a title is left out and reported. Time and memory are
/// linear in the size of the source.
[[nodiscard]] diagnostics::Reported<ParsedDigest> parse_digest(const text::SourceText& source,
                                                               const DigestOptions& options = {});

/// Reads every digest in `source`, which is UTF-8 (digest_text makes it so): one, or several where
/// the file is a `.jsonl` file of records. The claims of each cover its own lines only.
[[nodiscard]] diagnostics::Reported<std::vector<ParsedDigest>> parse_digest_file(
    const text::SourceText& source, const DigestOptions& options = {});

/// As parse_digest_file, for a text that was taken out of a saved page whose markup says that it
/// was `published` on a day: that counts where neither the file's name nor the text tells the date.
[[nodiscard]] diagnostics::Reported<std::vector<ParsedDigest>> parse_page_text(
    const text::SourceText& source, const std::optional<text::CalendarDate>& published,
    const DigestOptions& options);

/// Whether the format that `source`, the text of a page, would be read with is one of tables.
[[nodiscard]] bool is_table_file(const text::SourceText& source, const DigestOptions& options);

/// The digest's name: the file's name without folder and ending.
[[nodiscard]] std::string digest_name(std::string_view path);

}  // namespace digest
