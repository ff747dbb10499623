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

/// Fills a Paper field by field, claims the bytes that went into it, and reports what is odd about
/// them. Where a piece belongs is not its business.
class PaperBuilder {
 public:
  /// All three outlive the builder.
  PaperBuilder(const RecordBlock& block, const RecordContext& context, ClaimBook& claims,
               int number);

  /// Takes `text`, a view into the source on `line`, as the value of `field`; a text that is there
  /// already grows by it.
  void put(Field field, std::string_view text, int line);
  /// A further line of `field`, which put() has filled: of the last point, where it is a list.
  void continue_field(Field field, std::string_view text);
  /// Adds the links in `text`, called `name` if they have no text of their own.
  void put_links(std::string_view name, std::string_view text, int line);
  /// Claims a label or mark of `field` that is no part of its value.
  void claim(Field field, std::string_view text);

  /// Says that the label of `field` on `line` has no text behind it.
  void report_empty_label(Field field, int line);

  [[nodiscard]] bool has_points() const { return !paper_.key_points.empty(); }

  [[nodiscard]] bool has_address() const { return !reference_.empty(); }

  /// The paper with its identity. Reports what the format promises and the record lacks.
  [[nodiscard]] diagnostics::Reported<Paper> finish() &&;

 private:
  void put_header();
  void put_authors(std::string_view text, int line);
  void put_affiliations(std::string_view text);
  void put_points(std::string_view text, int line);
  void put_point(std::string_view text, int line);
  void put_date(std::string_view text);
  [[nodiscard]] std::string plain_text(std::string_view text) const;
  void put_address(std::string_view text, int line);
  void report_address(std::string_view text, int line);
  void set_reference(std::string_view address);
  void put_title_link(std::string_view text);
  void claim_header(const Opener& opener);
  void check_promises();
  [[nodiscard]] bool has(Field field);
  [[nodiscard]] bool has_other_language(Field field);
  void report(int line, diagnostics::Diagnostic diagnostic);

  const RecordBlock& block_;
  const RecordContext& context_;
  ClaimBook& claims_;
  int number_;
  Paper paper_;
  std::vector<diagnostics::Diagnostic> diagnostics_;
  std::vector<Field> reported_;  ///< fields about whose absence something is said already
  int last_point_ = 0;
  std::string_view reference_;  ///< the address as given, whatever it is
};

/// `text` as records hold it: malformed bytes replaced by U+FFFD, control characters dropped.
[[nodiscard]] std::string record_text(std::string_view text, bool clean);

}  // namespace digest
