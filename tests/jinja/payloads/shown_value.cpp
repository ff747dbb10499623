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
  // Parsers read line breaks before anything else: what they drop does not join their halves.
  std::string lines;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const bool pair = bytes.substr(i, 2) == "\r\n";
    lines += bytes[i] == '\r' ? '\n' : bytes[i];
    i += pair ? 1 : 0;
  }
  std::string out;
  for (const char c : well_formed(lines)) {
    const bool blank = c == '\t' || c == '\n' || c == '\f';
    if (blank || static_cast<unsigned char>(c) >= ' ') {
      out += c;
    }
  }
  return out;
}

std::string xml_part(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size();) {
    const text::CodePoint point = text::code_point_at(bytes, i);
    const char32_t c = point.value;
    if (c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r') {
      text::append_utf8(out, c);  // what is dropped does not join malformed bytes
    }
    i += point.size;
  }
  return out;
}

}  // namespace payloads
