#pragma once

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xpath.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// For tests: XML as another reader than ours sees it.
class XmlReader {
 public:
  explicit XmlReader(std::string_view bytes)
      : document_(xmlReadMemory(
                      bytes.data(), static_cast<int>(bytes.size()), "test.xml", nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE),
                  xmlFreeDoc) {}

  [[nodiscard]] bool is_well_formed() const { return document_ != nullptr; }

  /// The contents of the nodes at `path`. Names go without their namespace: `//a:entry` is written
  /// `//*[local-name()='entry']`, which `entry_path` of the tests makes short.
  [[nodiscard]] std::vector<std::string> texts(const std::string& path) const {
    std::vector<std::string> texts;
    const std::unique_ptr<xmlXPathContext, void (*)(xmlXPathContext*)> context(
        xmlXPathNewContext(document_.get()), xmlXPathFreeContext);
    const std::unique_ptr<xmlXPathObject, void (*)(xmlXPathObject*)> found(
        xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(path.c_str()), context.get()),
        xmlXPathFreeObject);
    const xmlNodeSet* nodes = found ? found->nodesetval : nullptr;
    for (int i = 0; nodes != nullptr && i < nodes->nodeNr; ++i) {
      xmlChar* text = xmlNodeGetContent(nodes->nodeTab[i]);
      texts.emplace_back(reinterpret_cast<const char*>(text));
      xmlFree(text);
    }
    return texts;
  }

  /// Whether the document follows the RELAX NG schema in the file at `schema_path`.
  [[nodiscard]] bool follows(const std::string& schema_path) const {
    xmlRelaxNGParserCtxt* parser = xmlRelaxNGNewParserCtxt(schema_path.c_str());
    xmlRelaxNG* schema = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
    if (schema == nullptr) {
      return false;
    }
    xmlRelaxNGValidCtxt* validation = xmlRelaxNGNewValidCtxt(schema);
    const bool valid = xmlRelaxNGValidateDoc(validation, document_.get()) == 0;
    xmlRelaxNGFreeValidCtxt(validation);
    xmlRelaxNGFree(schema);
    return valid;
  }

 private:
  std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document_;
};

/// A path of elements, whatever their namespace: `element_path("feed/entry/id")`.
inline std::string element_path(std::string_view names) {
  std::string path;
  for (std::size_t begin = 0; begin <= names.size();) {
    const std::size_t end = std::min(names.find('/', begin), names.size());
    path += "/*[local-name()='" + std::string(names.substr(begin, end - begin)) + "']";
    begin = end + 1;
  }
  return path;
}
