#include "enrich/bibtex_entries.hpp"

#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace enrich {

namespace {

using diagnostics::Reported;
using diagnostics::Severity;

constexpr std::string_view kBlanks = " \t\r\n";

/// A value that many `#` join would double with each @string that names the one before.
constexpr std::size_t kMaxValue = std::size_t{1} << 20U;

/// So much may names of @strings add to a file.
constexpr std::size_t kMaxExpansion = std::size_t{64} << 20U;

/// A file of nothing but mistakes is said to be one.
constexpr std::size_t kMostReports = 20;

bool is_name_byte(char c) {
  return static_cast<unsigned char>(c) > 0x20 &&
         std::string_view("\"#%'(),={}@").find(c) == std::string_view::npos;
}

class EntryReader {
 public:
  explicit EntryReader(const text::SourceText& source) : source_(source), text_(source.bytes()) {
    constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};
    for (const std::string_view month : kMonths) {
      strings_.emplace(month, month);
    }
  }

  Reported<std::vector<BibtexEntry>> read() && {
    for (at_ = next_at(0); at_ < text_.size(); at_ = next_at(at_)) {
      const std::size_t start = at_++;
      problem_ = {};
      read_entry(start);
      if (!problem_.empty()) {
        report(start);
        at_ = next_line_with_at(start + 1);
      }
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] std::size_t next_at(std::size_t from) const {
    return std::min(text_.find('@', from), text_.size());
  }

  /// Where the next entry begins, however broken this one is.
  [[nodiscard]] std::size_t next_line_with_at(std::size_t from) const {
    const std::size_t line = text_.find("\n@", from);
    return line == std::string_view::npos ? text_.size() : line + 1;
  }

  void skip_blanks() { at_ = std::min(text_.find_first_not_of(kBlanks, at_), text_.size()); }

  [[nodiscard]] char next() {
    skip_blanks();
    return at_ < text_.size() ? text_[at_] : '\0';
  }

  std::string_view read_name() {
    skip_blanks();
    const std::size_t start = at_;
    while (at_ < text_.size() && is_name_byte(text_[at_])) {
      ++at_;
    }
    return text_.substr(start, at_ - start);
  }

  void read_entry(std::size_t start) {
    BibtexEntry entry{
        .type = text::ascii_lower(read_name()), .key = {}, .fields = {}, .offset = start};
    if (entry.type.empty()) {
      return;  // an @ of a mail address, say
    }
    const char open = next();
    if (open != '{' && open != '(') {
      return;
    }
    close_ = open == '{' ? '}' : ')';
    ++at_;
    if (entry.type == "comment" || entry.type == "preamble") {
      skip_group();
      return;
    }
    if (entry.type != "string") {
      entry.key = std::string(read_name());
      if (next() == ',') {
        ++at_;
      } else if (next() != close_) {
        problem_ = "a comma is missing behind the key";
        return;
      }
    }
    read_fields(entry);
    if (!problem_.empty()) {
      return;
    }
    if (entry.type == "string") {
      for (auto& [name, value] : entry.fields) {
        strings_.insert_or_assign(name, std::move(value));
      }
    } else {
      result_.value.push_back(std::move(entry));
    }
  }

  void read_fields(BibtexEntry& entry) {
    while (true) {
      const char c = next();
      if (c == close_) {
        ++at_;
        return;
      }
      if (c == ',') {
        ++at_;
        continue;
      }
      const std::string name = text::ascii_lower(read_name());
      if (name.empty() || next() != '=') {
        problem_ = at_ >= text_.size() ? "it has no end" : "a field must be `name = value`";
        return;
      }
      ++at_;
      std::string value = read_value();
      if (!problem_.empty()) {
        return;
      }
      // The first one counts, as for BibTeX itself.
      entry.fields.emplace(name, std::move(value));
      if (next() != ',' && next() != close_) {
        problem_ = "a comma is missing between two fields";
        return;
      }
    }
  }

  std::string read_value() {
    std::string value;
    while (true) {
      value += read_piece();
      if (!problem_.empty() || next() != '#') {
        return value;
      }
      ++at_;
      if (value.size() > kMaxValue) {
        problem_ = "a value is longer than 1 MiB";
        return value;
      }
    }
  }

  std::string read_piece() {
    const char c = next();
    if (c == '{' || c == '"') {
      ++at_;
      return std::string(delimited(c == '{' ? '}' : '"'));
    }
    const std::string_view name = read_name();
    if (name.empty()) {
      problem_ = "a value is missing";
      return {};
    }
    if (name.find_first_not_of("0123456789") == std::string_view::npos) {
      return std::string(name);
    }
    const auto known = strings_.find(text::ascii_lower(name));
    if (known == strings_.end()) {
      return std::string(name);
    }
    expanded_ += known->second.size();
    if (expanded_ > kMaxExpansion) {
      problem_ = "the @strings of this file add up to more than 64 MiB";
      return {};
    }
    return known->second;
  }

  /// What stands up to `close`, which braces hide.
  std::string_view delimited(char close) {
    const std::size_t start = at_;
    std::size_t depth = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\\') {
        ++at_;
      } else if (c == '\n' && text_.substr(at_ + 1).starts_with('@')) {
        break;  // the next entry: this one is cut, and is not to swallow the file
      } else if (c == close && depth == 0) {
        return text_.substr(start, at_++ - start);
      } else if (c == '{') {
        ++depth;
      } else if (c == '}') {
        if (depth == 0) {
          break;
        }
        --depth;
      }
    }
    at_ = std::min(at_, text_.size());
    problem_ = close == '}' ? "a brace is not closed" : "a quotation mark is not closed";
    return {};
  }

  /// Behind the group that is open.
  void skip_group() {
    const char open = close_ == '}' ? '{' : '(';
    for (std::size_t depth = 1; at_ < text_.size() && depth > 0; ++at_) {
      depth += text_[at_] == open ? 1U : 0U;
      depth -= text_[at_] == close_ ? 1U : 0U;
    }
  }

  void report(std::size_t start) {
    if (++reports_ <= kMostReports) {
      result_.diagnostics.push_back(diagnostics::at_offset(
          source_, start,
          {.severity = Severity::warning,
           .code = "enrich/bad-bibtex",
           .message = "this entry is left out: " + std::string(problem_),
           .remedy = "correct it; an entry is `@article{key, title = {…}, author = {…}}`"}));
    }
  }

  const text::SourceText& source_;
  std::string_view text_;
  std::size_t at_ = 0;
  char close_ = '}';
  std::string_view problem_;
  std::size_t reports_ = 0;
  std::size_t expanded_ = 0;  ///< bytes that @strings gave
  std::map<std::string, std::string> strings_;
  Reported<std::vector<BibtexEntry>> result_;
};

}  // namespace

Reported<std::vector<BibtexEntry>> read_bibtex_entries(const text::SourceText& source) {
  return EntryReader(source).read();
}

}  // namespace enrich
