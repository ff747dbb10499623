#include "citation/coins.hpp"

#include <algorithm>
#include <string_view>

namespace citation {

namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

void append_pair(std::string& out, std::string_view key, std::string_view value) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  if (value.empty()) {
    return;
  }
  out += "&";
  out += key;
  out += "=";
  for (const char c : value) {
    if (is_unreserved(c)) {
      out.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out.push_back('%');
    out.push_back(kDigits[byte >> 4U]);
    out.push_back(kDigits[byte & 15U]);
  }
}

}  // namespace

std::string coins(const Citation& cited) {
  std::string out = "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal";
  append_pair(out, "rft.genre", cited.venue.empty() ? "preprint" : "article");
  append_pair(out, "rft.atitle", cited.title);
  append_pair(out, "rft.jtitle", cited.venue);
  append_pair(out, "rft.date", text::to_iso(cited.date));
  const std::size_t count = std::min(cited.authors.size(), kCoinsAuthors);
  for (std::size_t i = 0; i < count; ++i) {
    append_pair(out, "rft.au", inverted(cited.authors[i]));
  }
  append_pair(out, "rft_id", cited.doi.empty() ? "" : "info:doi/" + cited.doi);
  append_pair(out, "rft_id", cited.url);
  return out;
}

}  // namespace citation
