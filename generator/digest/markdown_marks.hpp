#pragma once

#include "digest/format.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace digest {

/// `[text](address)`, `<address>` or a bare address in a text: bytes `begin` to `end`.
struct InlineLink {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view text;  ///< empty if it has none
  std::string_view url;
};

/// The `*` or `_` at `offset` that open or close emphasis: how many, up to three.
[[nodiscard]] std::size_t emphasis_run(std::string_view text, std::size_t offset);

/// What opens an item of a list that is not numbered, with the blank behind it.
inline constexpr std::array<std::string_view, 4> kListMarks = {"- ", "* ", "+ ", "• "};

/// A list mark at the beginning of `line` with the blanks behind it.
[[nodiscard]] std::size_t list_mark_size(std::string_view line);

/// How many bytes the image `![what it shows](address)` at `offset` has; 0 if none is there.
[[nodiscard]] std::size_t image_size(std::string_view text, std::size_t offset);

/// `text` without the emphasis that begins and ends it: `**title**`.
[[nodiscard]] std::string_view without_emphasis(std::string_view text);

/// Whether `text` is emphasised from the beginning to the end, and not in two pieces.
[[nodiscard]] bool is_emphasised(std::string_view text);

/// The first link at or after `from`. `[text](…)` counts only with a web address; images are none.
[[nodiscard]] std::optional<InlineLink> find_link(std::string_view text, std::size_t from);

/// Whether `offset` lies in the text of a link: `[arXiv: 2301.00001](https://…)`.
[[nodiscard]] bool is_in_link_text(std::string_view text, std::size_t offset);

/// `text` without the marks of Markdown that the format reads: `**` and images go, of links
/// their text stays.
[[nodiscard]] std::string without_markdown(std::string_view text, const MarkdownMarks& marks);

}  // namespace digest
