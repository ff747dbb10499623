#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/parse_digest.hpp"
#include "text/source_text.hpp"

#include <memory>
#include <vector>

namespace digest {

/// A file as UTF-8, and what it holds. Lines, columns and claims are those of the text.
struct DigestFile {
  std::shared_ptr<const text::SourceText> text;
  std::vector<ParsedDigest> digests;
};

/// The text of a digest in UTF-8: `bytes` itself where they are UTF-8 already. The encoding is said
/// by the first of these that says one:
///
/// 1. a byte order mark,
/// 2. `encoding:` in the front matter ("digest/no-such-encoding" if no encoding is called so),
/// 3. `options.encoding` for this digest,
/// 4. a saved page's <meta charset>, unless its bytes are UTF-8 all the same, since programs that
///    save pages change the one and forget the other,
/// 5. the bytes: UTF-16 or UTF-8,
/// 6. `options.encoding` for all others,
/// 7. a guess.
///
/// What is guessed is reported with its confidence ("digest/encoding"), what does not decode with
/// its place and count ("digest/malformed-bytes"), and so are NULs, which are dropped
/// ("digest/control-character"). Texts, but not records and pages, have plain blanks then
/// (with_plain_blanks). Bytes that no encoding fits stay as they are: parse_digest_file
/// says what is wrong with them.
[[nodiscard]] diagnostics::Reported<std::shared_ptr<const text::SourceText>> digest_text(
    std::shared_ptr<const text::SourceText> bytes, const DigestOptions& options);

/// Decodes a file and reads every digest in it.
[[nodiscard]] diagnostics::Reported<DigestFile> read_digest_file(
    std::shared_ptr<const text::SourceText> bytes, const DigestOptions& options = {});

}  // namespace digest
