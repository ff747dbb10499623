#pragma once

#include <string>
#include <string_view>

namespace digest {

/// Whether two records of one identity may be one paper, going by their titles. They may differ in
/// case, marks between words, in at most one letter of eight (a typing error), or one may be the
/// beginning of the other (a cut title, a title without its subtitle). Numbers,
/// negations and letters that stand alone must be the same: "Part I" and "Part II", "GPT-3" and
/// "GPT-4", "It Is" and "It Is Not" never agree. Takes linear time.
[[nodiscard]] bool titles_agree(std::string_view left, std::string_view right);

/// `title` in quotation marks for a diagnostic, cut after 80 characters.
[[nodiscard]] std::string quoted_title(std::string_view title);

}  // namespace digest
