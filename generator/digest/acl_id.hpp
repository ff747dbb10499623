#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace digest {

/// The id of the ACL Anthology in an address of it, new or old (aclanthology.org, aclweb.org,
/// aclanthology.info), or in a DOI of the ACL that holds it: `P18-1007`, `2020.acl-main.1`. Without
/// version and ending. Nothing if there is none.
[[nodiscard]] std::optional<std::string> find_acl_id(std::string_view reference);

/// Whether `id` is such an id, letter by letter.
[[nodiscard]] bool is_acl_id(std::string_view id);

}  // namespace digest
