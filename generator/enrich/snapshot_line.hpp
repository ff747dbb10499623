#pragma once

#include "enrich/known_paper.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace enrich {

/// The `id` at the beginning of a line of arXiv's metadata snapshot, `{"id":"0704.0001",…`, found
/// without reading the rest: nearly all of its 2.5 million lines are passed over. A view into
/// `line`; empty if there is none within the first 4 KiB.
[[nodiscard]] std::string_view snapshot_id(std::string_view line);

/// Reads lines of the snapshot as JSON. One reader keeps the parser's memory from line to line.
class SnapshotReader {
 public:
  SnapshotReader();
  SnapshotReader(const SnapshotReader&) = delete;
  SnapshotReader& operator=(const SnapshotReader&) = delete;
  SnapshotReader(SnapshotReader&&) = delete;
  SnapshotReader& operator=(SnapshotReader&&) = delete;
  ~SnapshotReader();

  /// What `line` says of its paper: `title`, `authors_parsed` (or `authors`), `abstract`,
  /// `categories`, `doi`, `journal-ref`, `versions` and `update_date`, with line breaks and TeX
  /// accents resolved. Nothing if it is no JSON object. `where` of the paper is left empty.
  [[nodiscard]] std::optional<KnownPaper> read(std::string_view line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace enrich
