#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace digest {

/// How a file holds its records.
enum class RecordNotation { json_lines, json, yaml };

/// The bytes of a record file, taken apart. Views into the text given.
struct RecordChunks {
  RecordNotation notation = RecordNotation::json_lines;
  std::vector<std::string_view> records;  ///< in their order; each without blanks at its ends
  std::vector<std::string_view> marks;    ///< what holds the list together: brackets, commas, a key
};

/// The notation by the ending of a file's name: .jsonl, .json, .yaml, .yml; json_lines for others.
[[nodiscard]] RecordNotation notation_of(std::string_view path);

/// Takes `bytes` apart. JSON is one object a line; or a list of objects; or an object that holds
/// such a list; or a single object. YAML is a list of maps, alone or below a key. Nothing is
/// decoded: a record that is damaged costs no other one. Takes time in proportion to `bytes`.
[[nodiscard]] RecordChunks split_records(std::string_view bytes, RecordNotation notation);

}  // namespace digest
