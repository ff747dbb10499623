#include "digest/source_characters.hpp"

#include "digest/script.hpp"
#include "text/utf8.hpp"

namespace digest {

namespace {

constexpr std::size_t kLongestEntity = 34;

std::size_t entity_size(std::string_view raw) {
  std::size_t end = 1;
  while (end < raw.size() && end < kLongestEntity &&
         (is_digit(raw[end]) || is_lower(raw[end]) || is_capital(raw[end]) || raw[end] == '#')) {
    ++end;
  }
  return end < raw.size() && raw[end] == ';' ? end + 1 : end;
}

/// How many bytes of `raw` the character takes with which `text` begins.
std::size_t written_size(std::string_view text, std::size_t size, std::string_view raw) {
  if (raw.empty()) {
    return 0;
  }
  if (raw.front() == '&' && !text.starts_with(raw.substr(0, 2))) {
    return entity_size(raw);
  }
  if (raw.front() == '&' && text.front() == '&' && raw.starts_with("&amp;")) {
    return text.starts_with("&amp;") ? 1 : std::string_view("&amp;").size();
  }
  if (raw.starts_with("\r\n")) {
    return 2;
  }
  return raw.starts_with(text.substr(0, size)) ? size : 1;
}

}  // namespace

bool is_html_blank(std::string_view character) {
  return character.size() == 1 &&
         std::string_view(" \t\r\n\f").find(character[0]) != std::string_view::npos;
}

SourceCharacter first_character(std::string_view text, std::string_view raw, std::size_t offset) {
  std::size_t skipped = 0;
  // Tags that the parser ignored stand inside the raw text.
  while (skipped < raw.size() && raw[skipped] == '<' && !text.starts_with(raw.substr(skipped, 2))) {
    const std::size_t close = raw.find('>', skipped);
    skipped = close == std::string_view::npos ? raw.size() : close + 1;
  }
  raw.remove_prefix(skipped);
  const std::size_t size = text::code_point_at(text, 0).size;
  return {.text = text.substr(0, size),
          .offset = offset + skipped,
          .size = std::min(written_size(text, size, raw), raw.size())};
}

}  // namespace digest
