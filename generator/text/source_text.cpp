#include "text/source_text.hpp"

#include <algorithm>
#include <utility>

namespace text {

SourceText::SourceText(std::string path, std::string bytes)
    : path_(std::move(path)), bytes_(std::move(bytes)) {
  std::size_t start = 0;
  while (start < bytes_.size()) {
    line_starts_.push_back(start);
    const std::size_t newline = bytes_.find('\n', start);
    if (newline == std::string::npos) {
      break;
    }
    start = newline + 1;
  }
}

std::string_view SourceText::line(std::size_t number) const {
  if (number == 0 || number > line_starts_.size()) {
    return {};
  }
  const std::size_t start = line_starts_[number - 1];
  std::size_t end = number < line_starts_.size() ? line_starts_[number] : bytes_.size();
  if (end > start && bytes_[end - 1] == '\n') {
    --end;
    if (end > start && bytes_[end - 1] == '\r') {
      --end;
    }
  }
  return std::string_view(bytes_).substr(start, end - start);
}

LineColumn SourceText::place_of(std::size_t offset) const {
  offset = std::min(offset, bytes_.size());
  const auto after = std::ranges::upper_bound(line_starts_, offset);
  if (after == line_starts_.begin()) {
    return {};
  }
  const std::size_t start = *(after - 1);
  return {static_cast<int>(after - line_starts_.begin()), static_cast<int>(offset - start) + 1};
}

}  // namespace text
