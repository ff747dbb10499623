#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/claims.hpp"
#include "digest/digest.hpp"
#include "digest/format.hpp"
#include "digest/record_scanner.hpp"
#include "text/calendar_date.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// What the records of one digest are read with. All of it outlives the reading.
struct RecordContext {
  const text::SourceText& source;
  const Format& format;
  std::span<const std::string_view> titles;  ///< of the list of contents, sorted, none empty
  bool clean = true;          ///< the source has neither malformed bytes nor controls
  std::size_t max_names = 0;  ///< a record keeps at most this many authors
  text::CalendarDate* newest_date = nullptr;  ///< of the dates that records name
};

/// A paper on its way: what its record gave so far, and what is to be said about it.
struct PaperDraft {
  const RecordBlock& block;
  const RecordContext& context;
  ClaimBook& claims;
  int number;  ///< the paper's place in the digest: what claims are for

  Paper paper;
  std::string_view reference;    ///< the address as given, whatever it is
  int last_point = 0;            ///< the number of the last key point
  bool point_is_closed = false;  ///< a mark has ended it: what follows is another one
  std::vector<diagnostics::Diagnostic> diagnostics;
  std::vector<Field> reported;  ///< fields about whose absence something is said already

  /// Claims `text`, a view into the source, for `field`.
  void claim(Field field, std::string_view text);
  void report(int line, diagnostics::Diagnostic diagnostic);
  /// `text` as records hold it. One over two lines is joined.
  [[nodiscard]] std::string clean_text(std::string_view text) const;
  /// The same without the marks of Markdown that the format reads.
  [[nodiscard]] std::string plain_text(std::string_view text) const;
};

/// Ends `text` so that a further item of a list may follow it in one sentence: `；` behind Chinese,
/// else `;`, and nothing behind punctuation or an empty text.
void end_item(std::string& text);

/// Adds a further line to `text`: Chinese lines meet without a blank.
void append_line(std::string& text, std::string line);

}  // namespace digest
