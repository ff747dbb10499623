#include "text/url.hpp"

#include "text/whitespace.hpp"

#include <algorithm>

namespace text {

namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

bool is_path_byte(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool digit = c >= '0' && c <= '9';
  return letter || digit ||
         std::string_view("-._~!$&'()*+,;=:@/").find(c) != std::string_view::npos;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  if (c >= 'a' && c <= 'f') {
    return c - 'a' + 10;
  }
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::size_t scheme_size(std::string_view url) {
  const std::string start = ascii_lower(url.substr(0, 8));
  if (start.starts_with("http://")) {
    return 7;
  }
  return start == "https://" ? 8 : 0;
}

}  // namespace

std::string percent_encode_path(std::string_view path) {
  std::string out;
  out.reserve(path.size());
  for (const char c : path) {
    if (is_path_byte(c)) {
      out.push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out.push_back('%');
      out.push_back(kHexDigits[byte >> 4U]);
      out.push_back(kHexDigits[byte & 0xFU]);
    }
  }
  return out;
}

std::string percent_decode(std::string_view encoded) {
  std::string out;
  out.reserve(encoded.size());
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    const bool escape = encoded[i] == '%' && i + 2 < encoded.size();
    const int high = escape ? hex_value(encoded[i + 1]) : -1;
    const int low = escape ? hex_value(encoded[i + 2]) : -1;
    if (high < 0 || low < 0) {
      out.push_back(encoded[i]);
    } else {
      out.push_back(static_cast<char>(high * 16 + low));
      i += 2;
    }
  }
  return out;
}

bool is_web_url(std::string_view url) {
  const std::size_t scheme = scheme_size(url);
  if (scheme == 0 || url.size() == scheme) {
    return false;
  }
  const char host = url[scheme];
  if (host == '/' || host == '?' || host == '#' || host == ':' || host == '@') {
    return false;
  }
  return std::ranges::none_of(url, [](char c) {
    return static_cast<unsigned char>(c) <= 0x20U || c == 0x7F || c == '"' || c == '<' ||
           c == '>' || c == '\\' || c == '`';
  });
}

BaseUrl split_base_url(std::string_view url) {
  while (url.ends_with('/')) {
    url.remove_suffix(1);
  }
  const std::size_t host = scheme_size(url);
  const std::size_t slash = url.find('/', host);
  if (slash == std::string_view::npos) {
    return {.origin = std::string(url), .path = {}};
  }
  return {.origin = std::string(url.substr(0, slash)), .path = std::string(url.substr(slash))};
}

}  // namespace text
