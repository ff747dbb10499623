#pragma once

#include "catalog/catalog.hpp"
#include "digest/digest.hpp"
#include "site/route.hpp"
#include "text/calendar_date.hpp"

#include <cstdint>
#include <string>
#include <string_view>

// Where everything lives: the URLs that must never change. All paths begin and end with '/'.
namespace site {

/// `/papers/2302.02801/`, `/papers/P18-1007/`; other identities get a readable slug of the title
/// and six digits of the identity's hash, so that the path depends on nothing but the paper:
/// `/papers/mega-3f9a1c/`.
[[nodiscard]] std::string paper_path(const digest::Paper& paper);

/// `/2023/`, `/2023/02/`, `/2023/02/08/`, by the date's precision.
[[nodiscard]] std::string date_path(const text::CalendarDate& date);
[[nodiscard]] std::string year_path(int year);

/// `/2023/02/08/`; without a day `/2023/02/NAME/`; without a date `/undated/NAME/`.
[[nodiscard]] std::string digest_path(const digest::Digest& digest);

/// `/categories/`, `/authors/`, `/institutions/`.
[[nodiscard]] std::string overview_path(catalog::Taxonomy taxonomy);

/// `/categories/lg/`.
[[nodiscard]] std::string term_path(catalog::Taxonomy taxonomy, const catalog::Term& term);

/// `/about/` for `about.md`, `/guide/start/` for `guide/start.md`; empty if the name has nothing
/// that a URL can hold.
[[nodiscard]] std::string written_page_path(std::string_view name);

/// `list`, or `LISTpage/2/` for a later page (from 1) of a list.
[[nodiscard]] std::string list_page_path(const std::string& list, std::uint32_t page);

/// `/search/index.json`, `/search/terms/7.bin`, …: the file with the number `file`.
[[nodiscard]] std::string search_file_path(const SearchFiles& files, std::uint32_t file);

/// The part of a page's address that names a digest: its name, as a slug if it has other characters
/// than letters, digits, '_' and '-'. Never empty.
[[nodiscard]] std::string digest_slug(const digest::Digest& digest);

}  // namespace site
