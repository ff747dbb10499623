#include "digest/record_json.hpp"

#include "text/json_escape.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace digest {

namespace {

/// Appends the members of one JSON object.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::string& out) : out_(out) { out_.push_back('{'); }

  void close() { out_.push_back('}'); }

  void text(std::string_view name, std::string_view value) {
    begin(name);
    text::append_json_string(out_, value);
  }

  void text_or_null(std::string_view name, std::string_view value) {
    if (value.empty()) {
      raw(name, "null");
    } else {
      text(name, value);
    }
  }

  void optional_text(std::string_view name, std::string_view value) {
    if (!value.empty()) {
      text(name, value);
    }
  }

  void number(std::string_view name, int value) { raw(name, std::to_string(value)); }

  void boolean(std::string_view name, bool value) { raw(name, value ? "true" : "false"); }

  void raw(std::string_view name, std::string_view json) {
    begin(name);
    out_ += json;
  }

  void texts(std::string_view name, const std::vector<std::string>& values) {
    begin(name);
    char separator = '[';
    for (const std::string& value : values) {
      out_.push_back(separator);
      text::append_json_string(out_, value);
      separator = ',';
    }
    out_ += values.empty() ? "[]" : "]";
  }

  /// Writes the name; the value is up to the caller.
  void begin(std::string_view name) {
    out_ += first_ ? "\"" : ",\"";
    first_ = false;
    out_ += name;
    out_ += "\":";
  }

 private:
  std::string& out_;
  bool first_ = true;
};

std::string_view precision_name(const text::CalendarDate& date) {
  switch (date.precision()) {
    case text::DatePrecision::day:
      return "day";
    case text::DatePrecision::month:
      return "month";
    case text::DatePrecision::none:
      break;
  }
  return "none";
}

void append_date(ObjectWriter& object, const Digest& digest) {
  object.text_or_null("date", text::to_iso(digest.date));
  object.text("date_precision", precision_name(digest.date));
  if (digest.date_start) {
    object.text("date_start", text::to_iso(*digest.date_start));
  }
}

void append_links(std::string& out, const std::vector<Link>& links) {
  char separator = '[';
  for (const Link& link : links) {
    out.push_back(separator);
    ObjectWriter object(out);
    object.text("label", link.label);
    object.text("url", link.url);
    object.close();
    separator = ',';
  }
  out += links.empty() ? "[]" : "]";
}

void append_source(std::string& out, const SourceLines& source) {
  ObjectWriter object(out);
  object.text("file", source.file);
  object.number("line", source.line);
  object.number("end_line", source.end_line);
  object.close();
}

void append_paper(std::string& out, const Digest& digest, const Paper& paper) {
  ObjectWriter object(out);
  object.text("digest", digest.name);
  append_date(object, digest);
  object.raw("rank", paper.rank ? std::to_string(*paper.rank) : "null");
  object.text("section", paper.section == Section::featured ? "featured" : "also");
  object.text_or_null("category", paper.category);
  object.text("title", paper.title);
  object.text_or_null("title_zh", paper.title_zh);
  object.texts("authors", paper.authors);
  object.boolean("authors_truncated", paper.authors_truncated);
  object.texts("affiliations", paper.affiliations);
  object.boolean("affiliations_truncated", paper.affiliations_truncated);
  object.texts("key_points", paper.key_points);
  object.text_or_null("tldr", paper.tldr);
  object.optional_text("motivation", paper.motivation);
  object.optional_text("method", paper.method);
  object.optional_text("advantage", paper.advantage);
  object.text_or_null("abstract", paper.abstract);
  object.text_or_null("abstract_zh", paper.abstract_zh);
  object.optional_text("venue", paper.venue);
  object.optional_text("remark", paper.remark);
  object.text_or_null("url", paper.url);
  object.text_or_null("arxiv_id", paper.arxiv_id);
  object.begin("links");
  append_links(out, paper.links);
  if (!paper.arxiv_categories.empty()) {
    object.texts("arxiv_categories", paper.arxiv_categories);
  }
  object.optional_text("published", paper.published);
  object.optional_text("updated", paper.updated);
  if (!paper.enriched.empty()) {
    object.begin("enriched");
    ObjectWriter files(out);
    for (const EnrichedField& one : paper.enriched) {
      files.text(one.field, one.file);
    }
    files.close();
  }
  object.text("id", paper.id);
  object.begin("source");
  append_source(out, paper.source);
  object.close();
}

void append_digest(std::string& out, const Digest& digest) {
  ObjectWriter object(out);
  object.text("kind", "digest");
  object.text("digest", digest.name);
  append_date(object, digest);
  object.begin("legend");
  ObjectWriter legend(out);
  for (const LegendEntry& entry : digest.legend) {
    legend.text(entry.code, entry.name);
  }
  legend.close();
  object.text_or_null("summary", digest.summary);
  object.text_or_null("source_note", digest.source_note);
  object.close();
}

}  // namespace

std::string paper_to_json(const Digest& digest, const Paper& paper) {
  std::string out;
  append_paper(out, digest, paper);
  return out;
}

std::string digest_to_json(const Digest& digest) {
  std::string out;
  append_digest(out, digest);
  return out;
}

std::string digest_to_json_lines(const Digest& digest) {
  std::string out;
  append_digest(out, digest);
  out.push_back('\n');
  for (const Paper& paper : digest.papers) {
    append_paper(out, digest, paper);
    out.push_back('\n');
  }
  return out;
}

}  // namespace digest
