#include "site/file_names.hpp"

namespace site {

const FileName& file_name(FileFormat format) {
  static constexpr auto kNames = std::to_array<FileName>({
      {"", "text/html; charset=utf-8", "HTML"},
      {"feed.xml", "application/atom+xml; charset=utf-8", "Atom"},
      {"rss.xml", "application/rss+xml; charset=utf-8", "RSS"},
      {"feed.json", "application/feed+json; charset=utf-8", "JSON Feed"},
      {"papers.bib", "application/x-bibtex; charset=utf-8", "BibTeX"},
      {"papers.ris", "application/x-research-info-systems; charset=utf-8", "RIS"},
      {"papers.csl.json", "application/vnd.citationstyles.csl+json; charset=utf-8", "CSL-JSON"},
      {"papers.jsonl", "application/jsonl; charset=utf-8", "JSON Lines"},
      {"papers.csv", "text/csv; charset=utf-8", "CSV"},
      {"papers.schema.json", "application/schema+json; charset=utf-8", "JSON Schema"},
      {"papers.sqlite", "application/vnd.sqlite3", "SQLite"},
      {"sitemap.xml", "application/xml; charset=utf-8", "Sitemap"},
      {"sitemap.xml", "application/xml; charset=utf-8", "Sitemap"},
      {"robots.txt", "text/plain; charset=utf-8", "robots.txt"},
      {"llms.txt", "text/plain; charset=utf-8", "llms.txt"},
      {"card.png", "image/png", "PNG"},
  });
  return kNames[static_cast<std::size_t>(format)];
}

}  // namespace site
