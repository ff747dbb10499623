#pragma once

#include <span>
#include <string>
#include <string_view>

namespace digest {

/// What to write instead of `name`, which is no field: `did you mean "affiliations"?` for another
/// word for one of the fields `known` (institutions, org) or a mistyped one. Empty if nothing is
/// near.
[[nodiscard]] std::string field_meant(std::string_view name,
                                      std::span<const std::string_view> known);

}  // namespace digest
