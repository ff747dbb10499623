#include "citation/csl_json.hpp"

#include "text/json_escape.hpp"

#include <string_view>

namespace citation {

namespace {

/// Appends `"name":"value"`, with a comma before it unless it is the first; nothing if empty.
void append_member(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) {
    return;
  }
  out += out.back() == '{' ? "\"" : ",\"";
  out += name;
  out += "\":";
  text::append_json_string(out, value);
}

void append_name(std::string& out, const PersonName& name) {
  out.push_back('{');
  append_member(out, "literal", name.literal);
  append_member(out, "family", name.family);
  append_member(out, "given", name.given);
  append_member(out, "suffix", name.suffix);
  out.push_back('}');
}

void append_authors(std::string& out, const Citation& cited) {
  if (cited.authors.empty() && !cited.authors_truncated) {
    return;
  }
  out += ",\"author\":";
  char separator = '[';
  for (const PersonName& author : cited.authors) {
    out.push_back(separator);
    append_name(out, author);
    separator = ',';
  }
  if (cited.authors_truncated) {
    out.push_back(separator);
    out += R"({"literal":"others"})";
  }
  out.push_back(']');
}

void append_date(std::string& out, const text::CalendarDate& date) {
  if (date.year == 0) {
    return;
  }
  out += R"(,"issued":{"date-parts":[[)" + std::to_string(date.year);
  for (const int part : {date.month, date.day}) {
    out += part == 0 ? "" : "," + std::to_string(part);
  }
  out += "]]}";
}

}  // namespace

void append_csl_json(std::string& out, const Citation& cited) {
  out.push_back('{');
  append_member(out, "id", cited.key);
  append_member(out, "citation-key", cited.key);
  append_member(out, "type", "article");
  append_member(out, "title", cited.title);
  append_authors(out, cited);
  append_date(out, cited.date);
  if (!cited.arxiv_id.empty()) {
    append_member(out, "genre", cited.venue.empty() ? "preprint" : "");
    append_member(out, "publisher", "arXiv");
    append_member(out, "number", "arXiv:" + cited.arxiv_id);
  }
  append_member(out, "DOI", cited.doi);
  append_member(out, "URL", cited.url);
  append_member(out, "note", cited.venue);
  out.push_back('}');
}

}  // namespace citation
