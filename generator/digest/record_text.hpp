#pragma once

#include <string>
#include <string_view>

namespace digest {

/// `text` as records hold it: malformed bytes replaced by U+FFFD, control characters dropped.
/// Nothing is looked for if it is `clean`.
[[nodiscard]] std::string record_text(std::string_view text, bool clean);

}  // namespace digest
