#pragma once

#include "site/site.hpp"
#include "values/value.hpp"

// What the templates of lists see that are shown on several pages: the items on the page at
// `route`, and `paginator`.
namespace render {

/// The page of a category, an author or an institution: `term`, `papers`.
void add_term(const site::Site& site, const site::Route& route, values::Map& context);

/// An overview of a taxonomy: `terms`, by name.
void add_terms(const site::Site& site, const site::Route& route, values::Map& context);

/// All papers by title: `papers`.
void add_titles(const site::Site& site, const site::Route& route, values::Map& context);

}  // namespace render
