#pragma once

#include <cstddef>
#include <string_view>

namespace digest {

/// The size of a group of affiliation marks at `offset`: digits, single small letters, stars and
/// daggers in brackets, `(1)`, `{1,2}`, `[a, *]`, `$^{1,2}$`, or behind a `^`. 0 if there is none.
/// A comma in it parts no names.
[[nodiscard]] std::size_t mark_group_size(std::string_view text, std::size_t offset);

/// `name` without the affiliation marks at its ends: groups as above, `*`, `†`, `‡`, `§`, `¶`, `#`,
/// superscripts, and digits glued to its last letter. Empty if `name` is nothing but marks. A view
/// into `name`; parentheses round a name (`Ben (Li) Leong`) are no marks.
[[nodiscard]] std::string_view without_affiliation_marks(std::string_view name);

}  // namespace digest
