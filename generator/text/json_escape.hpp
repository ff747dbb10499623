#pragma once

#include <string>
#include <string_view>

namespace text {

/// Appends `utf8` as a JSON string with its quotes. Other scripts stay as they are; controls are
/// escaped, and so are U+2028 and U+2029, which JavaScript once forbade. Malformed bytes become
/// U+FFFD, so the result is always valid JSON (RFC 8259).
void append_json_string(std::string& out, std::string_view utf8);

}  // namespace text
