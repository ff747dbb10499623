#pragma once

#include "site/site.hpp"

#include <string>

namespace render {

/// The records of the site as a SQLite database, for people who ask questions of data: tables
/// `digests`, `papers`, `people`, `authors`, `appearances`, and `search`, a full-text index
/// (FTS5). Made in memory; equal sites give equal bytes with one version of SQLite. Empty if
/// SQLite refuses, which only a lack of memory can cause.
[[nodiscard]] std::string paper_database(const site::Site& site);

}  // namespace render
