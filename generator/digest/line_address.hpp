#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace digest {

/// The size of an address at the beginning of `text`: up to the next blank where it begins with
/// http, else only if `text` is one Latin word, with a scheme or a host in front. 0 if none is
/// there.
[[nodiscard]] std::size_t address_size(std::string_view text);

/// Where the last http address ends that is glued to the text before it: at the next blank or the
/// first byte outside ASCII. Nothing if `text` has none.
[[nodiscard]] std::optional<std::size_t> glued_address_end(std::string_view text);

}  // namespace digest
