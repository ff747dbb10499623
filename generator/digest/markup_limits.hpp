#pragma once

#include <cstddef>
#include <string_view>

namespace digest {

/// Elements of a page nest no deeper, and a tag has no more attributes: what exceeds this was made
/// to cost time, since an HTML parser looks at all open elements for some tags and at all
/// attributes for each of them.
inline constexpr std::size_t kMaxElementDepth = 512;
inline constexpr std::size_t kMaxAttributes = 256;

/// Which limit a page exceeds, and where.
struct MarkupExcess {
  std::string_view limit;  ///< `max_depth`, `max_attributes`; empty: none
  std::size_t offset = 0;
};

/// Counts open elements and attributes in one pass over `html`, a little on the safe side.
[[nodiscard]] MarkupExcess find_markup_excess(std::string_view html);

}  // namespace digest
