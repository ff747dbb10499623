#pragma once

#include "config/yaml_nodes.hpp"
#include "diagnostics/diagnostic.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// For this folder only: how a setting is read from its YAML node into the variable that holds it.
// What is wrong with a node is reported, and the variable keeps its default.
namespace config {

/// The file that is read, and what was wrong in it.
struct SettingReader {
  const text::SourceText& source;
  std::vector<diagnostics::Diagnostic> diagnostics;

  /// Reports `diagnostic` at the place of `node`.
  void complain(const YAML::Node& node, diagnostics::Diagnostic diagnostic) {
    diagnostics.push_back(at_node(source, node, std::move(diagnostic)));
  }

  /// "config/wrong-type": `wanted` is what should stand there, "a text".
  void complain_of_type(const YAML::Node& node, std::string_view wanted);
};

using ReadSetting = std::function<void(SettingReader&, const YAML::Node&)>;

/// A member of a map of settings.
struct SettingKey {
  std::string_view name;
  ReadSetting read;
};

/// The targets outlive what is returned.
[[nodiscard]] ReadSetting text_into(std::string& target);
[[nodiscard]] ReadSetting choice_into(std::string& target,
                                      const std::vector<std::string_view>& choices);
[[nodiscard]] ReadSetting flag_into(bool& target);
[[nodiscard]] ReadSetting count_into(std::size_t& target, std::size_t least, std::size_t most);
[[nodiscard]] ReadSetting map_into(std::vector<SettingKey> keys);

/// Reads the members of `node`; one that is none of `keys` is "config/unknown-key".
void read_map(SettingReader& reader, const YAML::Node& node, const std::vector<SettingKey>& keys);

}  // namespace config
