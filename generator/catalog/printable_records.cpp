#include "catalog/printable_records.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace catalog {

namespace {

/// Bytes that an unprintable character can begin with; nearly every text has none of them. U+E000
/// to U+FFFF begin with 0xEE or 0xEF, planes 15 and 16 with 0xF3 or 0xF4, C1 controls with 0xC2.
bool may_begin_unprintable(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20U && c != '\n' && c != '\t') || byte == 0x7FU || byte == 0xC2U ||
         byte == 0xEEU || byte == 0xEFU || byte >= 0xF3U;
}

void clean(std::string& text) {
  if (std::ranges::any_of(text, may_begin_unprintable)) {
    text = text::without_unprintable(text);
  }
}

void clean(std::vector<std::string>& texts) {
  for (std::string& text : texts) {
    clean(text);
  }
}

void clean(digest::Paper& paper) {
  for (std::string* text :
       {&paper.category, &paper.title, &paper.title_zh, &paper.tldr, &paper.motivation,
        &paper.method, &paper.advantage, &paper.abstract, &paper.abstract_zh, &paper.venue,
        &paper.remark, &paper.url, &paper.published, &paper.updated}) {
    clean(*text);
  }
  clean(paper.authors);
  clean(paper.affiliations);
  clean(paper.key_points);
  clean(paper.arxiv_categories);
  for (digest::EnrichedField& one : paper.enriched) {
    clean(one.file);
  }
  for (digest::Link& link : paper.links) {
    clean(link.label);
    clean(link.url);
  }
}

}  // namespace

void make_printable(digest::Digest& digest) {
  clean(digest.name);
  clean(digest.summary);
  clean(digest.source_note);
  for (digest::LegendEntry& entry : digest.legend) {
    clean(entry.code);
    clean(entry.name);
  }
  for (digest::Paper& paper : digest.papers) {
    clean(paper);
  }
}

}  // namespace catalog
