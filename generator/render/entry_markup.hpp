#pragma once

#include "site/site.hpp"

#include <cstddef>
#include <string>

namespace render {

/// Entries name at most this many authors; lists of thousands would fill a feed.
inline constexpr std::size_t kFeedAuthors = 100;

/// The whole record of a paper as plain HTML for feed readers: Chinese title, people, one sentence,
/// key points, the labelled parts, both abstracts, links. Every part says its language. Nothing of
/// a record is markup.
[[nodiscard]] std::string entry_markup(const site::Site& site, catalog::PaperIndex paper);

}  // namespace render
