#pragma once

#include "digest/digest.hpp"
#include "digest/record_format.hpp"

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// A list of names, and whether it ends in a mark of having been cut.
struct RecordNames {
  std::vector<std::string> names;
  bool truncated = false;
};

/// The members of one JSON object, read one by one; what does not fit is kept as a complaint.
class JsonRecord {
 public:
  /// Both outlive the record; without a format, members are called as records call them.
  explicit JsonRecord(const simdjson::dom::object& object, const RecordFormat* format = nullptr)
      : object_(object), format_(format) {}

  /// Whether a format says how members are called.
  [[nodiscard]] bool has_format() const { return format_ != nullptr; }

  /// A text member as records hold it; empty where there is none, or null.
  [[nodiscard]] std::string text(std::string_view name);
  /// A list of texts, of objects with a `name`, or one text.
  [[nodiscard]] std::vector<std::string> texts(std::string_view name);
  /// The same, where one text may be several names: "A. Bee, C. Dee et al.".
  [[nodiscard]] RecordNames names(std::string_view name);
  [[nodiscard]] bool boolean(std::string_view name);
  [[nodiscard]] std::optional<int> integer(std::string_view name);
  [[nodiscard]] std::vector<Link> links(std::string_view name);
  [[nodiscard]] std::vector<LegendEntry> legend(std::string_view name);
  /// The `source` of the record; line 0 if it has none.
  [[nodiscard]] SourceLines source(std::string_view name);

  /// What was wrong: phrases such as `"authors" must be a list of texts`.
  [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }

 private:
  /// The member, or null where it is missing or null.
  [[nodiscard]] simdjson::dom::element member(std::string_view name, bool& is_there) const;
  void complain(std::string_view name, std::string_view expected);

  const simdjson::dom::object& object_;
  const RecordFormat* format_;
  std::vector<std::string> complaints_;
};

}  // namespace digest
