#include "enrich/read_bibtex.hpp"

#include "digest/identifiers.hpp"
#include "enrich/bibtex_entries.hpp"
#include "enrich/known_dates.hpp"
#include "enrich/tex_text.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace enrich {

namespace {

/// The parts of `text` between `separator`s outside of braces.
std::vector<std::string_view> split_outside_braces(std::string_view text,
                                                   std::string_view separator) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    depth += text[i] == '{' ? 1U : 0U;
    depth -= text[i] == '}' && depth > 0 ? 1U : 0U;
    if (depth == 0 && text.substr(i).starts_with(separator)) {
      parts.push_back(text.substr(start, i - start));
      start = i + separator.size();
      i = start - 1;
    }
  }
  parts.push_back(text.substr(start));
  return parts;
}

bool begins_lower(std::string_view word) {
  return !word.empty() && word.front() >= 'a' && word.front() <= 'z';
}

/// `First von Last`: the family name begins at the first word in lower case, else it is the last.
KnownAuthor author_of_words(std::string_view name) {
  std::vector<std::string_view> words = split_outside_braces(name, " ");
  std::erase_if(words, [](std::string_view word) { return word.empty(); });
  if (words.empty()) {
    return {};
  }
  auto family = std::find_if(words.begin(), words.end() - 1, begins_lower);
  KnownAuthor author;
  for (auto word = words.begin(); word != words.end(); ++word) {
    std::string& part = word < family ? author.given : author.family;
    part += (part.empty() ? "" : " ") + std::string(*word);
  }
  return {.given = plain_text(author.given), .family = plain_text(author.family)};
}

KnownAuthor author_of(std::string_view name) {
  const std::vector<std::string_view> parts = split_outside_braces(name, ",");
  if (parts.size() == 1) {
    return author_of_words(name);
  }
  // "von Last, First" or "von Last, Jr, First".
  const std::string suffix = parts.size() > 2 ? " " + plain_text(parts[1]) : "";
  return {.given = plain_text(parts.back()), .family = plain_text(parts[0]) + suffix};
}

class PaperOfEntry {
 public:
  explicit PaperOfEntry(const BibtexEntry& entry) : entry_(entry) {}

  [[nodiscard]] KnownPaper read() const {
    KnownPaper paper;
    paper.title = plain(field("title"));
    BibtexNames names = split_bibtex_names(field("author"));
    paper.authors = std::move(names.authors);
    paper.authors_truncated = names.truncated;
    paper.abstract = plain(field("abstract"));
    paper.arxiv_id = arxiv_id();
    paper.doi = doi();
    paper.venue = plain(first_of("journal", "booktitle"));
    if (text::ascii_lower(paper.venue).find("arxiv") != std::string::npos) {
      paper.venue.clear();  // "arXiv preprint arXiv:2302.02801" is no venue
    }
    if (const std::string_view main = field("primaryclass"); !main.empty()) {
      paper.categories.emplace_back(main);
    }
    const std::string whole = iso_date(field("date"));
    paper.published =
        whole.empty() ? date_of_parts(field("year"), field("month"), field("day")) : whole;
    return paper;
  }

 private:
  [[nodiscard]] std::string_view field(const std::string& name) const {
    const auto found = entry_.fields.find(name);
    return found == entry_.fields.end() ? std::string_view() : std::string_view(found->second);
  }

  [[nodiscard]] std::string_view first_of(const std::string& a, const std::string& b) const {
    return field(a).empty() ? field(b) : field(a);
  }

  static std::string plain(std::string_view tex) { return plain_text(tex); }

  [[nodiscard]] std::string arxiv_id() const {
    const std::string prefix = text::ascii_lower(first_of("archiveprefix", "eprinttype"));
    for (const char* const name : {"eprint", "url", "journal", "note", "doi"}) {
      if (std::string_view(name) == "eprint" && !prefix.empty() && prefix != "arxiv") {
        continue;
      }
      if (auto id = digest::find_arxiv_id(text::trim(field(name)))) {
        return *std::move(id);
      }
    }
    return {};
  }

  [[nodiscard]] std::string doi() const {
    const std::string text = plain(field("doi"));
    return digest::find_doi(text.empty() ? std::string(field("url")) : text).value_or("");
  }

  const BibtexEntry& entry_;
};

}  // namespace

BibtexNames split_bibtex_names(std::string_view field) {
  const std::string flat = text::collapse_whitespace(field);
  BibtexNames names;
  for (const std::string_view name : split_outside_braces(flat, " and ")) {
    if (name == "others") {
      names.truncated = true;
      continue;
    }
    KnownAuthor author = author_of(name);
    if (!author.shown().empty()) {
      names.authors.push_back(std::move(author));
    }
  }
  return names;
}

diagnostics::Reported<std::vector<KnownPaper>> read_bibtex(const text::SourceText& source) {
  diagnostics::Reported<std::vector<BibtexEntry>> entries = read_bibtex_entries(source);
  diagnostics::Reported<std::vector<KnownPaper>> papers;
  papers.diagnostics = std::move(entries.diagnostics);
  for (const BibtexEntry& entry : entries.value) {
    KnownPaper paper = PaperOfEntry(entry).read();
    paper.where = diagnostics::location_at(source, entry.offset);
    papers.value.push_back(std::move(paper));
  }
  return papers;
}

}  // namespace enrich
