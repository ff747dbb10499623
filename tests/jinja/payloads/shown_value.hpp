#pragma once

#include <string>
#include <string_view>

namespace payloads {

/// What the page shows that others are compared with. No template has this word in its own text.
inline constexpr std::string_view kMarker = "qzmarker";

[[nodiscard]] bool has_marker(std::string_view text);

/// `text` of the page that shows the marker, as it has to be where `value` is shown instead.
[[nodiscard]] std::string with_value(std::string_view text, std::string_view value);

/// The part of `text` before the marker, that behind it; all of it if there is none.
[[nodiscard]] std::string_view before_marker(std::string_view text);
[[nodiscard]] std::string_view behind_marker(std::string_view text);

/// Well-formed characters of `bytes` but for DEL, the C1 controls and noncharacters: Gumbo reads
/// those as U+FFFD, as it does malformed bytes.
[[nodiscard]] std::string well_formed(std::string_view bytes);

/// The same without NUL and the other C0 controls that are no blanks, each line break as a line
/// feed: what is left of text when an HTML parser has read it.
[[nodiscard]] std::string comparable(std::string_view bytes);

/// `bytes` without the characters that XML 1.0 has not, which the engine leaves out of XML.
[[nodiscard]] std::string xml_part(std::string_view bytes);

}  // namespace payloads
