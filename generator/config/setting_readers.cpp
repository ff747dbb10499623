#include "config/setting_readers.hpp"

#include "text/suggestion.hpp"

#include <algorithm>
#include <iterator>

namespace config {

void SettingReader::complain_of_type(const YAML::Node& node, std::string_view wanted) {
  complain(node, {.code = "config/wrong-type", .message = "this must be " + std::string(wanted)});
}

ReadSetting text_into(std::string& target) {
  return [&target](SettingReader& reader, const YAML::Node& node) {
    if (node.IsNull()) {
      return;
    }
    if (!node.IsScalar()) {
      reader.complain_of_type(node, "a text");
      return;
    }
    target = node.Scalar();
  };
}

ReadSetting choice_into(std::string& target, const std::vector<std::string_view>& choices) {
  return [&target, choices](SettingReader& reader, const YAML::Node& node) {
    if (node.IsScalar() && std::ranges::find(choices, node.Scalar()) != choices.end()) {
      target = node.Scalar();
      return;
    }
    std::string all;
    for (const std::string_view choice : choices) {
      all += (all.empty() ? "" : ", ") + std::string(choice);
    }
    reader.complain(node, {.code = "config/bad-value",
                           .message = "this must be one of: " + all,
                           .remedy = node.IsScalar() ? text::did_you_mean(node.Scalar(), choices)
                                                     : std::string()});
  };
}

ReadSetting flag_into(bool& target) {
  return [&target](SettingReader& reader, const YAML::Node& node) {
    if (node.IsScalar() && (node.Scalar() == "true" || node.Scalar() == "false")) {
      target = node.Scalar() == "true";
      return;
    }
    reader.complain_of_type(node, "true or false");
  };
}

ReadSetting count_into(std::size_t& target, std::size_t least, std::size_t most) {
  return [&target, least, most](SettingReader& reader, const YAML::Node& node) {
    std::size_t count = 0;
    if (!node.IsScalar() || !YAML::convert<std::size_t>::decode(node, count)) {
      reader.complain_of_type(node, "a whole number");
      return;
    }
    if (count < least || count > most) {
      reader.complain(node, {.code = "config/bad-value",
                             .message = "this must lie between " + std::to_string(least) + " and " +
                                        std::to_string(most)});
      return;
    }
    target = count;
  };
}

void read_map(SettingReader& reader, const YAML::Node& node, const std::vector<SettingKey>& keys) {
  if (node.IsNull()) {
    return;
  }
  if (!node.IsMap()) {
    reader.complain_of_type(node, "a map of names and values");
    return;
  }
  std::vector<std::string_view> names;
  std::ranges::transform(keys, std::back_inserter(names), &SettingKey::name);
  for (const auto& member : node) {
    const std::string name = member.first.IsScalar() ? member.first.Scalar() : std::string();
    const auto key = std::ranges::find(keys, name, &SettingKey::name);
    if (key != keys.end()) {
      key->read(reader, member.second);
      continue;
    }
    std::string all;
    for (const std::string_view known : names) {
      all += (all.empty() ? "known are " : ", ") + std::string(known);
    }
    const std::string meant = text::did_you_mean(name, names);
    reader.complain(member.first, {.code = "config/unknown-key",
                                   .message = "there is no setting \"" + name + "\"",
                                   .remedy = meant.empty() ? all : meant});
  }
}

ReadSetting map_into(std::vector<SettingKey> keys) {
  return [keys = std::move(keys)](SettingReader& reader, const YAML::Node& node) {
    read_map(reader, node, keys);
  };
}

}  // namespace config
