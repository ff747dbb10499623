#pragma once

#include "diagnostics/expected.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace files {

/// A file somewhere on the disk, as it is now.
struct LocalFile {
  std::string path;   ///< to open it
  std::string shown;  ///< as the user wrote it, for diagnostics
  std::uintmax_t size = 0;
  std::int64_t modified = 0;  ///< seconds; only to tell whether it changed

  auto operator<=>(const LocalFile&) const = default;
};

/// The files that `pattern` names, sorted. It is relative to `root`; `*` and `?` stand for what is
/// not '/' in the last part of it, the file's name. Empty if there is none.
[[nodiscard]] std::vector<LocalFile> find_local_files(const std::string& root,
                                                      const std::string& pattern);

/// Lines longer than this are handed over as empty ones.
inline constexpr std::size_t kMaxStreamedLine = std::size_t{16} << 20U;

/// A line and its number (1-based). The view is good for the call only.
using TakeLine = std::function<void(std::string_view line, std::size_t number)>;

/// Reads the lines of a file of any size, block by block: memory does not grow with it. Fails with
/// "files/unreadable".
[[nodiscard]] diagnostics::Expected<void> for_each_line(const LocalFile& file,
                                                        const TakeLine& take_line);

/// The first byte of a file that is no blank, within its first 4 KiB; '\0' if there is none.
[[nodiscard]] char first_byte(const LocalFile& file);

}  // namespace files
