#include "digest/unknown_layout.hpp"

#include "digest/cell_text.hpp"
#include "digest/markdown_marks.hpp"
#include "digest/markdown_table.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <map>

namespace digest {

namespace {

/// What is longer is a sentence with a colon.
constexpr std::size_t kLongestLabel = 32;
constexpr std::ptrdiff_t kMostWords = 3;
constexpr std::size_t kLeastLabels = 2;
constexpr std::size_t kMostLabels = 6;
constexpr std::size_t kMostColumns = 12;
constexpr std::string_view kOpen = "【";
constexpr std::string_view kClose = "】";

/// The word in front of the first colon, if it may be a label: no address, no time of day.
std::string_view word_before_colon(std::string_view line) {
  std::size_t at = 0;
  while (at < std::min(line.size(), kLongestLabel) && mark_size(line, at, ':') == 0) {
    ++at;
  }
  const std::size_t colon = mark_size(line, at, ':');
  std::string_view word = text::trim_right(line.substr(0, at));
  while (word.ends_with('*')) {  // `**Authors**: …`
    word.remove_suffix(1);
  }
  const bool is_word = colon > 0 && !word.empty() && !is_digit(word.back()) &&
                       word.find_first_of("*[]()<>{}#|\"") == std::string_view::npos &&
                       std::ranges::count(word, ' ') < kMostWords &&
                       !line.substr(at + colon).starts_with("//");
  return is_word ? word : std::string_view();
}

/// The label that `line` may begin with, without list mark and emphasis; empty if there is none.
std::string_view possible_label(std::string_view line) {
  line.remove_prefix(list_mark_size(line));
  line.remove_prefix(emphasis_run(line, 0));
  if (!line.starts_with(kOpen)) {
    return word_before_colon(line);
  }
  const std::size_t close = line.substr(0, kLongestLabel).find(kClose);
  return close == std::string_view::npos ? std::string_view()
                                         : line.substr(0, close + kClose.size());
}

}  // namespace

std::optional<UnknownTable> first_table(const text::SourceText& source, std::size_t first_line) {
  const std::vector<TableRow> headers = find_headers(source, first_line, DigestLimits());
  if (headers.empty()) {
    return std::nullopt;
  }
  UnknownTable table{.line = static_cast<int>(headers.front().line), .columns = {}};
  std::size_t shown = 0;
  for (const std::string_view cell : headers.front().cells) {
    if (shown++ == kMostColumns) {
      table.columns += " | …";
      break;
    }
    table.columns += (table.columns.empty() ? "" : " | ") + read_cell(cell).text;
  }
  return table;
}

std::vector<std::string_view> repeated_labels(std::span<const std::string_view> lines,
                                              std::size_t first_line) {
  std::map<std::string_view, std::size_t> counts;
  std::vector<std::string_view> labels;
  for (const std::string_view line : lines.subspan(std::min(first_line - 1, lines.size()))) {
    const std::string_view label = possible_label(line);
    if (!label.empty() && ++counts[label] == 2) {
      labels.push_back(label);
    }
  }
  if (labels.size() < kLeastLabels) {
    return {};
  }
  labels.resize(std::min(labels.size(), kMostLabels));
  return labels;
}

}  // namespace digest
