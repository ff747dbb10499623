#include "digest/unknown_layout.hpp"

#include "digest/cell_text.hpp"
#include "digest/line_labels.hpp"
#include "digest/markdown_table.hpp"

#include <algorithm>
#include <map>

namespace digest {

namespace {

constexpr std::size_t kLeastLabels = 2;
constexpr std::size_t kMostLabels = 6;
constexpr std::size_t kMostColumns = 12;

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
