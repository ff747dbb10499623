#include "serve/request_target.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace serve {

namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20U || byte == 0x7FU;
}

/// The byte that the two hex digits at the start of `digits` stand for.
std::optional<char> hex_byte(std::string_view digits) {
  const std::string_view pair = digits.substr(0, 2);
  unsigned value = 0;
  const char* const end = pair.data() + pair.size();
  const auto [stop, error] = std::from_chars(pair.data(), end, value, 16);
  if (pair.size() != 2 || error != std::errc() || stop != end) {
    return std::nullopt;
  }
  return static_cast<char>(value);
}

std::optional<std::string> decode_path(std::string_view raw) {
  std::string path;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '%') {
      path.push_back(raw[i]);
      continue;
    }
    const std::optional<char> byte = hex_byte(raw.substr(i + 1));
    if (!byte) {
      return std::nullopt;
    }
    if (*byte == '/') {
      path += "%2F";
    } else {
      path.push_back(*byte);
    }
    i += 2;
  }
  if (std::ranges::any_of(path, is_control) || text::first_malformed(path)) {
    return std::nullopt;
  }
  return path;
}

std::string ascii_query(std::string_view raw) {
  constexpr std::string_view kHexDigits = "0123456789ABCDEF";
  std::string query;
  for (const char c : raw) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80U) {
      query.push_back(c);
    } else {
      query.append({'%', kHexDigits[byte >> 4U], kHexDigits[byte & 0xFU]});
    }
  }
  return query;
}

}  // namespace

std::optional<RequestTarget> parse_request_target(std::string_view target) {
  const bool has_blank =
      std::ranges::any_of(target, [](char c) { return is_control(c) || c == ' '; });
  if (!target.starts_with('/') || has_blank || target.find('#') != std::string_view::npos) {
    return std::nullopt;
  }
  const std::size_t question = target.find('?');
  std::optional<std::string> path = decode_path(target.substr(0, question));
  if (!path) {
    return std::nullopt;
  }
  const std::string_view query =
      question == std::string_view::npos ? std::string_view() : target.substr(question + 1);
  return RequestTarget{.path = std::move(*path), .query = ascii_query(query)};
}

}  // namespace serve
