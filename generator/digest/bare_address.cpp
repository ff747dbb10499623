#include "digest/bare_address.hpp"

#include "digest/link_labels.hpp"
#include "digest/script.hpp"
#include "digest/web_address.hpp"

#include <algorithm>

namespace digest {

namespace {

bool is_host_byte(char c) {
  return is_lower(c) || is_capital(c) || is_digit(c) || c == '.' || c == '-';
}

/// Whether what stands behind `c` belongs to a longer word, and is no host.
bool is_joined(char c) {
  return c == '@' || c == '/' || c == '_';
}

/// The size of what may be a host at the beginning of `text`: it has a dot, and a path behind it.
std::size_t host_size(std::string_view text) {
  const auto size =
      static_cast<std::size_t>(std::ranges::find_if_not(text, is_host_byte) - text.begin());
  const bool has_path = size < text.size() && text[size] == '/';
  return has_path && text.substr(0, size).find('.') != std::string_view::npos ? size : 0;
}

bool is_known_host(std::string_view word) {
  const std::optional<WebAddress> address = split_address("https://" + std::string(word));
  return address && is_linked_host(address->host);
}

}  // namespace

bool begins_with_scheme(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://") ||
         text.starts_with("HTTP://") || text.starts_with("HTTPS://");
}

std::size_t address_end(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  std::size_t open = offset;  // the parenthesis that is not closed, where `depth` is above 0
  int depth = 0;
  for (; end < text.size() && !is_wide(text[end]) && blanks_at(text, end) == 0; ++end) {
    const char c = text[end];
    if (c == '(' && depth++ == 0) {
      open = end;
    }
    if (c == '<' || c == '>' || c == '"' || (c == ')' && depth-- == 0)) {
      break;
    }
  }
  end = depth > 0 ? open : end;
  while (end > offset && std::string_view(".,;:*").find(text[end - 1]) != std::string_view::npos) {
    --end;  // it closes the sentence, or the emphasis
  }
  return end;
}

std::optional<BareAddress> find_bare_address(std::string_view text, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (begins_with_scheme(text.substr(i))) {
      const std::size_t end = address_end(text, i);
      return BareAddress{.begin = i, .end = end, .url = std::string(text.substr(i, end - i))};
    }
    const bool begins_word = i == 0 || !(is_host_byte(text[i - 1]) || is_joined(text[i - 1]));
    const std::size_t host = begins_word ? host_size(text.substr(i)) : 0;
    if (host > 0 && is_known_host(text.substr(i, host))) {
      const std::size_t end = address_end(text, i);
      return BareAddress{
          .begin = i, .end = end, .url = "https://" + std::string(text.substr(i, end - i))};
    }
  }
  return std::nullopt;
}

}  // namespace digest
