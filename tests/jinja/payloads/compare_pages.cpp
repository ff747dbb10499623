#include "jinja/payloads/compare_pages.hpp"

#include "jinja/payloads/addresses.hpp"
#include "jinja/payloads/compare_code.hpp"
#include "jinja/payloads/compare_names.hpp"
#include "jinja/payloads/shown_value.hpp"
#include "text/whitespace.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace payloads {

namespace {

enum class Code { none, script, json, other };

/// What a browser makes of the content of a <script>.
Code code_of(const Node& script) {
  const std::string* attribute = script.attribute("type");
  const std::string type = attribute == nullptr ? "" : text::ascii_lower(*attribute);
  if (type.find("json") != std::string::npos) {
    return Code::json;
  }
  const bool runs = type.empty() || type == "module" || type.find("script") != std::string::npos;
  return runs ? Code::script : Code::other;
}

bool is_refresh(const Node& element) {
  const std::string* meaning = element.attribute("http-equiv");
  return meaning != nullptr && text::ascii_lower(*meaning) == "refresh";
}

class Comparison {
 public:
  explicit Comparison(const Expectation& expected) : expected_(expected) {}

  void compare(const Node& marked, const Node& page) {
    if (!is_same_node(marked, page)) {
      return;
    }
    compare_attributes(marked, page);
    for (std::size_t i = 0; i < page.texts.size(); ++i) {
      compare_text(marked, marked.texts[i], page.texts[i]);
    }
    for (std::size_t i = 0; i < page.children.size(); ++i) {
      compare(marked.children[i], page.children[i]);
    }
  }

  std::vector<std::string> take_complaints() { return std::move(complaints_); }

 private:
  void complain(const Complaint& complaint) {
    if (complaint) {
      complaints_.push_back(*complaint);
    }
  }

  [[nodiscard]] RoundTrip round_trip() const {
    return rule("no_round_trip") ? RoundTrip::no : RoundTrip::yes;
  }

  [[nodiscard]] bool rule(std::string_view name) const { return expected_.context->has(name); }

  bool is_same_node(const Node& marked, const Node& page) {
    if (marked.kind != page.kind || marked.name != page.name) {
      complain("<" + page.name + "> where <" + marked.name + "> was");
      return false;
    }
    const auto names = [](const Node& node) {
      std::string all;
      for (const Attribute& attribute : node.attributes) {
        all += " " + attribute.name;
      }
      return all;
    };
    if (names(marked) != names(page)) {
      complain("<" + page.name + "> has the attributes" + names(page) + ", not" + names(marked));
      return false;
    }
    const auto children = [](const Node& node) {
      std::string all;
      for (const Node& child : node.children) {
        all += " <" + child.name + ">";
      }
      return all;
    };
    if (children(marked) != children(page)) {
      complain("<" + page.name + "> has the children" + children(page) + ", not" +
               children(marked));
      return false;
    }
    return true;
  }

  void compare_text(const Node& parent, const std::string& marked, const std::string& text) {
    if (parent.name == "script" && !expected_.context->is_xml()) {
      compare_script(code_of(parent), marked, text);
    } else if (parent.name == "style" && !expected_.context->is_xml()) {
      if (!(expected_.trusted && rule("trusted_code"))) {
        complain(compare_styles(marked, text, expected_.value));
      }
    } else if (parent.kind == Node::Kind::element) {
      // A line feed that begins a <pre> or <textarea> is not part of it.
      const bool drops = parent.name == "pre" || parent.name == "textarea";
      compare_plain(marked, text, drops && marked.starts_with(kMarker));
    }
  }

  void compare_script(Code code, const std::string& marked, const std::string& script) {
    if (code == Code::other || (expected_.trusted && rule("trusted_code"))) {
      return;
    }
    complain(code == Code::json ? compare_json(marked, script, expected_.value)
                                : compare_scripts(marked, script, expected_.value, round_trip()));
  }

  /// Text that is only shown.
  void compare_plain(std::string_view marked, std::string_view text, bool drops_line_feed) {
    if (text == marked && !has_marker(marked)) {
      return;
    }
    if ((expected_.trusted || rule("no_round_trip")) && has_marker(marked)) {
      return;
    }
    std::string wanted = normalised(with_value(marked, expected_.value));
    if (drops_line_feed && wanted.starts_with('\n')) {
      wanted.erase(0, 1);
    }
    if (normalised(text) != wanted) {
      complain("\"" + normalised(text) + "\" is shown, not \"" + wanted + "\"");
    }
  }

  [[nodiscard]] std::string normalised(std::string_view text) const {
    return comparable(expected_.context->is_xml() ? xml_part(text) : std::string(text));
  }

