#include "digest/place_map.hpp"

#include <algorithm>
#include <iterator>

namespace digest {

std::vector<SourceSpan> PlaceMap::spans(std::size_t offset, std::size_t size) const {
  std::vector<SourceSpan> found;
  auto run = std::ranges::upper_bound(page_.runs, offset, {}, &TextRun::begin);
  run -= run == page_.runs.begin() ? 0 : 1;
  for (; run != page_.runs.end() && run->begin < offset + size; ++run) {
    const std::size_t begin = std::max(offset, run->begin);
    const std::size_t end = std::min(offset + size, run->begin + run->size);
    if (begin >= end || run->source_size == 0) {
      continue;
    }
    const bool exact = run->size == run->source_size;
    const std::size_t from = run->source_begin + (exact ? begin - run->begin : 0);
    found.push_back({from, exact ? from + (end - begin) : from + run->source_size});
  }
  return found;
}

std::vector<SourceSpan> PlaceMap::line_spans(int line) const {
  const auto number = static_cast<std::size_t>(line);
  return is_line(line) ? spans(lines_.line_start(number), lines_.line(number).size())
                       : std::vector<SourceSpan>();
}

std::optional<std::size_t> PlaceMap::source_offset(std::size_t offset) const {
  auto run = std::ranges::upper_bound(page_.runs, offset, {}, &TextRun::begin);
  const bool is_first = run == page_.runs.begin();
  if (run != page_.runs.end() &&
      (is_first || std::prev(run)->begin + std::prev(run)->size <= offset)) {
    return run->source_begin;
  }
  if (is_first) {
    return std::nullopt;
  }
  --run;
  const bool exact = run->size == run->source_size;
  const std::size_t inside = std::min(offset - run->begin, run->source_size);
  return run->source_begin + (exact ? inside : 0);
}

std::optional<std::size_t> PlaceMap::line_offset(int line) const {
  return is_line(line) ? source_offset(lines_.line_start(static_cast<std::size_t>(line)))
                       : std::nullopt;
}

bool PlaceMap::is_line(int line) const {
  return line > 0 && static_cast<std::size_t>(line) <= lines_.line_count();
}

}  // namespace digest
