#pragma once

#include "diagnostics/diagnostic.hpp"
#include "text/calendar_date.hpp"
#include "text/encoding.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace config {

/// What `site.yaml` says of one category.
struct CategoryConfig {
  std::string name;   ///< empty: the digests' legends name it
  std::string arxiv;  ///< empty: by the built-in table
};

/// Which taxonomies have pages.
struct TaxonomyConfig {
  bool categories = true;
  bool authors = true;
  bool institutions = true;
};

/// What the site is called in another language than its own; what is empty stays as it is.
struct Translation {
  std::string title;
  std::string description;
};

/// How many things a page of a list holds.
struct PaginateConfig {
  std::size_t papers = 50;
  std::size_t terms = 400;
};

/// Who has feeds, and what they are known by.
struct FeedsConfig {
  /// Who names the entries, for ever: a domain or mail address of the editor's and a day on which
  /// it was theirs (RFC 4151). The default belongs to nobody.
  std::string authority = "digests.invalid,2024";
  std::size_t min_papers = 2;         ///< of an author or institution with feeds; 0: none has
  std::string term_formats = "atom";  ///< of their feeds: `atom` alone, or `all`
};

/// Which authors have files of citations.
struct CitationsConfig {
  std::size_t min_papers = 2;           ///< 0: none has
  std::string term_formats = "bibtex";  ///< `bibtex` alone, or `all`
};

/// What else is published of the records.
struct DataConfig {
  bool sqlite = false;
};

/// The encodings of digests that do not name their own.
struct EncodingConfig {
  std::optional<text::Encoding> others;  ///< of all that are not Unicode; none: it is guessed
  std::map<std::string, text::Encoding> by_digest;  ///< by digest name
};

/// A path or glob below `enrich:`, relative to the site.
struct EnrichPattern {
  std::string pattern;
  diagnostics::Location where;
};

/// The contents of `site.yaml`, every key with its default.
struct SiteConfig {
  std::string title = "Paper digests";
  std::string description;
  std::string base_url;         ///< scheme, host and path without the last '/'; may be empty
  std::string language = "zh";  ///< of the interface: `zh` or `en`
  /// Further languages of the interface, each with a tree of pages of its own: `/en/`.
  std::vector<std::string> other_languages;
  std::map<std::string, Translation> translations;  ///< by language
  std::string author;
  std::string theme = "default";
  std::map<std::string, CategoryConfig> categories;  ///< by code
  TaxonomyConfig taxonomies;
  PaginateConfig paginate;
  FeedsConfig feeds;
  CitationsConfig citations;
  DataConfig data;
  std::map<std::string, text::CalendarDate> dates;  ///< by digest name; before the file name's date
  EncodingConfig encoding;
  std::vector<EnrichPattern> enrich;  ///< files that know what digests leave out
  std::size_t related = 6;            ///< related papers a page; 0: none
  bool qr_codes = false;              ///< whether pages of papers show one
  bool social_cards = false;          ///< whether days have a picture for links to them
};

/// The keys that `site.yaml` may have, for documentation and its test.
[[nodiscard]] std::vector<std::string> site_config_keys();

/// `url` without the last '/', if a site can stand there; else an empty text, and an error
/// "config/bad-value" at `where`.
[[nodiscard]] diagnostics::Reported<std::string> check_base_url(std::string url,
                                                                diagnostics::Location where);

/// Reads `site.yaml`. Total: what is wrong is reported ("config/unknown-key", "config/wrong-type",
/// "config/bad-value", "config/bad-yaml") and keeps its default.
[[nodiscard]] diagnostics::Reported<SiteConfig> parse_site_config(const text::SourceText& source);

}  // namespace config
