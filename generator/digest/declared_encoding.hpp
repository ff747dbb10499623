#pragma once

#include "text/encoding.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace digest {

/// What a file says about its own encoding, read before anybody can decode it.
struct DeclaredEncoding {
  std::string name;                        ///< as written; empty: nothing is said
  std::optional<text::Encoding> encoding;  ///< none: no encoding has that name
};

/// The `encoding:` of the front matter at the beginning of `bytes` (the first 4 KiB are looked at).
/// In UTF-16, too: NULs are passed over.
[[nodiscard]] DeclaredEncoding encoding_of_front_matter(std::string_view bytes);

/// Whether `bytes` begin with the `---` of a front matter in UTF-16, and in which one.
[[nodiscard]] std::optional<text::Encoding> utf16_of_front_matter(std::string_view bytes);

/// What a saved page says: `<meta charset=gb2312>`, `<meta http-equiv=… content="…charset=…">` or
/// `<?xml encoding="…"?>` in its first 4 KiB, outside of comments. UTF-16 is nothing that a page
/// can say in ASCII letters; it counts as nothing said.
[[nodiscard]] DeclaredEncoding encoding_of_page(std::string_view bytes);

}  // namespace digest
