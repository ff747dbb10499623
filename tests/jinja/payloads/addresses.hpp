#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace payloads {

/// What the engine writes in place of an address that it refuses.
inline constexpr std::string_view kRefusedAddress = "about:invalid";

/// The scheme that the laxest browser might see: blanks and controls do not count, neither do
/// capitals. Empty for a relative address.
[[nodiscard]] std::string scheme_of(std::string_view address);

/// Whether it is relative, http, https, mailto, or was refused.
[[nodiscard]] bool is_harmless_address(std::string_view address);

[[nodiscard]] std::string percent_decoded(std::string_view address);

/// The addresses in the value of attribute `name` of `element`, or none if it holds no addresses.
[[nodiscard]] std::vector<std::string_view> addresses_in(std::string_view element,
                                                         std::string_view name,
                                                         std::string_view value);

/// The address in the `content` of a refresh, `0; url=https://example.org/`, as browsers read it
/// (HTML standard, "shared declarative refresh steps"); empty if there is none.
[[nodiscard]] std::string_view refresh_address(std::string_view content);

}  // namespace payloads
