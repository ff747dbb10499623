#pragma once

#include "jinja/payloads/markup_tree.hpp"

#include <string>
#include <vector>

namespace payloads {

/// For pages whose value may name an element or attribute, or become a link: what in `page` does
/// more than show text, and is not in the page that shows the marker.
[[nodiscard]] std::vector<std::string> compare_names(const Node& marked, const Node& page);

}  // namespace payloads
