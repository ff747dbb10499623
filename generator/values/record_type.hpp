#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace values {

class Value;
struct RecordType;

enum class Kind : std::uint8_t { undefined, none, boolean, integer, real, text, list, map, object };

/// What templates may expect of a value that the host gives, so that they can be checked before
/// anything is rendered. The default: nothing is known.
struct Shape {
  Kind kind = Kind::undefined;         ///< undefined: a value of any kind
  const RecordType* record = nullptr;  ///< a map that is a record; for a list, its items
  Kind items = Kind::undefined;        ///< of a list without records
  bool optional = false;               ///< none may stand in its place

  [[nodiscard]] bool known() const { return kind != Kind::undefined; }

  bool operator==(const Shape&) const = default;
};

/// One field of a C++ type that templates may see. `read` gets the address of the object and of
/// what it belongs to (a paper's site), and gives a Value that views it: nothing is copied.
struct RecordField {
  std::string_view name;
  Value (*read)(const void* record, const void* context);
  Shape shape = {};
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
