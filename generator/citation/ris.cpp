#include "citation/ris.hpp"

#include <string_view>

namespace citation {

namespace {

void append_line(std::string& out, std::string_view tag, std::string_view value) {
  if (!value.empty()) {
    out += tag;
    out += "  - ";
    out += value;
    out += "\r\n";
  }
}

/// `2023/02/08/`, `2023/02//`: RIS has a place for each part, filled or not.
std::string ris_date(const text::CalendarDate& date) {
  std::string iso = text::to_iso(date);
  for (char& c : iso) {
    c = c == '-' ? '/' : c;
  }
  return iso.empty() ? iso : iso + (date.day == 0 ? "//" : "/");
}

}  // namespace

void append_ris(std::string& out, const Citation& cited) {
  const bool preprint = !cited.arxiv_id.empty() && cited.venue.empty();
  append_line(out, "TY", preprint ? "UNPB" : "GEN");
  append_line(out, "ID", cited.key);
  for (const PersonName& author : cited.authors) {
    append_line(out, "AU", inverted(author));
  }
  append_line(out, "AU", cited.authors_truncated ? "others" : "");
  append_line(out, "TI", cited.title);
  if (cited.date.year != 0) {
    append_line(out, "PY", std::to_string(cited.date.year));
    append_line(out, "DA", ris_date(cited.date));
  }
  append_line(out, "DO", cited.doi);
  append_line(out, "UR", cited.url);
  append_line(out, "PB", cited.arxiv_id.empty() ? "" : "arXiv");
  append_line(out, "M1", cited.arxiv_id.empty() ? "" : "arXiv:" + cited.arxiv_id);
  append_line(out, "N1", cited.venue);
  // The blank behind the last mark is part of it.
  out += "ER  - \r\n";
}

}  // namespace citation
