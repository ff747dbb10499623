#pragma once

#include "files/site_folder.hpp"

#include <string>
#include <vector>

namespace pipeline {

/// The hand-written pages among `all` that the tree of `language` shows. Where a site has several
/// `languages`, `about.en.md` stands in for `about.md` in the tree of `en`, under the name
/// `about.md`, and is in no other.
[[nodiscard]] std::vector<files::NamedSource> pages_in(const std::string& language,
                                                       const std::vector<std::string>& languages,
                                                       const std::vector<files::NamedSource>& all);

}  // namespace pipeline
