#pragma once

#include "digest/cell_text.hpp"
#include "digest/digest.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// The links of one row, by the cells that they stand in.
struct RowLinks {
  std::vector<Link> title;
  std::vector<Link> columns;  ///< of the columns of links
  std::vector<Link> texts;    ///< of all others
};

/// Takes the links of a title's cell, and gives its text. Links behind the title whose labels are
/// known (label_kind, or one of `url_labels`) or say nothing, and a short word beside such a one,
/// are no part of it; what leads to code and the like is not the title's.
[[nodiscard]] std::string take_title(CellText cell, std::span<const std::string> url_labels,
                                     RowLinks& links);

/// The links of a cell, in their order: with markup, and bare addresses. What stands in front of a
/// bare one with a colon is its label (`代码: https://…`); `begin` to `end` has it.
[[nodiscard]] std::vector<CellLink> cell_links(std::string_view cell);

/// `text` without the brackets, separators and blanks at its ends.
[[nodiscard]] std::string_view without_marks(std::string_view text);

/// Tidies the labels of a cell's links; one that says nothing becomes `header`, the column's.
void label_links(std::span<Link> links, std::string_view header);

/// Takes the paper's address out of `links`: the title's link; or the one with the first of
/// `url_labels`, which are in lower case, or of the usual labels where a format names none; or one
/// to arXiv; or, of a format that names none, any that does not lead to code and the like. What a
/// text links to is looked at only where the columns have none. Empty if there is none.
[[nodiscard]] std::string take_address(RowLinks& links, std::span<const std::string> url_labels);

}  // namespace digest
