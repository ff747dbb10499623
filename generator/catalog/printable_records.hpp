#pragma once

#include "digest/digest.hpp"

namespace catalog {

/// Drops control and private-use characters from every text of `digest` and its papers. A record is
/// verbatim, and `sitegen extract` prints it so; on pages such characters show as empty boxes, and
/// HTML forbids most of them.
void make_printable(digest::Digest& digest);

}  // namespace catalog
