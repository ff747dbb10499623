#include "jinja/escape_url.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace jinja {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool is_skipped(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
}

/// Whether a character may stand in an address as it is, for each byte.
constexpr std::array<bool, 256> kUrlCharacters = [] {
  std::array<bool, 256> allowed{};
  for (std::size_t byte = 0; byte < allowed.size(); ++byte) {
    allowed[byte] =
        byte > ' ' && byte != 0x7F &&
        std::string_view("\"'<>\\^`{|}").find(static_cast<char>(byte)) == std::string_view::npos;
  }
  return allowed;
}();

bool is_url_character(char c) {
  return kUrlCharacters[static_cast<unsigned char>(c)];
}

/// Whether a byte is no character of an address, or one that HTML escapes.
constexpr std::array<bool, 256> kNotPlain = [] {
  std::array<bool, 256> not_plain{};
  for (std::size_t byte = 0; byte < not_plain.size(); ++byte) {
    not_plain[byte] = !kUrlCharacters[byte] || byte == '&';
  }
  return not_plain;
}();

struct NamedReference {
  std::string_view name;
  std::string_view character;
};

constexpr std::array<NamedReference, 11> kNamed = {{{"amp", "&"},
                                                    {"lt", "<"},
                                                    {"gt", ">"},
                                                    {"quot", "\""},
                                                    {"apos", "'"},
                                                    {"nbsp", "\xC2\xA0"},
                                                    {"colon", ":"},
                                                    {"Tab", "\t"},
                                                    {"NewLine", "\n"},
                                                    {"sol", "/"},
                                                    {"num", "#"}}};

/// Reads `#123;` or `#x7b;` behind a '&'; browsers do not ask for the semicolon.
std::size_t read_number(std::string_view reference, char32_t& value) {
  const bool hex = reference.size() > 1 && lower(reference[1]) == 'x';
  std::size_t end = hex ? 2 : 1;
  const std::size_t first = end;
  std::uint32_t number = 0;
  for (; end < reference.size(); ++end) {
    const char c = lower(reference[end]);
    const bool digit = c >= '0' && c <= '9';
    if (!digit && !(hex && c >= 'a' && c <= 'f')) {
      break;
    }
    const auto one = static_cast<std::uint32_t>(digit ? c - '0' : c - 'a' + 10);
    number = std::min<std::uint32_t>(number * (hex ? 16U : 10U) + one, 0x110000U);
  }
  if (end == first) {
    return 0;
  }
  value = number < 0x110000U ? char32_t{number} : text::kReplacement;
  return end + (end < reference.size() && reference[end] == ';' ? 1 : 0);
}

/// Appends what the reference at the start of `rest`, behind its '&', stands for; its size, or 0.
std::size_t resolve(std::string_view rest, std::string& out) {
  if (rest.starts_with('#')) {
    char32_t value = 0;
    const std::size_t size = read_number(rest, value);
    if (size != 0) {
      text::append_utf8(out, value);
    }
    return size;
  }
  for (const NamedReference& named : kNamed) {
    if (rest.starts_with(named.name) && rest.substr(named.name.size()).starts_with(';')) {
      out += named.character;
      return named.name.size() + 1;
    }
  }
  return 0;
}

}  // namespace

bool is_harmless_url(std::string_view url) {
  if (url.starts_with('/') || url.starts_with("https://")) {
    return true;
  }
  std::string scheme;
  for (const char c : url) {
    if (c == '/' || c == '?' || c == '#') {
      return true;
    }
    if (c == ':') {
      return scheme == "http" || scheme == "https" || scheme == "mailto";
    }
    if (!is_skipped(c)) {
      scheme += lower(c);
    }
  }
  return true;
}

bool is_plain_address(std::string_view url) {
  if (!url.starts_with('/') && !url.starts_with("https://")) {
    return false;
  }
  // Nearly every address is plain: going through all of it is faster than asking at each byte.
  bool plain = true;
  for (const char c : url) {
    plain &= !kNotPlain[static_cast<unsigned char>(c)];
  }
  return plain;
}

bool is_normal_url(std::string_view url) {
  return std::ranges::all_of(url, is_url_character);
}

std::string normalised_url(std::string_view url) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  out.reserve(url.size());
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_url_character(c)) {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4U];
      out += kHex[byte & 0xFU];
    }
  }
  return out;
}

std::string without_references(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = text[i] == '&' ? resolve(text.substr(i + 1), out) : 0;
    if (size == 0) {
      out += text[i];
    }
    i += size + 1;
  }
  return out;
}

}  // namespace jinja
