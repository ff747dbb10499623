#include "jinja/payloads/addresses.hpp"

#include "text/whitespace.hpp"

#include <algorithm>
#include <array>

namespace payloads {

namespace {

constexpr std::string_view kBlanks = " \t\n\r\f";

template <std::size_t size>
bool is_in(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_scheme_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

/// The parts of `list` between any of `separators`; empty ones are left out.
std::vector<std::string_view> parts(std::string_view list, std::string_view separators) {
  std::vector<std::string_view> found;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(separators), list.size());
    if (end > 0) {
      found.push_back(list.substr(0, end));
    }
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return found;
}

int hex_digit(char c) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  const std::string lower = text::ascii_lower({&c, 1});
  const std::size_t digit = kDigits.find(lower);
  return digit == std::string_view::npos ? -1 : static_cast<int>(digit);
}

}  // namespace

std::string scheme_of(std::string_view address) {
  std::string scheme;
  for (const char c : text::ascii_lower(address)) {
    if (c == ':') {
      return !scheme.empty() && is_letter(scheme.front()) ? scheme : std::string();
    }
    if (static_cast<unsigned char>(c) <= ' ' || c == '\x7F') {
      continue;
    }
    if (!is_scheme_character(c)) {
      return {};
    }
    scheme += c;
  }
  return {};
}

bool is_harmless_address(std::string_view address) {
  static constexpr std::array<std::string_view, 4> kHarmless = {"", "http", "https", "mailto"};
  const std::string scheme = scheme_of(address);
  // A refused piece makes any scheme in front of it an unknown one.
  const bool refused = scheme.ends_with("about") && address.find(kRefusedAddress) != address.npos;
  return refused || is_in(kHarmless, scheme);
}

std::string percent_decoded(std::string_view address) {
  std::string out;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const bool encoded = address[i] == '%' && i + 2 < address.size() &&
                         hex_digit(address[i + 1]) >= 0 && hex_digit(address[i + 2]) >= 0;
    if (encoded) {
      out += static_cast<char>(hex_digit(address[i + 1]) * 16 + hex_digit(address[i + 2]));
      i += 2;
    } else {
      out += address[i];
    }
  }
  return out;
}

std::vector<std::string_view> addresses_in(std::string_view element, std::string_view name,
                                           std::string_view value) {
  static constexpr std::array<std::string_view, 14> kSingle = {
      "action", "background", "cite",   "codebase", "data",   "formaction", "href",
      "icon",   "longdesc",   "lowsrc", "manifest", "poster", "src",        "xlink:href"};
  static constexpr std::array<std::string_view, 2> kAnimations = {"animate", "set"};
  static constexpr std::array<std::string_view, 3> kAnimated = {"by", "from", "to"};
  if (is_in(kSingle, name)) {
    return {value};
  }
  if (name == "ping") {
    return parts(value, kBlanks);
  }
  if (name == "srcset" || name == "imagesrcset") {
    return parts(value, " \t\n\r\f,");
  }
  if (is_in(kAnimations, element) && is_in(kAnimated, name)) {
    return {value};
  }
  return is_in(kAnimations, element) && name == "values" ? parts(value, ";")
                                                         : std::vector<std::string_view>();
}

std::string_view refresh_address(std::string_view content) {
  const auto skip = [&content](std::string_view characters) {
    content.remove_prefix(std::min(content.find_first_not_of(characters), content.size()));
  };
  skip(kBlanks);
  const std::string_view time = content;
  skip("0123456789.");
  if (content.size() == time.size()) {
    return {};
  }
  skip(" \t\n\r\f;,");
  if (text::ascii_lower(content.substr(0, 3)) == "url") {
    const std::size_t equals = content.find_first_not_of(kBlanks, 3);
    if (equals != std::string_view::npos && content[equals] == '=') {
      content.remove_prefix(equals + 1);
      skip(kBlanks);
    }
  }
  const bool quoted = content.starts_with('"') || content.starts_with('\'');
  return quoted ? content.substr(1, content.find(content[0], 1) - 1) : content;
}

}  // namespace payloads
