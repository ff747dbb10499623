#pragma once

#include <string>
#include <string_view>

namespace jinja {

/// What stands in an address's place if it is none that pages may link to.
inline constexpr std::string_view kRefusedUrl = "about:invalid";

/// Whether a browser takes `url` for a relative address, or for one of http, https or mailto.
/// Control characters and blanks, which browsers skip, do not hide another scheme.
[[nodiscard]] bool is_harmless_url(std::string_view url);

/// Whether `url` is harmless and stays what it is in a quoted attribute: quick to tell, and true of
/// nearly all addresses that begin with `/` or `https://`; of others it says no.
[[nodiscard]] bool is_plain_address(std::string_view url);

/// Whether normalised_url would change nothing.
[[nodiscard]] bool is_normal_url(std::string_view url);

/// `url` with blanks, controls and the characters that may not stand in an address
/// percent-encoded; what is encoded already stays as it is.
[[nodiscard]] std::string normalised_url(std::string_view url);

/// `text` with its character references resolved: numbers, and the names that may hide a scheme.
[[nodiscard]] std::string without_references(std::string_view text);

}  // namespace jinja
