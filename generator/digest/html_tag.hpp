#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace digest {

/// What a tag inside a Markdown cell does to its text.
enum class TagKind {
  none,        ///< no tag that we know: text
  inline_tag,  ///< nothing
  line_break,  ///< begins a new line
  anchor,      ///< `<a …>`
  anchor_end,  ///< `</a>`
  image,       ///< is dropped
};

struct HtmlTag {
  TagKind kind = TagKind::none;
  std::size_t size = 0;      ///< in bytes, with both brackets
  std::string_view address;  ///< the `href` of an anchor, as written
};

/// The tag that begins at `offset` of `text`, where a `<` stands. Looks no further than
/// kMaxTagSize bytes, so that a text of open brackets costs no more than its length.
[[nodiscard]] HtmlTag html_tag_at(std::string_view text, std::size_t offset);

inline constexpr std::size_t kMaxTagSize = 4096;

/// The character that the entity at `offset` stands for, where a `&` stands.
struct HtmlEntity {
  std::string text;
  std::size_t size = 0;  ///< in bytes of the source
};

/// Numbers, and the names that turn up in Markdown; nothing for any other `&`.
[[nodiscard]] std::optional<HtmlEntity> html_entity_at(std::string_view text, std::size_t offset);

}  // namespace digest
