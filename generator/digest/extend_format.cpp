#include "digest/extend_format.hpp"

#include "config/yaml.hpp"
#include "text/suggestion.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace digest {

namespace {

using values::Kind;
using values::Value;

/// A format may extend one that extends one that …: this often.
constexpr int kMaxExtends = 8;

/// `child` laid over `parent`: maps are merged, everything else is replaced.
Value overlaid(const Value& parent, const Value& child) {
  if (parent.kind() != Kind::map || child.kind() != Kind::map) {
    return child;
  }
  values::Map merged;
  for (std::size_t i = 0; i < parent.size(); ++i) {
    merged.set(std::string(parent.member_name(i)), parent.member_value(i));
  }
  for (std::size_t i = 0; i < child.size(); ++i) {
    const std::string name(child.member_name(i));
    const Value* below = merged.find(name);
    const Value value =
        below == nullptr ? child.member_value(i) : overlaid(*below, child.member_value(i));
    merged.set(name, value);
  }
  return Value::map(std::move(merged));
}

/// What a format is recognised by, and when, is its own affair.
Value without_own_keys(const Value& tree) {
  values::Map members;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    if (tree.member_name(i) != "recognise" && tree.member_name(i) != "priority") {
      members.set(std::string(tree.member_name(i)), tree.member_value(i));
    }
  }
  return Value::map(std::move(members));
}

Value load(const text::SourceText& source, std::span<const text::SourceText* const> library,
           int depth, FormatValues& from) {
  diagnostics::Expected<Value> tree = config::parse_yaml(source);
  if (!tree) {
    from.keep(std::move(tree.error()));
    return Value::map({});
  }
  if (tree->kind() != Kind::map) {
    from.complain({}, "a format file is a map of keys",
                  "docs/digest_format.md shows one from the beginning to the end");
    return Value::map({});
  }
  const std::string parent_name(tree->member("extends").as_text());
  if (parent_name.empty()) {
    return *std::move(tree);
  }
  const auto parent = std::ranges::find(
      library, parent_name, [](const text::SourceText* s) { return file_stem(s->path()); });
  if (parent == library.end() || depth == kMaxExtends) {
    std::vector<std::string_view> names;
    for (const text::SourceText* file : library) {
      names.push_back(file_stem(file->path()));
    }
    const std::string suggestion = text::did_you_mean(parent_name, names);
    from.complain(parent_name, "there is no format \"" + parent_name + "\" to extend",
                  suggestion.empty() ? "name a format file without its ending" : suggestion);
    return *std::move(tree);
  }
  return overlaid(without_own_keys(load(**parent, library, depth + 1, from)), *tree);
}

}  // namespace

Value extended_tree(const text::SourceText& source,
                    std::span<const text::SourceText* const> library, FormatValues& from) {
  return load(source, library, 0, from);
}

std::string_view file_stem(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  path = slash == std::string_view::npos ? path : path.substr(slash + 1);
  return path.substr(0, path.rfind('.'));
}

}  // namespace digest
