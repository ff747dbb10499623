#pragma once

#include "citation/citation.hpp"
#include "site/site.hpp"

#include <span>
#include <string>

namespace render {

/// How `paper` is cited, with its key on this site and at most `most_authors` names.
[[nodiscard]] citation::Citation cited_paper(const site::Site& site, catalog::PaperIndex paper,
                                             std::size_t most_authors = citation::kCitedAuthors);

/// The citations of `papers`, in their order, as one file of `format` (one of
/// site::kCitationFormats).
[[nodiscard]] std::string citations_file(const site::Site& site,
                                         std::span<const catalog::PaperIndex> papers,
                                         site::FileFormat format);

}  // namespace render
