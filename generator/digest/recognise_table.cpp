#include "digest/recognise_table.hpp"

#include "digest/markdown_table.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace digest {

std::string table_reason(const text::SourceText& source, std::size_t first_line,
                         const Format& format) {
  const TableFormat& table = *format.table;
  if (table.recognise_columns.empty()) {
    return {};
  }
  for (const TableRow& header : find_headers(source, first_line, DigestLimits())) {
    std::vector<std::string> keys;
    for (const std::string_view cell : header.cells) {
      keys.push_back(header_key(cell));
    }
    const bool has_all = std::ranges::all_of(table.recognise_columns, [&keys](const auto& wanted) {
      return std::ranges::find(keys, wanted) != keys.end();
    });
    if (has_all) {
      std::string names;
      for (const std::string& wanted : table.recognise_columns) {
        names += (names.empty() ? "\"" : "\", \"") + wanted;
      }
      return "line " + std::to_string(header.line) + " has the columns " + names + "\"";
    }
  }
  return {};
}

}  // namespace digest
