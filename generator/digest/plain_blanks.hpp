#pragma once

#include <string>
#include <string_view>

namespace digest {

/// Whether one character is there for nobody to see: U+200B, U+2060 or U+FEFF. Pages and programs
/// put them into words, also into labels.
[[nodiscard]] bool is_zero_width(std::string_view character);

/// Whether `text`, in UTF-8, has blanks or line ends that formats do not know.
[[nodiscard]] bool has_odd_blanks(std::string_view text);

/// `text` with blanks that formats know: a tab becomes a blank, U+2028 and U+2029 end a line as LF
/// does, and characters of no width go. The byte order mark at the beginning stays.
[[nodiscard]] std::string with_plain_blanks(std::string_view text);

}  // namespace digest
