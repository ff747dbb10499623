#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace values {

class Value;

/// One field of a C++ type that templates may see. `read` gets the address of the object and of
/// what it belongs to (a paper's site), and gives a Value that views it: nothing is copied.
struct RecordField {
  std::string_view name;
  Value (*read)(const void* record, const void* context);
};

/// What templates may see of a C++ type: a closed list of fields. Types are constants that live as
/// long as the program.
struct RecordType {
  std::string_view name;  ///< for errors: "a paper has no field ..."
  std::span<const RecordField> fields;

  /// The field of that name, or null.
  [[nodiscard]] const RecordField* find(std::string_view field) const;
};

/// How templates walk over a C++ container; `context` as in RecordField.
struct SequenceType {
  std::size_t (*size)(const void* container);
  Value (*at)(const void* container, const void* context, std::size_t index);
};

}  // namespace values
