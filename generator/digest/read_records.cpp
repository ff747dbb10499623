#include "digest/read_records.hpp"

#include "config/yaml.hpp"
#include "diagnostics/diagnostic_list.hpp"
#include "digest/check_digest.hpp"
#include "digest/json_record.hpp"
#include "digest/read_record_paper.hpp"
#include "digest/record_chunks.hpp"
#include "digest/record_digests.hpp"
#include "digest/record_reports.hpp"
#include "text/whitespace.hpp"
#include "values/json.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace digest {

namespace {

namespace dom = simdjson::dom;
using diagnostics::Diagnostic;
using diagnostics::Severity;

constexpr std::array<std::string_view, 4> kEndings = {".jsonl", ".json", ".yaml", ".yml"};

/// Of the JSON parser, in bytes: enough for most records. It grows with longer ones.
constexpr std::size_t kFirstCapacity = 4096;

std::string_view ending_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : path.substr(dot);
}

class RecordFileReader {
 public:
  RecordFileReader(const text::SourceText& source, const DigestOptions& options)
      : source_(source),
        options_(options),
        claims_(source),
        reports_(source),
        digests_(source, options, reports_),
        format_reason_("the file's name ends in " + std::string(ending_of(source.path()))) {
    if (parser_.allocate(kFirstCapacity, options.limits.max_depth) != simdjson::SUCCESS) {
      throw std::bad_alloc();
    }
  }

  diagnostics::Reported<std::vector<ParsedDigest>> read() && {
    ByteCheck bytes = check_bytes(source_, options_.limits);
    reports_.diagnostics() = std::move(bytes.diagnostics);
    if (bytes.readable) {
      // Records have that limit, and lines only if each is one.
      std::erase_if(reports_.diagnostics(),
                    [](const Diagnostic& d) { return d.code == "digest/line-limit"; });
      read_chunks(split_records(source_.bytes(), notation_of(source_.path())));
    }
    return finish();
  }

 private:
  void read_chunks(const RecordChunks& chunks) {
    for (const std::string_view mark : chunks.marks) {
      claims_.claim(mark, "noise:list");
    }
    for (const std::string_view record : chunks.records) {
      const auto offset = static_cast<std::size_t>(record.data() - source_.bytes().data());
      const int line = source_.place_of(offset).line;
      reports_.begin_record(line, chunks.notation == RecordNotation::json_lines
                                      ? line
                                      : source_.place_of(offset + record.size() - 1).line);
      kind_ = {};
      if (chunks.notation == RecordNotation::yaml) {
        read_yaml(record);
      } else {
        read_record(record);
      }
      claim(record);
      owners_.emplace_back(offset, digests_.current());
    }
  }

  bool is_too_long(std::string_view record) {
    const std::size_t limit = options_.limits.max_line_size;
    if (record.size() > limit) {
      reports_.add(
          "digest/line-limit",
          "this record is not read; the limit max_line_size is " + std::to_string(limit) + " bytes",
          "look whether a quote or bracket is missing");
    }
    return record.size() > limit;
  }

  void report_depth(std::size_t limit) {
    reports_.add("digest/depth-limit",
                 "this record is not read; the limit max_depth is " + std::to_string(limit) +
                     " lists and objects inside each other",
                 "look whether a bracket is missing");
  }

  void read_record(std::string_view json) {
    if (is_too_long(json)) {
      return;
    }
    dom::object object;
    const simdjson::error_code error = parser_.parse(json.data(), json.size()).get(object);
    if (error == simdjson::DEPTH_ERROR) {
      report_depth(options_.limits.max_depth);
      return;
    }
    if (error != simdjson::SUCCESS) {
      reports_.add("digest/bad-record",
                   "this is no JSON object: " + std::string(simdjson::error_message(error)),
                   "a record is an object as `sitegen extract` prints it");
      return;
    }
    read_object(object);
  }

  void read_object(const dom::object& object) {
    if (!format_is_chosen_) {
      choose_format(object);
    }
    report_unknown_members(object);
    JsonRecord record(object, format_);
    if (record.text("kind") == "digest") {
      read_digest(record);
    } else {
      read_paper(record);
    }
    for (const std::string& complaint : record.complaints()) {
      reports_.add("digest/bad-record", complaint,
                   "docs/digest_format.md lists the fields of a record");
    }
  }

  /// A YAML item is read alone, so that a mistake costs one record; its value goes the way of JSON.
  void read_yaml(std::string_view item) {
    if (is_too_long(item)) {
      return;
    }
    const text::SourceText source(source_.path(), std::string(item));
    const diagnostics::Expected<values::Value> tree = config::parse_yaml(source);
    if (!tree && tree.error().code == "config/yaml-limit") {
      report_depth(config::kMaxYamlDepth);
      return;
    }
    if (!tree) {
      reports_.add("digest/bad-record", "this is no YAML: " + tree.error().message,
                   tree.error().remedy, std::max(tree.error().where.line - 1, 0));
      return;
    }
    const bool is_list = tree->kind() == values::Kind::list;
    for (std::size_t i = 0; i < (is_list ? tree->size() : 1); ++i) {
      const values::Value record = is_list ? tree->at(i) : *tree;
      if (record.kind() != values::Kind::map) {
        reports_.add("digest/bad-record", "this is no map of a record's fields",
                     "a YAML file of records is a list of maps");
        continue;
      }
      std::string json;
      values::append_json(json, record, values::JsonLayout::compact);
      read_record(json);
    }
  }

