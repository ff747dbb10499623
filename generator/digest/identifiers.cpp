#include "digest/identifiers.hpp"

#include "digest/acl_id.hpp"
#include "digest/script.hpp"
#include "digest/web_address.hpp"
#include "text/unicode.hpp"
#include "text/url.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace digest {

namespace {

using text::ascii_lower;

std::size_t digit_run(std::string_view text, std::size_t offset) {
  std::size_t at = offset;
  while (at < text.size() && is_digit(text[at])) {
    ++at;
  }
  return at - offset;
}

bool is_month(std::string_view yymm) {
  const int month = (yymm[2] - '0') * 10 + (yymm[3] - '0');
  return month >= 1 && month <= 12;
}

/// Whether what follows a number lets it end there: `v2`, `.pdf`, a mark, nothing; no other letter
/// and no further digit.
bool ends_number(std::string_view rest) {
  if (rest.starts_with('v') && digit_run(rest, 1) > 0) {
    rest.remove_prefix(1 + digit_run(rest, 1));
  }
  if (rest.empty() || rest.starts_with(".pdf") || rest.starts_with(".html")) {
    return true;
  }
  const char next = rest[0];
  return !is_digit(next) && !is_lower(next) && !is_capital(next) && next != '_';
}

/// `2302.02801` at the beginning of `text`: four digits that are a month, and four or five more.
std::optional<std::string> modern_number(std::string_view text) {
  if (digit_run(text, 0) != 4 || !is_month(text) || text.size() < 5 || text[4] != '.') {
    return std::nullopt;
  }
  const std::size_t serial = digit_run(text, 5);
  const bool zero = text.substr(5, serial).find_first_not_of('0') == std::string_view::npos;
  if (serial < 4 || serial > 5 || zero || !ends_number(text.substr(5 + serial))) {
    return std::nullopt;
  }
  return std::string(text.substr(0, 5 + serial));
}

/// `text` with the archive before its '/' in lower case and with its hyphen: `HEPTH/9901001` is
/// `hep-th/9901001`.
std::string with_usual_archive(std::string_view text) {
  static constexpr std::array<std::array<std::string_view, 2>, 12> kHyphens = {{
      {"astroph", "astro-ph"},
      {"condmat", "cond-mat"},
      {"grqc", "gr-qc"},
      {"hepex", "hep-ex"},
      {"heplat", "hep-lat"},
      {"hepph", "hep-ph"},
      {"hepth", "hep-th"},
      {"mathph", "math-ph"},
      {"nuclex", "nucl-ex"},
      {"nuclth", "nucl-th"},
      {"quantph", "quant-ph"},
      {"chaodyn", "chao-dyn"},
  }};
  constexpr std::size_t kMostArchiveSize = 16;
  const std::size_t end = text.substr(0, kMostArchiveSize).find_first_of("./");
  if (end == std::string_view::npos) {
    return std::string(text);
  }
  std::string archive = ascii_lower(text.substr(0, end));
  for (const auto& [without, with] : kHyphens) {
    if (archive == without) {
      archive = with;
    }
  }
  return archive + std::string(text.substr(end));
}

/// `hep-th/9901001` at the beginning of `text`, in use until March 2007.
std::optional<std::string> old_number(std::string_view given) {
  constexpr std::size_t kMostClassSize = 24;
  if (given.substr(0, kMostClassSize).find('/') == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string text = with_usual_archive(given);
  std::size_t archive = 0;
  while (archive < text.size() && (is_lower(text[archive]) || text[archive] == '-')) {
    ++archive;
  }
  std::size_t slash = archive;
  if (slash < text.size() && text[slash] == '.') {  // the subject class: math.GT
    ++slash;
    while (slash < text.size() && (is_capital(text[slash]) || is_lower(text[slash]))) {
      ++slash;
    }
  }
  if (archive < 2 || slash >= text.size() || text[slash] != '/' ||
      digit_run(text, slash + 1) != 7 || !is_month(text.substr(slash + 1)) ||
      !ends_number(text.substr(slash + 8))) {
    return std::nullopt;
  }
  return text.substr(0, archive) + text.substr(slash, 8);
}

std::optional<std::string> number_at_start(std::string_view text) {
  if (std::optional<std::string> number = modern_number(text)) {
    return number;
  }
  return old_number(text);
}

bool is_arxiv_host(std::string_view host) {
  static constexpr std::array<std::string_view, 12> kHosts = {
      "arxiv.org",    "ar5iv.org",        "ar5iv.labs.arxiv.org", "alphaxiv.org",
      "xxx.lanl.gov", "arxiv-vanity.com", "huggingface.co",       "xxx.itp.ac.cn",
      "papers.cool",  "scirate.com",      "emergentmind.com",     "hf.co"};
  return std::ranges::find(kHosts, host) != kHosts.end() || host.ends_with(".arxiv.org");
}

/// The number behind the first folder of an arXiv page: /abs/…, /pdf/…, /html/…, /papers/….
std::optional<std::string> number_in_path(std::string_view path) {
  static constexpr std::array<std::string_view, 12> kFolders = {
      "/abs/",     "/pdf/",      "/html/", "/papers/", "/format/", "/ps/",
      "/e-print/", "/overview/", "/src/",  "/arxiv/",  "/audio/",  "/"};
  while (path.starts_with("//")) {
    path.remove_prefix(1);
  }
  const auto* const folder = std::ranges::find_if(
      kFolders, [path](std::string_view name) { return path.starts_with(name); });
  if (folder == kFolders.end()) {
    return std::nullopt;
  }
  path.remove_prefix(folder->size());
  return number_at_start(path.substr(std::min(path.find_first_not_of('/'), path.size())));
}

/// `10.1162/tacl_a_00001` at the beginning of `text`, in lower case.
std::optional<std::string> doi_at_start(std::string_view encoded) {
  const std::string text =
      ascii_lower(text::percent_decode(encoded.substr(0, encoded.find_first_of(" \t"))));
  const std::size_t registrant = text.starts_with("10.") ? digit_run(text, 3) : 0;
  const std::size_t slash = 3 + registrant;
  if (registrant < 4 || slash + 1 >= text.size() || text[slash] != '/') {
    return std::nullopt;
  }
  std::string doi = text;
  while (doi.ends_with('.') || doi.ends_with(',') || doi.ends_with('/')) {
    doi.pop_back();
  }
  return doi;
}

std::string_view without_prefix(std::string_view text, std::string_view lower_prefix) {
  const bool has = ascii_lower(text.substr(0, lower_prefix.size())) == lower_prefix;
  return has ? text::trim_left(text.substr(lower_prefix.size())) : std::string_view();
}

bool is_tracking(std::string_view parameter) {
  static constexpr std::array<std::string_view, 4> kNames = {"fbclid=", "gclid=", "spm=", "from="};
  return parameter.starts_with("utm_") ||
         std::ranges::any_of(
             kNames, [parameter](std::string_view name) { return parameter.starts_with(name); });
}

}  // namespace

std::optional<std::string> find_doi(std::string_view reference) {
  reference = text::trim(reference);
  if (const std::optional<WebAddress> address = split_address(reference)) {
    if (address->host == "doi.org" || address->host == "dx.doi.org") {
      return doi_at_start(address->path.substr(std::min<std::size_t>(1, address->path.size())));
    }
    static constexpr std::array<std::string_view, 6> kFolders = {
        "/doi/abs/", "/doi/pdf/", "/doi/full/", "/doi/epdf/", "/doi/pdfdirect/", "/doi/"};
    for (const std::string_view folder : kFolders) {
      if (const std::size_t at = address->path.find(folder); at != std::string_view::npos) {
        return doi_at_start(address->path.substr(at + folder.size()));
      }
    }
    return std::nullopt;
  }
  const std::string_view number = without_prefix(reference, "doi:");
  return doi_at_start(number.empty() ? reference : number);
}

std::optional<std::string> find_arxiv_id(std::string_view reference) {
  reference = text::trim(reference);
  if (const std::optional<std::string> doi = find_doi(reference)) {
    // arXiv's own DOIs name the paper by its number.
    static constexpr std::string_view kPrefix = "10.48550/arxiv.";
    return doi->starts_with(kPrefix) ? number_at_start(doi->substr(kPrefix.size())) : std::nullopt;
  }
  if (const std::optional<WebAddress> address = split_address(reference)) {
    return is_arxiv_host(address->host) ? number_in_path(address->path) : std::nullopt;
  }
  if (const std::string_view number = without_prefix(reference, "arxiv:"); !number.empty()) {
    return number_at_start(number);
  }
  if (ascii_lower(reference.substr(0, 10)) == "arxiv.org/") {
    return number_in_path(reference.substr(9));
  }
  return number_at_start(reference);
}

std::optional<std::string> find_openreview_id(std::string_view url) {
  const std::optional<WebAddress> address = split_address(url);
  if (!address || address->host != "openreview.net" ||
      (address->path != "/forum" && address->path != "/pdf" && address->path != "/attachment")) {
    return std::nullopt;
  }
  for (const std::string_view parameter : text::split(address->query, "&")) {
    if (parameter.starts_with("id=") && parameter.size() > 3) {
      return std::string(parameter.substr(3));
    }
  }
  return std::nullopt;
}

std::string canonical_url(std::string_view url) {
  const std::optional<WebAddress> address = split_address(url);
  if (!address || address->host.empty()) {
    return {};
  }
  std::string_view path = address->path;
  while (path.ends_with('/')) {
    path.remove_suffix(1);
  }
  std::string canonical = "https://" + address->host + std::string(path);
  char separator = '?';
  for (const std::string_view parameter : text::split(address->query, "&")) {
    if (!parameter.empty() && !is_tracking(parameter)) {
      canonical.push_back(separator);
      canonical += parameter;
      separator = '&';
    }
  }
  return canonical;
}

std::string normalised_title(std::string_view title) {
  const std::string folded = text::fold(title);
  std::string normalised;
  bool gap = false;
  for (std::size_t i = 0; i < folded.size();) {
    const text::CodePoint point = text::code_point_at(folded, i);
    if (text::is_alphanumeric(point.value)) {
      if (gap && !normalised.empty()) {
        normalised.push_back(' ');
      }
      gap = false;
      normalised += std::string_view(folded).substr(i, point.size);
    } else {
      gap = true;
    }
    i += point.size;
  }
  return normalised;
}

std::string paper_identity(std::string_view reference, std::string_view title) {
  if (std::optional<std::string> arxiv = find_arxiv_id(reference)) {
    return *std::move(arxiv);
  }
  if (const std::optional<std::string> acl = find_acl_id(reference)) {
    return "acl:" + *acl;
  }
  if (const std::optional<std::string> doi = find_doi(reference)) {
    return "doi:" + *doi;
  }
  if (const std::optional<std::string> key = find_openreview_id(reference)) {
    return "openreview:" + *key;
  }
  if (const std::string url = canonical_url(reference); !url.empty()) {
    return "url:" + url;
  }
  return "title:" + normalised_title(title);
}

int arxiv_month(std::string_view arxiv_id) {
  const std::size_t slash = arxiv_id.find('/');
  const bool old = slash != std::string_view::npos;
  const std::string_view digits = old ? arxiv_id.substr(slash + 1) : arxiv_id;
  if (digit_run(digits, 0) < 4 || !is_month(digits)) {
    return 0;
  }
  const int year = (digits[0] - '0') * 10 + (digits[1] - '0');
  const int month = (digits[2] - '0') * 10 + (digits[3] - '0');
  // arXiv began in August 1991.
  return ((year >= 91 ? 1900 : 2000) + year) * 100 + month;
}

}  // namespace digest
