#include "jinja/urlize.hpp"

#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace jinja {

namespace {

constexpr std::string_view kBlanks = " \t\n\r\f\v";

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_host_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '%' || c == '_' || c == '.' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Whether behind a host stands nothing, or a port, a path, a query or a fragment.
bool is_url_rest(std::string_view rest) {
  if (rest.starts_with(':')) {
    const std::size_t port = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
    if (port == 1 || port > 6) {
      return false;
    }
    rest.remove_prefix(port);
  }
  return rest.empty() || rest[0] == '/' || rest[0] == '?' || rest[0] == '#';
}

/// The part of `text` that may be the name of a host.
std::string_view host_of(std::string_view text) {
  const auto end = std::ranges::find_if_not(text, is_host_character);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

bool has_scheme(std::string_view word) {
  const std::string lower = text::ascii_lower(word.substr(0, 8));
  return lower.starts_with("http://") || lower.starts_with("https://");
}

bool is_web_address(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kDomains = {"com", "net", "int",  "edu",
                                                               "gov", "org", "info", "mil"};
  const bool with_scheme = has_scheme(word);
  if (with_scheme) {
    word.remove_prefix(word.find("//") + 2);
  }
  const std::string_view host = host_of(word);
  const std::size_t dot = host.rfind('.');
  const std::string_view last = dot == std::string_view::npos ? host : host.substr(dot + 1);
  if (host.empty() || last.size() < 2 || !is_url_rest(word.substr(host.size()))) {
    // An address of four numbers may end in one digit.
    return with_scheme && !last.empty() &&
           host.find_first_not_of("0123456789.") == std::string_view::npos &&
           is_url_rest(word.substr(host.size()));
  }
  if (with_scheme || text::ascii_lower(word.substr(0, 4)) == "www.") {
    return true;
  }
  if (dot == std::string_view::npos ||
      std::ranges::find(kDomains, text::ascii_lower(last)) == kDomains.end()) {
    return false;
  }
  // Without a scheme `a.com` is too often something else.
  const std::vector<std::string_view> labels = text::split(host.substr(0, dot), ".");
  return std::ranges::all_of(
      labels, [](std::string_view label) { return text::count_code_points(label) >= 2; });
}

bool is_mail_address(std::string_view word) {
  const std::size_t at = word.rfind('@');
  if (at == std::string_view::npos || at == 0) {
    return false;
  }
  const std::string_view host = word.substr(at + 1);
  const std::size_t dot = host.rfind('.');
  return host_of(host) == host && dot != std::string_view::npos && dot > 0 && dot + 1 < host.size();
}

/// A word with the brackets and punctuation round it.
struct Word {
  std::string_view head;
  std::string middle;
  std::string tail;
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kBrackets = {
    {{"(", ")"}, {"<", ">"}, {"&lt;", "&gt;"}}};

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t i = text.find(part); i != std::string_view::npos;
       i = text.find(part, i + part.size())) {
    ++count;
  }
  return count;
}

Word take_apart(std::string_view text) {
  static constexpr std::array<std::string_view, 3> kOpening = {"(", "<", "&lt;"};
  static constexpr std::array<std::string_view, 5> kClosing = {")", ">", ".", ",", "&gt;"};
  std::size_t start = 0;
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view opening : kOpening) {
      if (text.substr(start).starts_with(opening)) {
        start += opening.size();
        found = true;
      }
    }
  }
  std::size_t end = text.size();
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view closing : kClosing) {
      if (text.substr(start, end - start).ends_with(closing)) {
        end -= closing.size();
        found = true;
      }
    }
  }
  Word word{text.substr(0, start), std::string(text.substr(start, end - start)),
            std::string(text.substr(end))};
  // Brackets that are opened inside the address belong to it.
  for (const auto& [opening, closing] : kBrackets) {
    const std::size_t opened = count_of(word.middle, opening);
    if (opened <= count_of(word.middle, closing)) {
      continue;
    }
    for (std::size_t i = std::min(opened, count_of(word.tail, closing)); i > 0; --i) {
      const std::size_t size = word.tail.find(closing) + closing.size();
      word.middle += word.tail.substr(0, size);
      word.tail.erase(0, size);
    }
  }
  return word;
}

class Linker {
 public:
  explicit Linker(const UrlizeOptions& options) : options_(options) {
    std::set<std::string, std::less<>> rel = {"noopener"};
    for (const std::string_view part : text::split(options.rel, " ")) {
      if (!part.empty()) {
        rel.emplace(part);
      }
    }
    if (options.nofollow) {
      rel.emplace("nofollow");
    }
    attributes_ = " rel=\"";
    for (const std::string& part : rel) {
      attributes_ += (attributes_.ends_with('"') ? "" : " ") + part;
    }
    attributes_ += "\"";
    if (!options.target.empty()) {
      attributes_ += " target=\"" + options.target + "\"";
    }
  }

  [[nodiscard]] std::string link(std::string_view text) const {
    const Word word = take_apart(text);
    return std::string(word.head) + link_address(word.middle) + word.tail;
  }

 private:
  [[nodiscard]] std::string link_address(const std::string& word) const {
    if (is_web_address(word)) {
      const std::string url = has_scheme(word) ? word : "https://" + word;
      return "<a href=\"" + url + "\"" + attributes_ + ">" + shortened(word) + "</a>";
    }
    if (word.starts_with("mailto:") && is_mail_address(word.substr(7))) {
      return "<a href=\"" + word + "\">" + word.substr(7) + "</a>";
    }
    if (!word.starts_with("www.") && word.find(':') == std::string::npos && is_mail_address(word)) {
      return "<a href=\"mailto:" + word + "\">" + word + "</a>";
    }
    for (const std::string& scheme : options_.extra_schemes) {
      if (word != scheme && word.starts_with(scheme)) {
        return "<a href=\"" + word + "\"" + attributes_ + ">" + word + "</a>";
      }
    }
    return word;
  }

  [[nodiscard]] std::string shortened(const std::string& url) const {
    const auto limit = static_cast<std::size_t>(options_.trim_url_limit);
    if (options_.trim_url_limit < 0 || text::count_code_points(url) <= limit) {
      return url;
    }
    std::size_t size = 0;
    for (std::size_t i = 0; i < limit; ++i) {
      size += text::code_point_at(url, size).size;
    }
    return url.substr(0, size) + "...";
  }

  const UrlizeOptions& options_;
  std::string attributes_;
};

}  // namespace

std::string linked(std::string_view html, const UrlizeOptions& options) {
  const Linker linker(options);
  std::string out;
  for (std::size_t start = 0; start < html.size();) {
    const std::size_t word = std::min(html.find_first_not_of(kBlanks, start), html.size());
    const std::size_t end = std::min(html.find_first_of(kBlanks, word), html.size());
    out += html.substr(start, word - start);
    out += linker.link(html.substr(word, end - word));
    start = end;
  }
  return out;
}

}  // namespace jinja
