#include "jinja/payloads/compare_names.hpp"

#include "jinja/payloads/addresses.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <set>

namespace payloads {

namespace {

/// Whether an element only shows its content. Unknown ones do.
bool only_shows(const std::string& name) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"a",       "abbr",  "article", "aside",  "b",    "blockquote", "cite",   "code",   "dd",
       "details", "div",   "dl",      "dt",     "em",   "figcaption", "figure", "footer", "h1",
       "h2",      "h3",    "h4",      "h5",     "h6",   "header",     "i",      "label",  "li",
       "main",    "mark",  "nav",     "ol",     "p",    "pre",        "q",      "s",      "samp",
       "section", "small", "span",    "strong", "sub",  "summary",    "sup",    "table",  "tbody",
       "td",      "tfoot", "th",      "thead",  "time", "tr",         "u",      "ul",     "var"});
  return gumbo_tag_enum(name.c_str()) == GUMBO_TAG_UNKNOWN ||
         std::ranges::find(kNames, name) != kNames.end();
}

/// Attributes that run or load something whatever their value.
bool acts(std::string_view name) {
  return name.starts_with("on") || name == "style" || name == "srcdoc" || name == "http-equiv";
}

class Names {
 public:
  explicit Names(const Node& marked) { collect(marked); }

  void compare(const Node& node) {
    if (!node.name.empty() && !only_shows(node.name) && !elements_.contains(node.name)) {
      complaints_.push_back("<" + node.name + ">");
    }
    for (const auto& [name, value] : node.attributes) {
      const auto addresses = addresses_in(node.name, name, value);
      if (acts(name) || !std::ranges::all_of(addresses, is_harmless_address)) {
        complaints_.push_back("<" + node.name + " " + name + "=\"" + value + "\">");
      }
    }
    std::ranges::for_each(node.children, [this](const Node& child) { compare(child); });
  }

  std::vector<std::string> take_complaints() { return std::move(complaints_); }

 private:
  void collect(const Node& node) {
    elements_.insert(node.name);
    std::ranges::for_each(node.children, [this](const Node& child) { collect(child); });
  }

  std::set<std::string> elements_;
  std::vector<std::string> complaints_;
};

}  // namespace

std::vector<std::string> compare_names(const Node& marked, const Node& page) {
  Names names(marked);
  names.compare(page);
  return names.take_complaints();
}

}  // namespace payloads
