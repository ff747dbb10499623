#pragma once

#include "digest/digest.hpp"
#include "digest/format.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace digest {

/// A run of legend entries, `LG - 机器学习 CV - 计算机视觉`: how many, and where it ends.
struct LegendRun {
  std::vector<LegendEntry> entries;
  std::size_t end = 0;
};

/// Whether a name of the legend ends at an offset because something else is glued to it. Asked only
/// where the first bytes of the format let something begin that ends legends.
using EndsName = std::function<bool(std::string_view text, std::size_t offset)>;

/// The longest run of entries that begins at `offset` of `text`; no entry if none does. A name ends
/// at a blank, at the code of the next entry, or where `ends_name` says.
[[nodiscard]] LegendRun legend_run(std::string_view text, std::size_t offset, const Format& format,
                                   const EndsName& ends_name);

/// Where the code of a legend entry begins whose dash stands at `dash` of `text`, not further left
/// than `from`; nothing if there is no code or no dash.
[[nodiscard]] std::optional<std::size_t> entry_around_dash(std::string_view text, std::size_t dash,
                                                           std::size_t from, const Format& format);

}  // namespace digest
