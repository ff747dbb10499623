#pragma once

#include <string>
#include <string_view>

namespace catalog {

/// What two spellings of one name string share: case, Unicode form, dots, the blanks and hyphens
/// between initials, glued initials, kinds of apostrophes and hyphens, the comma before a suffix
/// and blanks between Chinese characters apart. So `A K. Lampinen`, `A.K. Lampinen`, `a-k lampinen`
/// are one, and `JasonD. Lee` is `Jason D. Lee`. Never a person: many share a name. Accents count,
/// and so does a hyphen between whole names.
[[nodiscard]] std::string author_key(std::string_view name);

/// The same for an institution: case, Unicode form and blanks apart, and with `Univ.` written out.
/// Other abbreviations and dots count.
[[nodiscard]] std::string institution_key(std::string_view name);

}  // namespace catalog
