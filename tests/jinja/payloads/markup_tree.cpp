#include "jinja/payloads/markup_tree.hpp"

#include "text/whitespace.hpp"

#include <gumbo.h>

#include <algorithm>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <memory>
#include <span>

namespace payloads {

namespace {

Node& add_child(Node& parent, Node::Kind kind) {
  parent.texts.emplace_back();
  return parent.children.emplace_back(Node{.kind = kind});
}

std::string element_name(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) {
    return gumbo_normalized_tagname(element.tag);
  }
  GumboStringPiece original = element.original_tag;
  gumbo_tag_from_original_text(&original);
  return text::ascii_lower({original.data, original.length});
}

std::span<void*> items(const GumboVector& vector) {
  return {vector.data, vector.length};
}

void add_html(Node& parent, const GumboNode& node);

void add_element(Node& parent, const GumboElement& element) {
  Node& child = add_child(parent, Node::Kind::element);
  child.name = element_name(element);
  for (const void* item : items(element.attributes)) {
    const auto& attribute = *static_cast<const GumboAttribute*>(item);
    child.attributes.push_back({text::ascii_lower(attribute.name), attribute.value});
  }
  for (const void* item : items(element.children)) {
    add_html(child, *static_cast<const GumboNode*>(item));
  }
}

void add_html(Node& parent, const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      add_element(parent, node.v.element);
      return;
    case GUMBO_NODE_COMMENT:
      add_child(parent, Node::Kind::comment);
      return;
    case GUMBO_NODE_DOCUMENT:
      return;
    default:
      parent.texts.back() += node.v.text.text;
  }
}

std::string_view characters(const xmlChar* text) {
  // libxml2's characters are UTF-8 in unsigned bytes.
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

void add_xml(Node& parent, xmlNode& node) {
  switch (node.type) {
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE:
      parent.texts.back() += characters(node.content);
      return;
    case XML_ELEMENT_NODE:
      break;
    case XML_COMMENT_NODE:
      add_child(parent, Node::Kind::comment);
      return;
    default:
      add_child(parent, Node::Kind::declaration);
      return;
  }
  Node& child = add_child(parent, Node::Kind::element);
  child.name = characters(node.name);
  for (const xmlAttr* attribute = node.properties; attribute != nullptr;
       attribute = attribute->next) {
    const std::unique_ptr<xmlChar, decltype(xmlFree)> value(
        xmlNodeListGetString(node.doc, attribute->children, 1), xmlFree);
    child.attributes.push_back(
        {std::string(characters(attribute->name)), std::string(characters(value.get()))});
  }
  for (xmlNode* inner = node.children; inner != nullptr; inner = inner->next) {
    add_xml(child, *inner);
  }
}

}  // namespace

const std::string* Node::attribute(std::string_view wanted) const {
  const auto found = std::ranges::find(attributes, wanted, &Attribute::name);
  return found == attributes.end() ? nullptr : &found->value;
}

Node parse_html(std::string_view bytes) {
  const auto destroy = [](GumboOutput* output) {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  };
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, bytes.data(), bytes.size()), destroy);
  Node document;
  for (const void* item : items(output->document->v.document.children)) {
    add_html(document, *static_cast<const GumboNode*>(item));
  }
  return document;
}

std::optional<Node> parse_xml(std::string_view bytes) {
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> parsed(
      xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), "page.xml", nullptr,
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
      xmlFreeDoc);
  if (parsed == nullptr) {
    return std::nullopt;
  }
  Node document;
  for (xmlNode* node = parsed->children; node != nullptr; node = node->next) {
    add_xml(document, *node);
  }
  return document;
}

}  // namespace payloads
