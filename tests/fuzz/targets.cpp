#include "targets.hpp"

#include "catalog/name_keys.hpp"
#include "config/front_matter.hpp"
#include "config/site_config.hpp"
#include "config/term_entries.hpp"
#include "config/yaml.hpp"
#include "digest/author_names.hpp"
#include "digest/format_library.hpp"
#include "digest/parse_digest.hpp"
#include "digest/parse_table_format.hpp"
#include "digest/read_digest_file.hpp"
#include "enrich/read_bibtex.hpp"
#include "enrich/read_csl_json.hpp"
#include "enrich/snapshot_line.hpp"
#include "markdown/markdown_to_html.hpp"
#include "promise.hpp"
#include "render/math_markup.hpp"
#include "search/tokens.hpp"
#include "text/encoding.hpp"
#include "text/math_runs.hpp"
#include "text/tex_text.hpp"
#include "text/url.hpp"
#include "text/utf8.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace fuzz {

void read_digest(std::string_view bytes) {
  const text::SourceText source("content/2023-02-08.txt", std::string(bytes));
  const auto parsed = digest::parse_digest_file(source, {});
  for (const digest::ParsedDigest& one : parsed.value) {
    for (const digest::Paper& paper : one.digest.papers) {
      promise(!paper.title.empty(), "papers have titles");
      promise(paper.url.empty() || text::is_web_url(paper.url), "addresses are http");
      promise(!text::first_malformed(paper.title), "titles are UTF-8");
    }
  }
}

namespace {

/// Every byte is claimed once, in order, and papers are what the records promise.
void check_file(const text::SourceText& source, const digest::DigestOptions& options) {
  const auto parsed = digest::parse_digest_file(source, options);
  promise(!parsed.value.empty(), "every file gives a digest");
  std::size_t claimed = 0;
  for (const digest::ParsedDigest& one : parsed.value) {
    for (const digest::Claim& claim : one.claims) {
      claimed += claim.size;
    }
    for (const digest::Paper& paper : one.digest.papers) {
      promise(!paper.title.empty(), "papers have titles");
      promise(paper.url.empty() || text::is_web_url(paper.url), "addresses are http");
      for (const digest::Link& link : paper.links) {
        promise(text::is_web_url(link.url), "links are http");
      }
      promise(!text::first_malformed(paper.title), "titles are UTF-8");
      promise(paper.source.line <= paper.source.end_line, "records end behind their beginning");
    }
  }
  promise(claimed == source.bytes().size(), "every byte is claimed once");
}

}  // namespace

void decode_digest(std::string_view bytes) {
  for (const std::string_view name : text::encoding_names()) {
    const text::Encoding encoding = *text::encoding_named(name);
    const text::DecodedText decoded = text::decode(bytes, encoding);
    promise(decoded.first_malformed <= decoded.utf8.size(), "damages lie inside the text");
    promise(encoding == text::Encoding::utf8 || !text::first_malformed(decoded.utf8),
            "what is decoded is UTF-8");
  }
  for (const char* const name : {"2023-02-08.txt", "a.html", "a.jsonl"}) {
    const auto file = digest::read_digest_file(
        std::make_shared<const text::SourceText>(name, std::string(bytes)));
    std::size_t claimed = 0;
    for (const digest::ParsedDigest& one : file.value.digests) {
      for (const digest::Claim& claim : one.claims) {
        claimed += claim.size;
      }
    }
    promise(claimed == file.value.text->bytes().size(), "every byte of the text is claimed once");
  }
}

void read_tables(std::string_view bytes) {
  static const text::SourceText kAny(
      "formats/any.yaml",
      "reader: table\npriority: 1\nrecognise: {columns: [title]}\n"
      "table: {digests: date, headings: '{category}', columns: {title: "
      "title, authors: authors, date: date, links: links, 5: tldr}}\n");
  static const text::SourceText* const kOwn = &kAny;
  static const std::vector<digest::Format> kFormats =
      digest::read_formats(std::span(&kOwn, 1)).value;
  digest::DigestOptions options;
  options.formats = kFormats;
  check_file(text::SourceText("2023-02-08.md", std::string(bytes)), options);
}

