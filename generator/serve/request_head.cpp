#include "serve/request_head.hpp"

#include "text/whitespace.hpp"

#include <algorithm>
#include <array>

namespace serve {

namespace {

constexpr std::string_view kLineEnd = "\r\n";

bool is_forbidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20U && c != '\t') || byte == 0x7FU;
}

/// RFC 9110, 5.6.2 "token".
bool is_token(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    return letter || digit || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

/// Takes one header line into `head`; false if it is malformed.
bool take_header(RequestHead& head, std::string_view line) {
  constexpr std::array<std::string_view, 4> kEssential = {"host", "origin", "connection",
                                                          "last-event-id"};
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
    return false;
  }
  const std::string name = text::ascii_lower(line.substr(0, colon));
  const std::string_view value = text::trim(line.substr(colon + 1));
  head.has_body =
      head.has_body || name == "transfer-encoding" || (name == "content-length" && value != "0");
  if (std::ranges::find(kEssential, name) != kEssential.end()) {
    head.essential.append(line).append(kLineEnd);
  }
  return true;
}

}  // namespace

std::size_t head_size(std::string_view bytes) {
  // Also lines that end without CR end the head: what is malformed is answered at once.
  const std::size_t strict = bytes.find("\n\r\n");
  const std::size_t loose = bytes.find("\n\n");
  if (strict == std::string_view::npos && loose == std::string_view::npos) {
    return 0;
  }
  return strict < loose ? strict + 3 : loose + 2;
}

RequestHead read_request_head(std::string_view head) {
  RequestHead result;
  bool is_request_line = true;
  while (head != kLineEnd) {
    const std::size_t end = head.find(kLineEnd);
    const std::string_view line = head.substr(0, end);
    if (end == std::string_view::npos || std::ranges::any_of(line, is_forbidden)) {
      return result;
    }
    if (is_request_line) {
      result.essential.append(line).append(kLineEnd);
    } else if (!take_header(result, line)) {
      return result;
    }
    is_request_line = false;
    head.remove_prefix(end + kLineEnd.size());
  }
  result.essential.append(kLineEnd);
  result.well_formed = !is_request_line;
  return result;
}

}  // namespace serve
