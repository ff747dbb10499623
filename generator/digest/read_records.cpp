#include "digest/read_records.hpp"

#include "diagnostics/diagnostic_list.hpp"
#include "digest/identifiers.hpp"
#include "digest/json_record.hpp"
#include "digest/report.hpp"
#include "text/suggestion.hpp"
#include "text/url.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace digest {

namespace {

namespace dom = simdjson::dom;
using diagnostics::Diagnostic;
using diagnostics::Severity;

constexpr std::array<std::string_view, 30> kMembers = {
    "kind",       "digest",    "date",         "date_precision",
    "date_start", "legend",    "summary",      "source_note",
    "rank",       "section",   "category",     "title",
    "title_zh",   "authors",   "affiliations", "authors_truncated",
    "key_points", "tldr",      "motivation",   "affiliations_truncated",
    "method",     "advantage", "abstract",     "abstract_zh",
    "venue",      "remark",    "url",          "arxiv_id",
    "links",      "id"};

/// An identity as paper_identity() gives it: whatever else a record says may lead anywhere.
bool is_identity(std::string_view id) {
  return find_arxiv_id(id) == std::string(id) || id.starts_with("doi:") ||
         id.starts_with("openreview:") || id.starts_with("url:http") || id.starts_with("title:");
}

class RecordFileReader {
 public:
  RecordFileReader(const text::SourceText& source, const DigestOptions& options)
      : source_(source), options_(options) {}

  diagnostics::Reported<std::vector<ParsedDigest>> read() && {
    ByteCheck bytes = check_bytes(source_, options_.limits);
    diagnostics_ = std::move(bytes.diagnostics);
    for (std::size_t line = 1; line <= source_.line_count(); ++line) {
      line_ = static_cast<int>(line);
      if (bytes.readable) {
        read_line(text::trim(source_.line(line)));
      } else {
        claim("unclaimed", 0);
      }
    }
    finish();
    diagnostics::sort_and_deduplicate(diagnostics_);
    return {.value = std::move(digests_), .diagnostics = std::move(diagnostics_)};
  }

 private:
  void read_line(std::string_view line) {
    if (line.empty() || line.size() > options_.limits.max_line_size) {
      claim(line.empty() ? "blank" : "unclaimed", 0);
      return;
    }
    dom::object object;
    const simdjson::error_code error = parser_.parse(line.data(), line.size()).get(object);
    if (error != simdjson::SUCCESS) {
      report("digest/bad-record",
             "this line is no JSON object: " + std::string(simdjson::error_message(error)),
             "each line of a .jsonl file is one record, as `sitegen extract` prints it");
      claim("unclaimed", 0);
      return;
    }
    report_unknown_members(object);
    JsonRecord record(object);
    if (record.text("kind") == "digest") {
      read_digest(record);
    } else {
      read_paper(record);
    }
    for (const std::string& complaint : record.complaints()) {
      report("digest/bad-record", complaint, "docs/digest_format.md lists the fields of a record");
    }
  }

  void report_unknown_members(const dom::object& object) {
    for (const dom::key_value_pair member : object) {
      const std::string name(member.key);
      if (name != "source" && std::ranges::find(kMembers, name) == kMembers.end() &&
          unknown_.insert(name).second) {
        report("digest/unknown-member", "a record has no \"" + name + "\"; it is not kept",
               text::did_you_mean(name, kMembers));
      }
    }
  }

  text::CalendarDate date_of(JsonRecord& record, std::string_view name) {
    const std::string iso = record.text(name);
    const std::optional<text::CalendarDate> date = text::parse_iso_date(iso);
    if (!date && !iso.empty()) {
      report("digest/bad-date", "\"" + iso + "\" is not in the calendar",
             "write it as 2023-02-08, or 2023-02 for a month");
    }
    return date.value_or(text::CalendarDate{});
  }

  /// The digest of that name and date; a new one if none is there yet.
  ParsedDigest& digest_at(const std::string& name, const text::CalendarDate& date) {
    const auto [place, is_new] = places_.emplace(std::pair(name, date), digests_.size());
    if (is_new) {
      ParsedDigest& fresh = digests_.emplace_back();
      fresh.digest.name = name;
      fresh.digest.file = source_.path();
      fresh.digest.date = date;
      fresh.format_name = "records";
      fresh.format_reason = "the file's name ends in .jsonl";
    }
    current_ = place->second;
    return digests_[current_];
  }

  ParsedDigest& digest_of(JsonRecord& record) {
    std::string name = record.text("digest");
    if (name.empty()) {
      name = digest_name(source_.path());
    }
    const auto configured = options_.dates.find(name);
    const text::CalendarDate date = date_of(record, "date");
    return digest_at(name, configured == options_.dates.end() ? date : configured->second);
  }

  void read_digest(JsonRecord& record) {
    Digest& digest = digest_of(record).digest;
    digest.legend = record.legend("legend");
    digest.summary = record.text("summary");
    digest.source_note = record.text("source_note");
    if (const text::CalendarDate start = date_of(record, "date_start"); start.year != 0) {
      digest.date_start = start;
    }
    claim("head:digest", 0);
  }

