#pragma once

#include "diagnostics/expected.hpp"
#include "text/source_text.hpp"
#include "values/value.hpp"

#include <cstddef>

namespace config {

/// YAML texts are at most this long, and nest at most this deep: hand-written ones are far below,
/// and yaml-cpp's own limit (2,000 levels) is too much for a small stack.
inline constexpr std::size_t kMaxYamlSize = 1U << 20U;
inline constexpr int kMaxYamlDepth = 64;

/// The YAML document in `source` as a value: maps keep their order; a quoted scalar is a text, a
/// plain one a boolean (`true`, `false`), none (`null`, `~` or nothing), a number or a text, by
/// YAML 1.2's core schema (so `no` is a text). An empty document is none.
/// Fails with "config/bad-yaml", or "config/yaml-limit" for the limits above.
[[nodiscard]] diagnostics::Expected<values::Value> parse_yaml(const text::SourceText& source);

}  // namespace config
