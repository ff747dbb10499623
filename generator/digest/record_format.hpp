#pragma once

#include "values/value.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

class FormatValues;

/// How the members of foreign records are called. Part of a Format.
struct RecordFormat {
  std::vector<std::string> recognise_members;  ///< the first record has all of them
  /// Name in the file to the name that a record has, to `doi`, or to `noise`. Names that are not
  /// here mean what they say.
  std::map<std::string, std::string, std::less<>> fields;
};

/// The `fields:` of a format file whose whole is `tree`, with the members that `recognise:` names.
[[nodiscard]] RecordFormat parse_record_format(const values::Value& tree, FormatValues& from);

/// Whether records have a member of that name.
[[nodiscard]] bool is_record_member(std::string_view name);
/// `did you mean …`, or nothing.
[[nodiscard]] std::string similar_record_member(std::string_view name);

}  // namespace digest
