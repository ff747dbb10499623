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

/// Takes the links of a title's cell, and gives its text. What only labels a link (`[[paper]](…)`
/// behind the title, one of `url_labels` or of the usual labels) is no part of the title; links to
/// code and the like are not the title's.
[[nodiscard]] std::string take_title(CellText cell, std::span<const std::string> url_labels,
                                     RowLinks& links);

/// The addresses that are words of `text`, which has no markup, as links without labels.
[[nodiscard]] std::vector<Link> bare_links(std::string_view text);

/// Tidies the labels of a cell's links; one that says nothing becomes `header`, the column's.
void label_links(std::span<Link> links, std::string_view header);

/// A label without brackets round it, and without a stray one: `[Tweet)](…)`.
[[nodiscard]] std::string tidy_label(std::string_view label);

/// Takes the paper's address out of `links`: the title's link; or the one with the first of
/// `url_labels`, which are in lower case, or of the usual labels where a format names none; or one
/// to arXiv; or, of a format that names none, any that does not lead to code and the like. What a
/// text links to is looked at only where the columns have none. Empty if there is none.
[[nodiscard]] std::string take_address(RowLinks& links, std::span<const std::string> url_labels);

}  // namespace digest
