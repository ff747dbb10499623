#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace text {

/// What the TeX command `name` (without its `\`) stands for, if that is a letter or a sign: `ss` is
/// `ß`, `ldots` is `…`. Nothing for other commands.
[[nodiscard]] std::optional<std::string_view> tex_sign(std::string_view name);

/// `letter` (one character, or `\i` and `\j` as `i` and `j`) with the accent that the TeX command
/// `accent` puts on it (`'`, `"`, `c`, `v`…), composed. Nothing if there is no such letter.
[[nodiscard]] std::optional<std::string> tex_accented(char accent, std::string_view letter);

/// Whether the command `name` only changes the look of its argument: `emph`, `textbf`.
[[nodiscard]] bool is_tex_style(std::string_view name);

/// Whether the command `name` changes the look of what follows it in its group: `em`, `bf`.
[[nodiscard]] bool is_tex_switch(std::string_view name);

}  // namespace text
