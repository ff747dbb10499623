#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/claims.hpp"
#include "digest/digest.hpp"
#include "digest/field.hpp"
#include "digest/paper_draft.hpp"
#include "digest/record_scanner.hpp"

#include <string_view>

namespace digest {

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
  void continue_field(Field field, std::string_view text, int line);
  /// A further line of a list of names, which put() has begun. A name that the break has cut is
  /// whole again; where each line has one name, none is.
  void continue_names(Field field, std::string_view text, int line);
  /// Adds the links in `text`, called `name` if they have no text of their own.
  void put_links(std::string_view name, std::string_view text, int line);

  /// Claims a label or mark of `field` that is no part of its value.
  void claim(Field field, std::string_view text) { draft_.claim(field, text); }

  /// Says that `label` on `line` is none of the format's, so that what it opens went to `field`.
  void report_unknown_label(std::string_view label, Field field, int line);
  /// Says that the label of `field` on `line` has no text behind it.
  void report_empty_label(Field field, int line);

  [[nodiscard]] bool has_points() const { return !draft_.paper.key_points.empty(); }

  [[nodiscard]] bool has_address() const { return !draft_.reference.empty(); }

  /// The paper with its identity. Reports what the format promises and the record lacks.
  [[nodiscard]] diagnostics::Reported<Paper> finish() &&;

 private:
  void put_authors(std::string_view text, int line);
  void put_affiliations(std::string_view text);
  void put_text(std::string& value, std::string_view text);
  void put_date(std::string_view text);

  PaperDraft draft_;
  std::string_view names_;  ///< the last line of names, as it is written
};

}  // namespace digest
