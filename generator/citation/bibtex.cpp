#include "citation/bibtex.hpp"

#include "citation/tex_text.hpp"
#include "text/whitespace.hpp"

#include <array>
#include <string_view>

namespace citation {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

/// Whether BibTeX would see more than one name in `part`, or take a comma for its own.
bool needs_braces(std::string_view part) {
  const std::string lower = " " + text::ascii_lower(part) + " ";
  return lower.find(" and ") != std::string::npos || part.find(',') != std::string_view::npos;
}

std::string name_part(std::string_view part) {
  const std::string escaped = tex_escape(part);
  return needs_braces(part) ? "{" + escaped + "}" : escaped;
}

std::string bibtex_name(const PersonName& name) {
  if (!name.literal.empty()) {
    return "{" + tex_escape(name.literal) + "}";
  }
  std::string text = name_part(name.family);
  if (!name.suffix.empty()) {
    text += ", " + name_part(name.suffix);
  }
  return text + ", " + name_part(name.given);
}

std::string bibtex_authors(const Citation& cited) {
  std::string all;
  for (const PersonName& author : cited.authors) {
    all += (all.empty() ? "" : " and ") + bibtex_name(author);
  }
  if (cited.authors_truncated) {
    all += all.empty() ? "others" : " and others";
  }
  return all;
}

/// Addresses are printed verbatim by the packages that print them; only what would end the field is
/// percent-encoded.
std::string bibtex_url(std::string_view url) {
  std::string out;
  for (const char c : url) {
    switch (c) {
      case '{':
        out += "%7B";
        break;
      case '}':
        out += "%7D";
        break;
      case '\\':
        out += "%5C";
        break;
      default:
        out.push_back(c);
        break;
    }
  }
  return out;
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
  if (!value.empty()) {
    out += ",\n  ";
    out += name;
    out += " = {";
    out += value;
    out += "}";
  }
}

}  // namespace

void append_bibtex(std::string& out, const Citation& cited) {
  out += "@misc{" + cited.key;
  append_field(out, "title", tex_title(cited.title));
  append_field(out, "author", bibtex_authors(cited));
  if (cited.date.year != 0) {
    append_field(out, "year", std::to_string(cited.date.year));
  }
  if (cited.date.month != 0) {
    out += ",\n  month = ";
    out += kMonths[static_cast<std::size_t>(cited.date.month - 1)];
  }
  if (!cited.arxiv_id.empty()) {
    append_field(out, "eprint", cited.arxiv_id);
    append_field(out, "archivePrefix", "arXiv");
    append_field(out, "primaryClass", cited.primary_class);
  }
  append_field(out, "doi", bibtex_url(cited.doi));
  append_field(out, "url", bibtex_url(cited.url));
  append_field(out, "note", tex_escape(cited.venue));
  out += "\n}\n";
}

}  // namespace citation
