#pragma once

#include "diagnostics/expected.hpp"
#include "text/source_text.hpp"

#include <yaml-cpp/yaml.h>

// For this folder only: what keeps the places of yaml-cpp's nodes in our diagnostics.
namespace config {

/// The document as yaml-cpp's nodes; fails as parse_yaml does.
[[nodiscard]] diagnostics::Expected<YAML::Node> load_yaml(const text::SourceText& source);

/// `diagnostic` placed where `node`, or `mark`, stands in `source`.
[[nodiscard]] diagnostics::Diagnostic at_node(const text::SourceText& source,
                                              const YAML::Node& node,
                                              diagnostics::Diagnostic diagnostic);
[[nodiscard]] diagnostics::Diagnostic at_mark(const text::SourceText& source,
                                              const YAML::Mark& mark,
                                              diagnostics::Diagnostic diagnostic);

}  // namespace config
