#include "digest/declared_encoding.hpp"

#include "text/whitespace.hpp"

#include <algorithm>

namespace digest {

namespace {

using text::Encoding;

/// What a file says of itself stands at its beginning. Browsers look at 1 KiB; saved pages have
/// remarks of the browser before it.
constexpr std::size_t kProbed = 4096;

/// The beginning of a file as ASCII: without byte order mark and NULs.
std::string beginning_of(std::string_view bytes) {
  std::string start(bytes.substr(text::byte_order_mark(bytes).size, kProbed));
  std::erase(start, '\0');
  return start;
}

std::string_view without_quotes(std::string_view value) {
  const bool quoted = value.size() > 1 && (value.front() == '"' || value.front() == '\'') &&
                      value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

DeclaredEncoding declared(std::string_view name) {
  return {.name = std::string(name), .encoding = text::encoding_named(name)};
}

/// The value of `key=…` in `tag`; empty if it has none.
std::string_view value_in(std::string_view tag, std::string_view key) {
  const std::size_t at = tag.find(key);
  if (at == std::string_view::npos) {
    return {};
  }
  std::string_view rest = text::trim(tag.substr(at + key.size()));
  if (!rest.starts_with('=')) {
    return {};
  }
  rest = text::trim(rest.substr(1));
  const char quote = rest.empty() ? '\0' : rest.front();
  if (quote == '"' || quote == '\'') {
    rest.remove_prefix(1);
    return text::trim(rest.substr(0, rest.find(quote)));
  }
  return rest.substr(0, rest.find_first_of(" \t\r\n;\"'/>?"));
}

}  // namespace

DeclaredEncoding encoding_of_front_matter(std::string_view bytes) {
  constexpr std::string_view kKey = "encoding:";
  const std::string start = beginning_of(bytes);
  bool is_open = false;
  for (std::size_t at = 0; at < start.size();) {
    const std::size_t end = std::min(start.find('\n', at), start.size());
    const std::string_view line = text::trim_right(std::string_view(start).substr(at, end - at));
    at = end + 1;
    if (line == "---") {
      if (is_open) {
        break;
      }
      is_open = true;
    } else if (!is_open) {
      break;
    } else if (line.starts_with(kKey)) {
      std::string_view value = line.substr(kKey.size());
      value = text::trim(value.substr(0, value.find(" #")));
      return declared(without_quotes(value));
    }
  }
  return {};
}

std::optional<Encoding> utf16_of_front_matter(std::string_view bytes) {
  constexpr std::string_view kLittle("-\0-\0-\0", 6);
  constexpr std::string_view kBig("\0-\0-\0-", 6);
  if (bytes.starts_with(kLittle)) {
    return Encoding::utf16le;
  }
  return bytes.starts_with(kBig) ? std::optional(Encoding::utf16be) : std::nullopt;
}

DeclaredEncoding encoding_of_page(std::string_view bytes) {
  const std::string start = text::ascii_lower(beginning_of(bytes));
  const std::string_view page = start;
  for (std::size_t at = page.find('<'); at < page.size(); at = page.find('<', at + 1)) {
    const std::string_view rest = page.substr(at);
    if (rest.starts_with("<!--")) {
      at = std::min(page.find("-->", at), page.size() - 1);
      continue;
    }
    const bool is_meta = rest.starts_with("<meta");
    if (!is_meta && !rest.starts_with("<?xml")) {
      continue;
    }
    const std::string_view tag = rest.substr(0, rest.find('>'));
    const std::string_view name = value_in(tag, is_meta ? "charset" : "encoding");
    if (name.empty() || name.starts_with("utf-16") || name.starts_with("utf16")) {
      continue;
    }
    return declared(name);
  }
  return {};
}

}  // namespace digest
