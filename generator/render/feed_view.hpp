#pragma once

#include "render/feed.hpp"
#include "values/value.hpp"

#include <string>

namespace render {

/// `feed` as `feed.xml` and `rss.xml` see it. The value views `feed`, which outlives it.
[[nodiscard]] values::Value feed_value(const site::Site& site, const site::Route& route,
                                       const Feed& feed);

/// The same as JSON Feed 1.1.
[[nodiscard]] std::string json_feed(const site::Site& site, const site::Route& route,
                                    const Feed& feed);

}  // namespace render
