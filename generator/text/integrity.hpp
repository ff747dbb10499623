#pragma once

#include <string>
#include <string_view>

namespace text {

/// What a browser compares `bytes` with before it uses them: `sha384-…`, the hash in Base64
/// (W3C Subresource Integrity, section 3.1).
[[nodiscard]] std::string subresource_integrity(std::string_view bytes);

}  // namespace text
