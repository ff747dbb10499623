#pragma once

#include "digest/format.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace digest {

/// A label in a text: bytes `begin` to `end`, with the marks round it (`- **Authors:**`).
struct LabelMatch {
  std::size_t rule = 0;  ///< which label of the format
  std::size_t begin = 0;
  std::size_t end = 0;
  bool emphasised = false;  ///< which makes it sure that it is one
};

/// The label that begins `line`, the longest of several. Where the format reads Markdown, a list
/// mark may stand before it and emphasis round it. A label that the format writes without a colon
/// takes one along; without it, it must be all of the line or be emphasised.
[[nodiscard]] std::optional<LabelMatch> label_at_start(std::string_view line, const Format& format);

/// Label `rule` at exactly `offset` of `text`, emphasis included, without a list mark.
[[nodiscard]] std::optional<LabelMatch> label_at(std::string_view text, std::size_t offset,
                                                 std::size_t rule, const Format& format);

/// The first place of label `rule` at or after `from`.
[[nodiscard]] std::optional<LabelMatch> find_label(std::string_view text, std::size_t from,
                                                   std::size_t rule, const Format& format);

/// The first label of the format that ends `text` with its colon; none that is all of it.
[[nodiscard]] std::optional<LabelMatch> label_at_end(std::string_view text, const Format& format);

/// What `line` may begin with as with a label, without list mark, emphasis and colon: `【作者】`,
/// `Authors`; empty if there is none.
[[nodiscard]] std::string_view possible_label(std::string_view line);

/// What looks like a label at the beginning of `line` and is none of `format`: a word in `【】`, an
/// emphasised one with its colon, a short Chinese one with a colon; each where the format has
/// labels of that kind. Empty if there is none.
[[nodiscard]] std::string_view unknown_label(std::string_view line, const Format& format);

/// What a link is called that stands behind the label: its text without the marks round it.
[[nodiscard]] std::string_view link_name(std::string_view label);

}  // namespace digest
