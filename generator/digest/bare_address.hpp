#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace digest {

/// An address that stands in a text without markup: bytes `begin` to `end`.
struct BareAddress {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string url;  ///< with its scheme
};

/// Whether `text` begins with http:// or https://.
[[nodiscard]] bool begins_with_scheme(std::string_view text);

/// Where the address ends that begins at `offset`: at a blank, a mark that no address has, a
/// parenthesis that is not closed or not opened in it, or Chinese. Marks that close a sentence are
/// no part of it.
[[nodiscard]] std::size_t address_end(std::string_view text, std::size_t offset);

/// The first address at or after `from` that begins with http or https, or with a host that digests
/// often link to (`github.com/a/b`), which is https. Takes time in proportion to the text.
[[nodiscard]] std::optional<BareAddress> find_bare_address(std::string_view text, std::size_t from);

}  // namespace digest
