#pragma once

#include "jinja/payloads/markup_tree.hpp"
#include "jinja/payloads/payload_table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace payloads {

/// What page and value are compared for.
struct Expectation {
  const Context* context = nullptr;
  std::string_view value;
  bool trusted = false;   ///< then the value need not be shown as it is, only break nothing
  bool harmless = false;  ///< an address of the web is not to be refused
};

/// Compares the page that shows `value` with the one that shows the marker in its place. Gives what
/// the value did to the page beside being shown; nothing if all is well.
[[nodiscard]] std::vector<std::string> compare_pages(const Node& marked, const Node& page,
                                                     const Expectation& expected);

}  // namespace payloads
