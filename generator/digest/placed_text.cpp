#include "digest/placed_text.hpp"

namespace digest {

void PlacedText::put(std::string_view piece, std::size_t offset, std::size_t size) {
  const bool same_size = piece.size() == size;
  const bool continues = !runs.empty() && same_size &&
                         runs.back().size == runs.back().source_size &&
                         runs.back().source_begin + runs.back().source_size == offset &&
                         runs.back().begin + runs.back().size == text.size();
  if (continues) {
    runs.back().size += size;
    runs.back().source_size += size;
  } else {
    runs.push_back(
        {.begin = text.size(), .size = piece.size(), .source_begin = offset, .source_size = size});
  }
  text += piece;
}

void PlacedText::append(const PlacedText& other) {
  const std::size_t start = text.size();
  for (TextRun run : other.runs) {
    run.begin += start;
    runs.push_back(run);
  }
  text += other.text;
}

}  // namespace digest