  /// The first record tells whose it is.
  void choose_format(const dom::object& first) {
    format_is_chosen_ = true;
    for (const Format& format : options_.formats) {
      if (!format.records) {
        continue;
      }
      const std::vector<std::string>& wanted = format.records->recognise_members;
      const bool has_all = std::ranges::all_of(wanted, [&first](const std::string& name) {
        return first[name].error() == simdjson::SUCCESS;
      });
      if (format.name == options_.format || (!wanted.empty() && has_all)) {
        format_ = &*format.records;
        format_name_ = format.name;
        format_reason_ = "the first record has its members";
        return;
      }
    }
  }

  void report_unknown_members(const dom::object& object) {
    for (const dom::key_value_pair member : object) {
      const std::string_view name = member.key;
      const bool mapped = format_ != nullptr && format_->fields.contains(name);
      if (!mapped && !is_record_member(name) && !unknown_.contains(name)) {
        unknown_.emplace(name);
        reports_.add("digest/unknown-member",
                     "a record has no \"" + std::string(name) + "\"; it is not kept",
                     similar_record_member(name));
      }
    }
  }

  void read_digest(JsonRecord& record) {
    Digest& digest = digests_.digest_of(record);
    digest.legend = record.legend("legend");
    digest.summary = record.text("summary");
    digest.source_note = record.text("source_note");
    if (const text::CalendarDate start = digests_.date_in(record, "date_start"); start.year != 0) {
      digest.date_start = start;
    }
    kind_ = "head:digest";
  }

  void read_paper(JsonRecord& record) {
    std::optional<Paper> paper = read_record_paper(record, options_.limits.max_names, reports_);
    if (!paper) {
      return;
    }
    std::vector<Paper>& papers = digests_.digest_of(record).papers;
    if (papers.size() >= options_.limits.max_records) {
      reports_.add_records_limit(options_.limits.max_records);
      return;
    }
    papers.push_back(*std::move(paper));
    kind_ = "record";
    paper_ = static_cast<int>(papers.size());
  }

  void claim(std::string_view record) {
    if (!kind_.empty()) {
      claims_.claim(record, kind_, kind_ == "record" ? paper_ : 0);
    }
  }

  /// Every file gives a digest; what stands before the first record belongs to it.
  diagnostics::Reported<std::vector<ParsedDigest>> finish() {
    std::vector<Diagnostic>& said = reports_.diagnostics();
    std::vector<Claim> claims = std::move(claims_).complete();
    if (digests_.empty()) {
      if (said.empty()) {
        said.push_back({.severity = Severity::error,
                        .code = "digest/no-record",
                        .where = {.path = source_.path()},
                        .message = "this file has no record",
                        .remedy = "each line of a .jsonl file is one record"});
      }
    } else {
      diagnostics::append(said, report_unclaimed(source_, claims, reports_.take_explained_lines()));
    }
    std::vector<ParsedDigest> digests = std::move(digests_).take();
    for (ParsedDigest& parsed : digests) {
      parsed.format_name = format_name_;
      parsed.format_reason = format_reason_;
    }
    auto owner = owners_.begin();
    for (Claim& claim : claims) {
      while (owner != owners_.end() && std::next(owner) != owners_.end() &&
             std::next(owner)->first <= claim.offset) {
        ++owner;
      }
      digests[owner == owners_.end() ? 0 : owner->second].claims.push_back(std::move(claim));
    }
    diagnostics::sort_and_deduplicate(said);
    return {.value = std::move(digests), .diagnostics = std::move(said)};
  }

  const text::SourceText& source_;
  const DigestOptions& options_;
  dom::parser parser_;
  ClaimBook claims_;
  std::vector<std::pair<std::size_t, std::size_t>> owners_;  ///< a record's offset, its digest
  RecordReports reports_;
  RecordDigests digests_;
  std::set<std::string, std::less<>> unknown_;  ///< members that are reported already
  const RecordFormat* format_ = nullptr;        ///< null: members are called as records call them
  std::string format_name_ = "records";
  std::string format_reason_;
  bool format_is_chosen_ = false;
  std::string kind_;  ///< what the record at hand is claimed as; empty: unclaimed
  int paper_ = 0;
};

}  // namespace

bool is_record_file(std::string_view path) {
  const std::string lower = text::ascii_lower(path);
  return std::ranges::any_of(kEndings, [&lower](std::string_view e) { return lower.ends_with(e); });
}

diagnostics::Reported<std::vector<ParsedDigest>> read_records(const text::SourceText& source,
                                                              const DigestOptions& options) {
  return RecordFileReader(source, options).read();
}

}  // namespace digest
