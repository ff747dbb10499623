#pragma once

#include "text/encoding.hpp"

#include <optional>
#include <string_view>

namespace text {

/// An encoding, and how sure it is.
struct EncodingGuess {
  Encoding encoding = Encoding::utf8;
  int confidence = 0;  ///< percent: 1 to 99
};

/// Whether `bytes` are UTF-16, by its pattern: blanks, digits and Latin letters have a NUL on one
/// side, always on the same one. Nothing if they are not: a byte order mark is not looked at.
[[nodiscard]] std::optional<EncodingGuess> guess_utf16(std::string_view bytes);

/// The encoding of a text that is neither UTF-16 nor well-formed UTF-8: GB18030, Big5, or UTF-8
/// with damages. Decided by the share of characters beyond ASCII that texts use, among all that
/// the bytes would be: the ideographs that the Chinese standards put first (GB 2312 level 1, Big5
/// level 1) and the marks of Chinese typography. Nothing if no encoding gives a likely text.
[[nodiscard]] std::optional<EncodingGuess> guess_encoding(std::string_view bytes);

}  // namespace text
