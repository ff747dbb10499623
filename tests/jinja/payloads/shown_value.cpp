#include "jinja/payloads/shown_value.hpp"

#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>

namespace payloads {

namespace {

bool is_lost(char32_t value) {
  const bool noncharacter = (value & 0xFFFEU) == 0xFFFEU || (value >= 0xFDD0 && value <= 0xFDEF);
  return value == text::kReplacement || (value >= 0x7F && value < 0xA0) || noncharacter;
}

bool is_plain(char c) {
  return static_cast<unsigned char>(c) < 0x7F;
}

}  // namespace

bool has_marker(std::string_view text) {
  // Filters may write it in capitals.
  return text.find(kMarker) != std::string_view::npos ||
         text::ascii_lower(text).find(kMarker) != std::string::npos;
}

std::string with_value(std::string_view text, std::string_view value) {
  std::string out(text);
  for (std::size_t at = out.find(kMarker); at != std::string::npos;
       at = out.find(kMarker, at + value.size())) {
    out.replace(at, kMarker.size(), value);
  }
  return out;
}

std::string_view before_marker(std::string_view text) {
  return text.substr(0, text.find(kMarker));
}

std::string_view behind_marker(std::string_view text) {
  const std::size_t at = text.rfind(kMarker);
  return at == std::string_view::npos ? text : text.substr(at + kMarker.size());
}

std::string well_formed(std::string_view bytes) {
  if (std::ranges::all_of(bytes, is_plain)) {
    return std::string(bytes);
  }
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const text::CodePoint point = text::code_point_at(bytes, i);
    if (!is_lost(point.value)) {
      out.append(bytes.substr(i, point.size));
    }
    i += point.size;
  }
  return out;
}

std::string comparable(std::string_view bytes) {
  std::string out;
  for (const char c : well_formed(bytes)) {
    if (c == '\n' && out.ends_with('\r')) {
      out.pop_back();
    }
    const bool blank = c == '\t' || c == '\n' || c == '\f' || c == '\r';
    if (blank || static_cast<unsigned char>(c) >= ' ') {
      out += c;
    }
  }
  std::ranges::replace(out, '\r', '\n');
  return out;
}

}  // namespace payloads
