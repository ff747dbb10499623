#include "site/permalink.hpp"

#include "digest/acl_id.hpp"
#include "text/content_hash.hpp"
#include "text/slug.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>

namespace site {

namespace {

std::string two_digits(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string four_digits(int value) {
  const std::string digits = std::to_string(value);
  return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

/// An arXiv id of today's form, which is a path as it is. Old ones (`hep-th/9901001`) hold a '/'.
bool is_plain_arxiv_id(std::string_view id) {
  return id.size() > 5 && id[4] == '.' && id.find('.', 5) == std::string_view::npos &&
         id.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// Whether a file's name can be part of an address as it is: letters, digits, '_' and '-' only.
bool is_plain_name(std::string_view name) {
  if (name.empty() || name.size() > text::kMaxSlugSize) {
    return false;
  }
  for (std::size_t i = 0; i < name.size();) {
    const text::CodePoint point = text::code_point_at(name, i);
    if (point.malformed ||
        (point.value != '_' && point.value != '-' && !text::is_alphanumeric(point.value))) {
      return false;
    }
    i += point.size;
  }
  return true;
}

}  // namespace

std::string paper_path(const digest::Paper& paper) {
  if (paper.id == paper.arxiv_id && is_plain_arxiv_id(paper.id)) {
    return "/papers/" + paper.id + "/";
  }
  constexpr std::string_view kAcl = "acl:";
  if (paper.id.starts_with(kAcl) &&
      digest::is_acl_id(std::string_view(paper.id).substr(kAcl.size()))) {
    return "/papers/" + paper.id.substr(kAcl.size()) + "/";
  }
  std::string slug = text::slugify(paper.title);
  if (!slug.empty()) {
    slug += '-';
  }
  return "/papers/" + slug + text::short_hash(paper.id, 6) + "/";
}

std::string year_path(int year) {
  return "/" + four_digits(year) + "/";
}

std::string date_path(const text::CalendarDate& date) {
  std::string path = year_path(date.year);
  if (date.month != 0) {
    path += two_digits(date.month) + "/";
  }
  if (date.day != 0) {
    path += two_digits(date.day) + "/";
  }
  return path;
}

std::string digest_slug(const digest::Digest& digest) {
  if (is_plain_name(digest.name)) {
    return digest.name;
  }
  const std::string slug = text::slugify(digest.name);
  return slug.empty() ? text::short_hash(digest.name, 6) : slug;
}

std::string digest_path(const digest::Digest& digest) {
  switch (digest.date.precision()) {
    case text::DatePrecision::day:
      return date_path(digest.date);
    case text::DatePrecision::month:
      return date_path(digest.date) + digest_slug(digest) + "/";
    case text::DatePrecision::none:
      break;
  }
  return "/undated/" + digest_slug(digest) + "/";
}

std::string overview_path(catalog::Taxonomy taxonomy) {
  switch (taxonomy) {
    case catalog::Taxonomy::category:
      return "/categories/";
    case catalog::Taxonomy::author:
      return "/authors/";
    case catalog::Taxonomy::institution:
      break;
  }
  return "/institutions/";
}

std::string term_path(catalog::Taxonomy taxonomy, const catalog::Term& term) {
  return overview_path(taxonomy) + term.slug + "/";
}

std::string written_page_path(std::string_view name) {
  name = name.substr(0, name.rfind('.'));
  std::string path = "/";
  for (const std::string_view part : text::split(name, "/")) {
    const std::string slug = text::slugify(part);
    if (slug.empty()) {
      return {};
    }
    path += slug + "/";
  }
  return path;
}

std::string search_file_path(const SearchFiles& files, std::uint32_t file) {
  switch (file) {
    case SearchFiles::kIndex:
      return "/search/index.json";
    case SearchFiles::kFacets:
      return "/search/facets.json";
    default:
      break;
  }
  return file < files.first_rows()
             ? "/search/terms/" + std::to_string(file - SearchFiles::kFirstTerms) + ".bin"
             : "/search/rows/" + std::to_string(file - files.first_rows()) + ".json";
}

std::string list_page_path(const std::string& list, std::uint32_t page) {
  return page <= 1 ? list : list + "page/" + std::to_string(page) + "/";
}

}  // namespace site
