#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace text {

/// The encodings that are read. GB18030 holds GBK and GB 2312, Big5 the signs of Hong Kong.
enum class Encoding { utf8, utf16le, utf16be, gb18030, big5, windows1252 };

/// The encoding of that name as people, pages and editors write it: `gbk`, `GB2312`, `cp950`,
/// `utf-16le`. As on the web, `gb2312` and `gbk` mean GB18030, which holds them, `latin1` means
/// windows-1252, and `utf-16` is little-endian.
[[nodiscard]] std::optional<Encoding> encoding_named(std::string_view name);

/// The one name of `encoding` that settings and messages use, in lower case: `gb18030`.
[[nodiscard]] std::string_view name_of(Encoding encoding);

/// Those of all encodings, for suggestions.
[[nodiscard]] std::span<const std::string_view> encoding_names();

/// The byte order mark at the beginning of a file.
struct ByteOrderMark {
  std::optional<Encoding> encoding;  ///< none: there is no mark
  std::size_t size = 0;
};

[[nodiscard]] ByteOrderMark byte_order_mark(std::string_view bytes);

/// A text in UTF-8, and what did not decode.
struct DecodedText {
  std::string utf8;
  std::size_t malformed = 0;        ///< sequences that are U+FFFD now
  std::size_t first_malformed = 0;  ///< offset of the first one in `utf8`
};

/// `bytes` in UTF-8. Total: what does not decode becomes U+FFFD, once for each sequence; a line
/// break behind a broken character stays. Time and memory are linear. A byte order mark is a
/// character like others. UTF-8 is copied as it is, malformed bytes and all.
[[nodiscard]] DecodedText decode(std::string_view bytes, Encoding encoding);

/// `utf8` in another encoding, for tests and messages; nothing if it lacks one of the characters.
[[nodiscard]] std::optional<std::string> encode(std::string_view utf8, Encoding encoding);

}  // namespace text
