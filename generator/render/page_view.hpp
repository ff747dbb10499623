#pragma once

#include "site/site.hpp"
#include "values/value.hpp"

#include <string>

namespace render {

/// The names that the template of `route` sees beside `site`: `page`, and those of its kind.
[[nodiscard]] values::Map page_context(const site::Site& site, const site::Route& route);

/// The template that renders `route`: `paper.html`.
[[nodiscard]] std::string template_of(const site::Site& site, const site::Route& route);

}  // namespace render
