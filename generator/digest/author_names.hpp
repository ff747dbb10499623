#pragma once

#include "digest/format.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace digest {

/// A list of names, verbatim, and whether the digest cut it off. Views into the text given.
struct NameList {
  std::vector<std::string_view> names;
  bool truncated = false;
};

/// Splits an author list at the separators of `marks`. A mark of a cut list (`...`, `…`, `et al.`)
/// is no name, wherever it stands: it sets `truncated`. Affiliation marks are no part of a name,
/// suffixes (`Jr.`, `III`) stay with the name before them, doubles are kept. Chinese names may be
/// parted by blanks alone.
[[nodiscard]] NameList split_authors(std::string_view text, const NameMarks& marks);

/// Splits affiliations, without the brackets round them, at ` & `.
[[nodiscard]] NameList split_affiliations(std::string_view text, const NameMarks& marks);

/// Whether the break between two lines of a list has cut a name: `A Bee, C` and `Dee, E Eff`. One
/// half is a single word, or one Chinese character; between two lines without a separator in
/// either, each has a name of its own.
[[nodiscard]] bool is_cut_name(std::string_view line, std::string_view next,
                               const Separators& separators);

/// Whether `text` reads as a list of names: short pieces between commas that begin like names.
[[nodiscard]] bool looks_like_names(std::string_view text, const NameMarks& marks);

/// Where the list of names begins that ends `text` and of which every name has an initial before
/// its family name ("…and ActionB Z. Li, W Chen"). Nothing if none does, or if the first name
/// cannot be told from the words before it. `from` is the first offset where it may begin.
[[nodiscard]] std::optional<std::size_t> find_name_list(std::string_view text, std::size_t from,
                                                        const NameMarks& marks);

}  // namespace digest
