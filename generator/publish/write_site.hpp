#pragma once

#include "diagnostics/diagnostic.hpp"
#include "site/site.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <string>

namespace publish {

/// Whether files in the output folder that sitegen did not write stay there.
enum class ForeignFiles { keep, remove };

struct WriteOptions {
  std::string output;
  unsigned threads = 0;
  ForeignFiles foreign = ForeignFiles::keep;
  /// Called now and then, from any thread, with how many routes are done. May be empty.
  std::function<void(std::size_t done, std::size_t all)> progress;
};

struct WriteCounts {
  std::size_t pages = 0;    ///< routes rendered
  std::size_t written = 0;  ///< files that are new or changed
  std::size_t kept = 0;     ///< files that were right already
  std::size_t removed = 0;  ///< files of an older build that are no more
  std::size_t bytes = 0;    ///< of all pages
};

/// Renders every route of `site` into a new version of the output folder, which takes the place of
/// the old one at once, and only if every page could be rendered and written: after any error the
/// old version stands as it was. Files with the same bytes keep their inode and time. Refuses a
/// folder with files in it that holds no manifest of ours ("publish/foreign-output").
[[nodiscard]] diagnostics::Reported<WriteCounts> write_site(const site::Site& site,
                                                            const WriteOptions& options);

}  // namespace publish
