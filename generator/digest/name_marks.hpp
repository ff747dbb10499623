#pragma once

#include <cstddef>
#include <string_view>

namespace digest {

/// Whether a group of affiliation marks may begin with this byte.
[[nodiscard]] constexpr bool may_open_marks(char c) {
  return c == '$' || c == '^' || c == '(' || c == '{' || c == '[';
}

/// What mark_group_size gives where may_open_marks holds.
[[nodiscard]] std::size_t whole_mark_group_size(std::string_view text, std::size_t offset);

/// The size of a group of affiliation marks at `offset`: digits, single small letters, stars and
/// daggers in brackets, `(1)`, `{1,2}`, `[a, *]`, `$^{1,2}$`, or behind a `^`. 0 if there is none.
/// A comma in it parts no names.
[[nodiscard]] inline std::size_t mark_group_size(std::string_view text, std::size_t offset) {
  return may_open_marks(text[offset]) ? whole_mark_group_size(text, offset) : 0;
}

/// `name` without the affiliation marks at its ends: groups as above, `*`, `†`, `‡`, `§`, `¶`, `#`,
/// superscripts, and digits glued to its last letter. Empty if `name` is nothing but marks. A view
/// into `name`; parentheses round a name (`Ben (Li) Leong`) are no marks.
[[nodiscard]] std::string_view without_affiliation_marks(std::string_view name);

}  // namespace digest
