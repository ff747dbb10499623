#pragma once

#include "diagnostics/expected.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <memory>
#include <string>

namespace files {

/// Files over this size are not read. Digests are kilobytes; a whole year of them in one file is a
/// few megabytes; what is larger was put there by mistake.
inline constexpr std::size_t kMaxFileSize = std::size_t{256} << 20U;

/// The bytes of the file at `path`. `shown_as` is its path in diagnostics. Fails with
/// "files/unreadable" or "files/too-large".
[[nodiscard]] diagnostics::Expected<std::string> read_bytes(const std::string& path,
                                                            const std::string& shown_as);

/// The same as a source text.
[[nodiscard]] diagnostics::Expected<std::shared_ptr<const text::SourceText>> read_source(
    const std::string& path, const std::string& shown_as);

[[nodiscard]] bool is_folder(const std::string& path);
[[nodiscard]] bool is_file(const std::string& path);

}  // namespace files