  void read_paper(JsonRecord& record) {
    Paper paper;
    paper.title = record.text("title");
    if (text::is_blank(paper.title)) {
      report("digest/missing-title", "this record has no title, so it is left out",
             "give it a \"title\"");
      claim("unclaimed", 0);
      return;
    }
    paper.rank = record.integer("rank");
    paper.section = section_of(record, paper.rank.has_value());
    paper.category = record.text("category");
    paper.title_zh = record.text("title_zh");
    paper.authors = record.texts("authors");
    paper.authors_truncated = record.boolean("authors_truncated");
    paper.affiliations = record.texts("affiliations");
    paper.affiliations_truncated = record.boolean("affiliations_truncated");
    paper.key_points = record.texts("key_points");
    paper.tldr = record.text("tldr");
    paper.motivation = record.text("motivation");
    paper.method = record.text("method");
    paper.advantage = record.text("advantage");
    paper.abstract = record.text("abstract");
    paper.abstract_zh = record.text("abstract_zh");
    paper.venue = record.text("venue");
    paper.remark = record.text("remark");
    read_addresses(record, paper);
    paper.source = record.source("source");
    if (paper.source.line == 0) {
      paper.source = {.file = source_.path(), .line = line_, .end_line = line_};
    }
    ParsedDigest& digest = digest_of(record);
    digest.digest.papers.push_back(std::move(paper));
    claim("record", static_cast<int>(digest.digest.papers.size()));
  }

  Section section_of(JsonRecord& record, bool ranked) {
    const std::string section = record.text("section");
    if (!section.empty() && section != "featured" && section != "also") {
      report("digest/bad-record", R"("section" must be "featured" or "also")", "");
    }
    const bool also = section == "also" || (section.empty() && !ranked);
    return also ? Section::also : Section::featured;
  }

  void read_addresses(JsonRecord& record, Paper& paper) {
    paper.url = web_address(record.text("url"));
    paper.links = record.links("links");
    for (Link& link : paper.links) {
      link.url = web_address(std::move(link.url));
    }
    std::erase_if(paper.links, [](const Link& link) { return link.url.empty(); });
    const std::string number = record.text("arxiv_id");
    paper.arxiv_id = find_arxiv_id(number.empty() ? paper.url : number).value_or("");
    paper.id = record.text("id");
    if (!is_identity(paper.id)) {
      const std::string& reference = paper.url.empty() ? paper.arxiv_id : paper.url;
      paper.id = paper_identity(reference, paper.title);
    }
  }

  std::string web_address(std::string url) {
    if (url.empty() || text::is_web_url(url)) {
      return url;
    }
    report("digest/not-a-web-address", "\"" + url + "\" is no http or https address",
           "only http and https addresses become links");
    return {};
  }

  void claim(std::string kind, int paper) {
    const auto number = static_cast<std::size_t>(line_);
    const std::size_t start = source_.line_start(number);
    const std::size_t end =
        number < source_.line_count() ? source_.line_start(number + 1) : source_.bytes().size();
    claims_.emplace_back(
        current_,
        Claim{.offset = start, .size = end - start, .kind = std::move(kind), .paper = paper});
  }

  /// Every file gives a digest; lines before the first one belong to it.
  void finish() {
    if (digests_.empty()) {
      if (diagnostics_.empty()) {
        diagnostics_.push_back({.severity = Severity::error,
                                .code = "digest/no-record",
                                .where = {.path = source_.path()},
                                .message = "this file has no record",
                                .remedy = "each line of a .jsonl file is one record"});
      }
      digest_at(digest_name(source_.path()), {});
    }
    for (auto& [place, claim] : claims_) {
      digests_[place].claims.push_back(std::move(claim));
    }
  }

  void report(std::string code, std::string message, std::string remedy) {
    report_line(diagnostics_, source_, line_,
                {.severity = code == "digest/unknown-member" ? Severity::warning : Severity::error,
                 .code = std::move(code),
                 .message = std::move(message),
                 .remedy = std::move(remedy)});
  }

  const text::SourceText& source_;
  const DigestOptions& options_;
  dom::parser parser_;
  std::vector<ParsedDigest> digests_;
  std::map<std::pair<std::string, text::CalendarDate>, std::size_t> places_;
  std::vector<std::pair<std::size_t, Claim>> claims_;  ///< with the place of the digest
  std::vector<Diagnostic> diagnostics_;
  std::set<std::string, std::less<>> unknown_;  ///< members that are reported already
  std::size_t current_ = 0;
  int line_ = 0;
};

}  // namespace

bool is_record_file(std::string_view path) {
  return text::ascii_lower(path).ends_with(".jsonl");
}

diagnostics::Reported<std::vector<ParsedDigest>> read_records(const text::SourceText& source,
                                                              const DigestOptions& options) {
  return RecordFileReader(source, options).read();
}

}  // namespace digest