  void compare_attributes(const Node& marked, const Node& page) {
    for (std::size_t i = 0; i < page.attributes.size(); ++i) {
      compare_attribute(page, page.attributes[i].name, marked.attributes[i].value,
                        page.attributes[i].value);
    }
  }

  void compare_attribute(const Node& element, const std::string& name, const std::string& marked,
                         const std::string& value) {
    const bool html = !expected_.context->is_xml();
    const bool free = expected_.trusted && rule("trusted_code");
    const auto addresses = addresses_in(element.name, name, value);
    if (name.starts_with("on") && html) {
      complain(free ? Complaint() : compare_scripts(marked, value, expected_.value, round_trip()));
    } else if (name == "style" && html) {
      complain(free ? Complaint() : compare_styles(marked, value, expected_.value));
    } else if (name == "srcdoc" && html) {
      compare(parse_html(marked), parse_html(value));
    } else if (name == "content" && is_refresh(element)) {
      compare_address(marked, value, {refresh_address(value)});
    } else if (!addresses.empty() && has_marker(marked)) {
      compare_address(marked, value, addresses);
    } else if (rule("json_in_attribute") && has_marker(marked)) {
      complain(expected_.trusted ? Complaint() : compare_json(marked, value, expected_.value));
    } else {
      compare_attribute_text(marked, value);
    }
  }

  void compare_attribute_text(const std::string& marked, std::string value) {
    std::string wanted = with_value(marked, expected_.value);
    if (expected_.context->is_xml() && !expected_.trusted) {
      // Attributes of XML have blanks where they were written with line breaks and tabs.
      for (std::string* text : {&wanted, &value}) {
        *text = normalised(*text);
        std::ranges::replace(*text, '\n', ' ');
        std::ranges::replace(*text, '\t', ' ');
      }
      if (wanted != value) {
        complain("an attribute is \"" + value + "\", not \"" + wanted + "\"");
      }
      return;
    }
    compare_plain(marked, value, false);
  }

  void compare_address(const std::string& marked, const std::string& value,
                       const std::vector<std::string_view>& addresses) {
    const std::string scheme = scheme_of(marked);
    if (!is_harmless_address(marked) && !has_marker(scheme)) {
      compare_own_scheme(scheme, marked, value);
      return;
    }
    for (const std::string_view address : addresses) {
      if (!is_harmless_address(address)) {
        complain("an address with another scheme: " + value);
      }
    }
    if (!value.starts_with(before_marker(marked)) || !value.ends_with(behind_marker(marked))) {
      complain("an address begins or ends in another way: " + value);
    }
    compare_address_text(marked, value);
  }

  /// An address that is not refused says what the value says.
  void compare_address_text(const std::string& marked, const std::string& value) {
    const auto essence = [](std::string_view address) {
      std::string text = well_formed(percent_decoded(address));
      std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
      return text;
    };
    const bool refused = value.find(kRefusedAddress) != std::string::npos;
    static constexpr std::array<std::string_view, 5> kUsual = {"https://", "http://",
                                                               "mailto:", "/", "#"};
    const bool usual = std::ranges::any_of(
        kUsual, [this](std::string_view start) { return expected_.value.starts_with(start); });
    if (refused && usual && expected_.harmless && !rule("no_round_trip")) {
      complain("a harmless address is refused");
    }
    const std::string shown =
        expected_.context->is_xml() ? xml_part(expected_.value) : std::string(expected_.value);
    if (!refused && !expected_.trusted && !rule("no_round_trip") &&
        essence(value) != essence(with_value(marked, shown))) {
      complain("an address is \"" + value + "\"");
    }
  }

  /// The template itself wrote a scheme that holds code.
  void compare_own_scheme(const std::string& scheme, const std::string& marked,
                          const std::string& value) {
    const auto code = [](const std::string& address) {
      return percent_decoded(address.substr(address.find(':') + 1));
    };
    if (scheme_of(value) != scheme) {
      complain("an address with another scheme: " + value);
    } else if (scheme == "javascript") {
      complain(compare_scripts(code(marked), code(value), expected_.value));
    } else {
      compare(parse_html(code(marked)), parse_html(code(value)));
    }
  }

  Expectation expected_;
  std::vector<std::string> complaints_;
};

}  // namespace

std::vector<std::string> compare_pages(const Node& marked, const Node& page,
                                       const Expectation& expected) {
  if (expected.context->has("names")) {
    return compare_names(marked, page);
  }
  Comparison comparison(expected);
  comparison.compare(marked, page);
  return comparison.take_complaints();
}

}  // namespace payloads
