#include "digest/paper_draft.hpp"

#include "digest/markdown_marks.hpp"
#include "digest/record_text.hpp"
#include "digest/report.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace digest {

void PaperDraft::claim(Field field, std::string_view text) {
  claims.claim(text, name_of(field), number);
}

void PaperDraft::report(int line, diagnostics::Diagnostic diagnostic) {
  report_line(diagnostics, context.source, line, std::move(diagnostic));
}

std::string PaperDraft::clean_text(std::string_view text) const {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) {
    return record_text(text, context.clean);
  }
  std::string joined = clean_text(text::trim(text.substr(0, end)));
  append_line(joined, clean_text(text::trim(text.substr(end))));
  return joined;
}

std::string PaperDraft::plain_text(std::string_view text) const {
  const MarkdownMarks& marks = context.format.markdown;
  if (marks.quotes && text.starts_with('>')) {
    text = text::trim(text.substr(1));  // scraping has glued a quote to the line before it
  }
  return clean_text(marks.emphasis || marks.links ? without_markdown(text, marks) : text);
}

void end_item(std::string& text) {
  static constexpr std::array<std::string_view, 16> kPunctuation = {
      ".", ",", ";", ":", "!", "?", "。", "，", "；", "：", "！", "？", "、", "…", "—", "|"};
  const bool is_ended =
      text.empty() || std::ranges::any_of(kPunctuation, [&text](std::string_view mark) {
        return text.ends_with(mark);
      });
  if (!is_ended) {
    text += is_mostly_chinese(text) ? "；" : ";";
  }
}

void append_line(std::string& text, std::string line) {
  if (text.empty()) {
    text = std::move(line);  // nearly always
    return;
  }
  const bool apart = !is_wide(text.back()) && !line.empty() && !is_wide(line[0]);
  text += apart ? " " : "";
  text += line;
}

}  // namespace digest