void read_record_file(std::string_view bytes) {
  for (const char* const name : {"a.jsonl", "a.json", "a.yaml"}) {
    check_file(text::SourceText(name, std::string(bytes)), {});
  }
}

void read_web_page(std::string_view bytes) {
  check_file(text::SourceText("2023-02-08.html", std::string(bytes)), {});
}

void read_format(std::string_view bytes) {
  const text::SourceText source("formats/own.yaml", std::string(bytes));
  const text::SourceText* const own = &source;
  const auto formats = digest::read_formats(std::span(&own, 1));
  promise(formats.value.size() + 1 >= digest::builtin_formats().size(), "built-in formats stay");
  for (const diagnostics::Diagnostic& one : formats.diagnostics) {
    promise(one.where.path == source.path(), "only the own file is complained about");
  }
}

void read_library(std::string_view bytes) {
  const text::SourceText source("library.bib", std::string(bytes));
  for (const enrich::KnownPaper& paper : enrich::read_bibtex(source).value) {
    promise(paper.where.line > 0, "entries have a place");
  }
  (void)enrich::read_csl_json(source);
  const std::string_view id = enrich::snapshot_id(bytes);
  promise(id.size() <= bytes.size(), "an id is a part of its line");
  enrich::SnapshotReader reader;
  (void)reader.read(bytes);
}

void read_yaml(std::string_view bytes) {
  const text::SourceText source("site.yaml", std::string(bytes));
  const auto config = config::parse_site_config(source);
  promise(config.value.theme.find('/') == std::string::npos, "themes are names");
  for (const config::TermEntry& entry : config::parse_authors(source).value) {
    promise(!entry.name.text.empty(), "an entry has a name");
    promise(entry.slug.find('/') == std::string::npos, "slugs stay below their folder");
    promise(entry.orcid.empty() || config::is_orcid(entry.orcid), "ORCID iDs check");
  }
  const auto matter = config::split_front_matter(source);
  promise(!matter || matter->body.size() <= bytes.size(), "a body is a part of its file");
}

void show_text(std::string_view bytes) {
  std::size_t size = 0;
  for (const text::TextRun& run : text::split_math(bytes)) {
    size += run.source.size();
  }
  promise(size == bytes.size(), "runs are the text");
  const std::string html = render::markup_with_math(text::decode_tex(bytes));
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::size_t name = at + (html[at + 1] == '/' ? 2 : 1);
    promise(html[name] == 'm' || html.compare(name, 4, "code") == 0, "formulas hold our elements");
  }
  for (const std::string_view one :
       digest::split_authors(bytes, digest::usual_name_marks()).names) {
    promise(!one.empty() && one.data() >= bytes.data() &&
                one.data() + one.size() <= bytes.data() + bytes.size(),
            "names are parts of their list");
    promise(catalog::author_key(one).size() <= 20 * one.size() + 20, "keys are bounded");
  }
}

void cut_into_terms(std::string_view bytes) {
  constexpr std::size_t kLongestTerm = 4 * search::kLongestWord;
  search::Tokens tokens;
  tokens.add_text(bytes);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    promise(!tokens[i].empty() && tokens[i].size() <= kLongestTerm, "terms are short");
    promise(!text::first_malformed(tokens[i]), "terms are UTF-8");
  }
}

void convert_markdown(std::string_view bytes) {
  const markdown::Document document = markdown::markdown_to_html(bytes, "/base");
  promise(document.html.find("<script") == std::string::npos, "pages have no script");
  promise(document.html.find("href=\"javascript:") == std::string::npos, "links run nothing");
}

}  // namespace fuzz
