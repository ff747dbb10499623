#pragma once

#include "diagnostics/expected.hpp"
#include "text/source_text.hpp"
#include "values/value.hpp"

#include <string>

namespace values {

/// Lists and maps may be nested this deep in JSON that comes in, and in values that go out.
inline constexpr int kMaxJsonDepth = 200;

/// The value that `source` holds as JSON (RFC 8259). Maps keep the order of their keys. Integers
/// beyond 64 bits become reals. "values/bad-json" says where it is not JSON.
[[nodiscard]] diagnostics::Expected<Value> parse_json(const text::SourceText& source);

/// How JSON is laid out: on one line with a blank behind ',' and ':' (as Python's json.dumps), or
/// without any blank.
enum class JsonLayout { spaced, compact };

/// Appends `value` as JSON. Undefined, objects and reals that JSON has no word for become null.
/// Records of the catalog refer to each other without end: beyond kMaxJsonDepth levels stands null.
void append_json(std::string& out, const Value& value, JsonLayout layout);

/// The same over several lines, each level `indent` blanks further in.
void append_json_indented(std::string& out, const Value& value, int indent);

}  // namespace values
