#pragma once

#include "diagnostics/diagnostic.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <vector>

namespace digest {

/// How much of one file is read. Each limit has a diagnostic that names it; the text beyond is
/// left unread.
struct DigestLimits {
  std::size_t max_file_size = std::size_t{512} << 20U;  ///< bytes: a year of a busy archive
  std::size_t max_line_size = std::size_t{1} << 20U;    ///< bytes: hundreds of abstracts
  std::size_t max_records = 100'000;                    ///< in one digest
  std::size_t max_names = 10'000;  ///< authors of one paper: the longest list has about 5,000
  std::size_t max_cells = 1'000;   ///< in a row of a table
  std::size_t max_depth = 64;      ///< of lists and objects in a record, which needs four
};

/// What the bytes of a file say before anybody reads them.
struct ByteCheck {
  bool readable = true;         ///< text in UTF-8, if damaged
  bool clean = true;            ///< no malformed byte, no control character
  std::vector<int> long_lines;  ///< 1-based, ascending: those that are not read
  std::vector<diagnostics::Diagnostic> diagnostics;
};

/// Looks at the bytes of a digest: empty ("digest/empty"), too long ("digest/file-limit"), binary
/// ("digest/binary"), in no encoding that is known ("digest/encoding"), with the line ends of old
/// computers
/// ("digest/line-breaks"), with malformed bytes
/// ("digest/malformed-utf8") or control characters ("digest/control-character"), with lines that
/// are too long ("digest/line-limit").
[[nodiscard]] ByteCheck check_bytes(const text::SourceText& source, const DigestLimits& limits);

}  // namespace digest
