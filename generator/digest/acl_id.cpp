#include "digest/acl_id.hpp"

#include "digest/identifiers.hpp"
#include "digest/script.hpp"
#include "digest/web_address.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace digest {

namespace {

bool is_acl_host(std::string_view host) {
  static constexpr std::array<std::string_view, 5> kHosts = {
      "aclanthology.org", "aclanthology.info", "aclweb.org", "aclanthology.coli.uni-saarland.de",
      "preview.aclanthology.org"};
  return std::ranges::find(kHosts, host) != kHosts.end();
}

std::size_t run_of(std::string_view text, std::size_t from, bool (*is_one)(char)) {
  std::size_t end = from;
  while (end < text.size() && is_one(text[end])) {
    ++end;
  }
  return end - from;
}

bool is_word_character(char c) {
  return is_lower(c) || is_digit(c) || is_capital(c) || c == '_';
}

/// The size of an id of before 2020 at the beginning of `text`: `P18-1007`.
std::size_t old_id_size(std::string_view text) {
  const bool begins = text.size() >= 8 && is_capital(text[0]) && run_of(text, 1, is_digit) == 2 &&
                      text[3] == '-' && run_of(text, 4, is_digit) == 4;
  return begins ? 8 : 0;
}

/// `2020.acl-main.1`: year, venue, volume and number.
std::size_t new_id_size(std::string_view text) {
  if (run_of(text, 0, is_digit) != 4 || text.size() < 5 || text[4] != '.') {
    return 0;
  }
  const std::size_t venue = run_of(text, 5, is_word_character);
  const std::size_t hyphen = 5 + venue;
  if (venue == 0 || hyphen >= text.size() || text[hyphen] != '-') {
    return 0;
  }
  const std::size_t volume = run_of(text, hyphen + 1, is_word_character);
  const std::size_t dot = hyphen + 1 + volume;
  const std::size_t number =
      dot < text.size() && text[dot] == '.' ? run_of(text, dot + 1, is_digit) : 0;
  return volume == 0 || number == 0 ? 0 : dot + 1 + number;
}

/// The id at the beginning of `text`, if nothing but a version or an ending follows.
std::optional<std::string> id_at_start(std::string_view text) {
  const std::size_t size = std::max(old_id_size(text), new_id_size(text));
  std::string_view rest = text.substr(size);
  if (size == 0) {
    return std::nullopt;
  }
  if (rest.starts_with('v') && run_of(rest, 1, is_digit) > 0) {
    rest.remove_prefix(1 + run_of(rest, 1, is_digit));
  }
  const bool ends =
      rest.empty() || (rest[0] == '.' && run_of(rest, 1, is_lower) + 1 == rest.size());
  return ends ? std::optional(std::string(text.substr(0, size))) : std::nullopt;
}

/// An id as a DOI gives it, in lower case: ids of before 2020 begin with a capital.
std::optional<std::string> id_in_doi(std::string_view doi) {
  for (const std::string_view prefix : {"10.18653/v1/", "10.3115/v1/"}) {
    if (doi.starts_with(prefix) && doi.size() > prefix.size()) {
      std::string id(doi.substr(prefix.size()));
      id[0] = is_lower(id[0]) ? static_cast<char>(id[0] - 'a' + 'A') : id[0];
      return is_acl_id(id) ? std::optional(std::move(id)) : std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace

bool is_acl_id(std::string_view id) {
  return !id.empty() && std::max(old_id_size(id), new_id_size(id)) == id.size();
}

std::optional<std::string> find_acl_id(std::string_view reference) {
  if (const std::optional<std::string> doi = find_doi(reference)) {
    return id_in_doi(*doi);
  }
  const std::optional<WebAddress> address = split_address(reference);
  if (!address || !is_acl_host(address->host)) {
    return std::nullopt;
  }
  // Old addresses have more behind it: /papers/P18-1007/p18-1007.
  for (const std::string_view part : text::split(address->path, "/")) {
    if (std::optional<std::string> id = id_at_start(part)) {
      return id;
    }
  }
  return std::nullopt;
}

}  // namespace digest
