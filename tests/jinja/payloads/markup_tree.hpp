#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace payloads {

struct Attribute {
  std::string name;  ///< in lower case
  std::string value;
};

/// A node of a parsed page, as far as tests compare it.
struct Node {
  enum class Kind { element, comment, declaration };

  Kind kind = Kind::element;
  std::string name;  ///< of an element, in lower case
  std::vector<Attribute> attributes;
  std::vector<Node> children;
  /// The text before each child, and that behind the last one.
  std::vector<std::string> texts = {""};

  /// The value of an attribute, or nothing.
  [[nodiscard]] const std::string* attribute(std::string_view wanted) const;
};

/// The document as an HTML parser (Gumbo) sees it.
[[nodiscard]] Node parse_html(std::string_view bytes);

/// The document as an XML parser (libxml2) sees it; nothing if it is not well-formed.
[[nodiscard]] std::optional<Node> parse_xml(std::string_view bytes);

}  // namespace payloads
