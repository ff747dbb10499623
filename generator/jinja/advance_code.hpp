#pragma once

#include "jinja/markup_context.hpp"

namespace jinja {

/// Takes `context`, which is inside a script or a style, behind the character `c`.
void advance_code(MarkupContext& context, char c);

}  // namespace jinja
