#pragma once

#include "site/route.hpp"

#include <array>
#include <string_view>

namespace site {

/// What a file of some format is called.
struct FileName {
  std::string_view file;        ///< `feed.xml`: behind the path of its list
  std::string_view media_type;  ///< with the charset
  std::string_view shown;       ///< `Atom`: as people call it; the same in every language
};

/// The name of `format`. Of the parts of a sitemap only the first is called so.
[[nodiscard]] const FileName& file_name(FileFormat format);

inline constexpr std::array kFeedFormats = {FileFormat::atom, FileFormat::rss,
                                            FileFormat::json_feed};
inline constexpr std::array kCitationFormats = {FileFormat::bibtex, FileFormat::ris,
                                                FileFormat::csl_json};

}  // namespace site
