#include "config/yaml.hpp"

#include "config/yaml_nodes.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace config {

namespace {

using diagnostics::Expected;
using diagnostics::failure;
using values::Value;

template <typename Number>
std::optional<Number> number_from(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
  }
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

Value plain_scalar(const std::string& text) {
  if (text.empty() || text == "~" || text == "null") {
    return Value::none();
  }
  if (text == "true" || text == "false") {
    return Value::boolean(text == "true");
  }
  // Words such as "inf" and "nan" stay words.
  const bool numeric = text.find_first_of("0123456789") != std::string::npos &&
                       text.find_first_not_of("0123456789+-.eE") == std::string::npos;
  if (numeric) {
    if (const auto integer = number_from<std::int64_t>(text)) {
      return Value::integer(*integer);
    }
    if (const auto real = number_from<double>(text)) {
      return Value::real(*real);
    }
  }
  return Value::text(text);
}

Expected<Value> value_from(const YAML::Node& node, const text::SourceText& source, int depth);

Expected<Value> list_from(const YAML::Node& node, const text::SourceText& source, int depth) {
  values::List items;
  for (const YAML::Node& item : node) {
    Expected<Value> value = value_from(item, source, depth + 1);
    if (!value) {
      return value;
    }
    items.push_back(*std::move(value));
  }
  return Value::list(std::move(items));
}

Expected<Value> map_from(const YAML::Node& node, const text::SourceText& source, int depth) {
  values::Map members;
  for (const auto& member : node) {
    if (!member.first.IsScalar()) {
      return failure(at_node(source, member.first,
                             {.code = "config/bad-yaml", .message = "a key must be a plain text"}));
    }
    if (members.find(member.first.Scalar()) != nullptr) {
      return failure(
          at_node(source, member.first,
                  {.code = "config/bad-yaml",
                   .message = "the key \"" + member.first.Scalar() + "\" stands here twice",
                   .remedy = "keep one of the two"}));
    }
    Expected<Value> value = value_from(member.second, source, depth + 1);
    if (!value) {
      return value;
    }
    members.set(member.first.Scalar(), *std::move(value));
  }
  return Value::map(std::move(members));
}

Expected<Value> value_from(const YAML::Node& node, const text::SourceText& source, int depth) {
  if (depth > kMaxYamlDepth) {
    return failure(
        at_node(source, node,
                {.code = "config/yaml-limit",
                 .message = "this nests deeper than " + std::to_string(kMaxYamlDepth) + " levels",
                 .remedy = "flatten it"}));
  }
  switch (node.Type()) {
    case YAML::NodeType::Scalar:
      // yaml-cpp tags quoted scalars with "!" and plain ones with "?".
      return node.Tag() == "!" ? Value::text(node.Scalar()) : plain_scalar(node.Scalar());
    case YAML::NodeType::Sequence:
      return list_from(node, source, depth);
    case YAML::NodeType::Map:
      return map_from(node, source, depth);
    case YAML::NodeType::Null:
    case YAML::NodeType::Undefined:
      break;
  }
  return Value::none();
}

/// Whether brackets or indentation alone would nest too deep: asked before yaml-cpp recurses.
bool nests_too_deep(std::string_view bytes) {
  int brackets = 0;
  int deepest = 0;
  int run = 0;  // of "- - - -", which nests without brackets
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    brackets += c == '[' || c == '{' ? 1 : 0;
    brackets -= (c == ']' || c == '}') && brackets > 0 ? 1 : 0;
    const bool dash = (c == '-' || c == '?') && i + 1 < bytes.size() && bytes[i + 1] == ' ';
    run = dash ? run + 1 : (c == ' ' ? run : 0);
    deepest = std::max({deepest, brackets, run});
  }
  return deepest > 8 * kMaxYamlDepth;
}

}  // namespace

diagnostics::Diagnostic at_node(const text::SourceText& source, const YAML::Node& node,
                                diagnostics::Diagnostic diagnostic) {
  return at_mark(source, node.Mark(), std::move(diagnostic));
}

diagnostics::Diagnostic at_mark(const text::SourceText& source, const YAML::Mark& mark,
                                diagnostics::Diagnostic diagnostic) {
  // yaml-cpp counts from 0, and says -1 when it does not know.
  diagnostic = diagnostics::at_line(source, mark.line + 1, std::move(diagnostic));
  diagnostic.where.column = mark.line < 0 ? 0 : mark.column + 1;
  return diagnostic;
}

Expected<YAML::Node> load_yaml(const text::SourceText& source) {
  if (source.bytes().size() > kMaxYamlSize || nests_too_deep(source.bytes())) {
    return failure({.code = "config/yaml-limit",
                    .where = {.path = source.path()},
                    .message = "this YAML is longer than 1 MiB or nests too deep",
                    .remedy = "split it, or write it flatter"});
  }
  try {
    return YAML::Load(std::string(source.bytes()));
  } catch (const YAML::Exception& error) {
    return failure(at_mark(source, error.mark,
                           {.code = "config/bad-yaml",
                            .message = "this is not valid YAML: " + error.msg,
                            .remedy = "a text with a colon, a quote or a bracket needs quotes "
                                      "around it"}));
  }
}

Expected<Value> parse_yaml(const text::SourceText& source) {
  const Expected<YAML::Node> node = load_yaml(source);
  if (!node) {
    return failure(node.error());
  }
  try {
    return value_from(*node, source, 0);
  } catch (const YAML::Exception& error) {
    return failure(at_mark(source, error.mark, {.code = "config/bad-yaml", .message = error.msg}));
  }
}

}  // namespace config
