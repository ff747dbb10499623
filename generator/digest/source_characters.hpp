#pragma once

#include "digest/plain_blanks.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace digest {

/// What blanks in a text of a page mean.
enum class Blanks { collapsed, kept };

/// A character of a page's text, and where it is written.
struct SourceCharacter {
  std::string_view text;
  std::size_t offset = 0;  ///< in the page's source
  std::size_t size = 0;    ///< there; of a character reference, all of it
};

/// A blank that HTML collapses; a no-break space is none.
[[nodiscard]] bool is_html_blank(std::string_view character);

/// How `text` begins, where `raw` is what is left of its source, which begins at `offset`.
[[nodiscard]] SourceCharacter first_character(std::string_view text, std::string_view raw,
                                              std::size_t offset);

/// Gives `take` the characters of `text`, which is what `raw`, at `offset` of the source, means:
/// character references are resolved; tags that the parser ignored and characters of no width are
/// left out.
template <typename Take>
void for_each_character(std::string_view text, std::string_view raw, std::size_t offset,
                        Take take) {
  while (!text.empty()) {
    const SourceCharacter one = first_character(text, raw, offset);
    if (!is_zero_width(one.text)) {
      take(one);
    }
    raw.remove_prefix(one.offset + one.size - offset);
    offset = one.offset + one.size;
    text.remove_prefix(one.text.size());
  }
}

}  // namespace digest
