#include "digest/row_claims.hpp"

#include "digest/cell_text.hpp"
#include "digest/row_links.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

namespace {

/// How a cell of links says that there is none, or parts two.
constexpr std::array<std::string_view, 6> kSilentWords = {"and", "null", "na", "tbd", "or", "br"};

/// Bytes of a row; without a kind they stay unclaimed.
struct Segment {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string kind;
};

bool is_word_byte(char c) {
  return is_lower(c) || is_capital(c) || is_digit(c) || is_wide(c) || c == '/';
}

/// Whether `text`, which is no link, says something.
bool says_something(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_word_byte(text[end])) {
      ++end;
    }
    const std::string word = text::ascii_lower(text.substr(i, end - i));
    if (word.find_first_not_of('/') != std::string::npos &&
        std::ranges::find(kSilentWords, word) == kSilentWords.end() && !says_none(word)) {
      return true;
    }
    i = end + 1;
  }
  return false;
}

class RowClaimer {
 public:
  RowClaimer(const text::SourceText& source, const MatchedRow& row, int number,
             std::span<const NoiseRule> noise, ClaimBook& claims)
      : source_(source), row_(row), number_(number), noise_(noise), claims_(claims) {}

  void claim() && {
    for (const FilledPiece& piece : row_.pieces) {
      add_piece(piece);
    }
    for (const auto* const cells : {&row_.odd_cells, &row_.extra_cells, &row_.unknown_cells}) {
      for (const std::string_view cell : *cells) {
        add(cell, {});
      }
    }
    std::ranges::sort(segments_, {}, &Segment::begin);
    const std::size_t begin = source_.line_start(row_.row->line);
    const std::string_view last = source_.line(row_.row->end_line);
    const std::size_t end = source_.line_start(row_.row->end_line) + last.size();
    claim_segments(begin, end);
  }

 private:
  void add(std::string_view text, std::string kind) {
    const auto begin = static_cast<std::size_t>(text.data() - source_.bytes().data());
    segments_.push_back({begin, begin + text.size(), std::move(kind)});
  }

  void add_piece(const FilledPiece& piece) {
    std::string kind = piece.field == TableField(TableExtra::noise)
                           ? "noise:cell"
                           : std::string(name_of(piece.field));
    if (piece.text.empty()) {
      return;
    }
    if (piece.field == TableField(Field::links)) {
      add_links(piece.text, kind);
    } else {
      add(piece.text, std::move(kind));
    }
  }

  /// Links one by one, since what stands between them may be more than a comma.
  void add_links(std::string_view cell, const std::string& kind) {
    std::size_t at = 0;
    const std::size_t before = segments_.size();
    for (const CellLink& link : cell_links(cell)) {
      add_between(cell.substr(at, std::max(at, link.begin) - at));
      add(cell.substr(link.begin, link.end - link.begin), kind);
      at = std::max(at, link.end);
    }
    add_between(cell.substr(at));
    if (segments_.size() == before) {
      add(cell.substr(0, 0), kind);  // the cell says that there is no link
    }
  }

  void add_between(std::string_view text) {
    text = text::trim(text);
    const std::string_view words = without_marks(text);
    const bool has_image = words.find("![") != std::string_view::npos;
    if (!says_something(words) || (has_image && !says_something(read_cell(text).text))) {
      return;
    }
    const auto rule = std::ranges::find_if(noise_, [text, words](const NoiseRule& one) {
      return one.pattern.is_whole(text) || one.pattern.is_whole(words);
    });
    add(text, rule == noise_.end() ? std::string() : "noise:" + rule->name);
  }

  void claim_segments(std::size_t begin, std::size_t end) {
    std::size_t at = begin;
    std::string_view before;  ///< the kind of the claim before
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      const Segment& segment = segments_[i];
      if (!before.empty()) {  // `1)`: a mark that touches the piece before it
        const std::string_view gap = source_.bytes().substr(at, std::max(at, segment.begin) - at);
        const std::size_t mark = std::min(gap.find_first_of(" \t|*"), gap.size());
        claim_lines(at, at + mark, before);
        at += mark;
      }
      if (segment.kind.empty()) {
        claim_lines(at, segment.begin, before);
        before = {};
      } else {
        const bool is_last = i + 1 == segments_.size();
        claim_lines(at, is_last ? end : segment.end, segment.kind);
        before = segment.kind;
      }
      at = std::max(at, segment.end);
    }
    if (before.empty()) {
      claim_lines(at, end, before);
    }
  }

  /// A claim never reaches over a line break; the marks of a table alone are noise.
  void claim_lines(std::size_t begin, std::size_t end, std::string_view kind) {
    if (begin >= end) {
      return;
    }
    const bool is_noise = kind.empty() || kind.starts_with("noise:");
    for (const std::string_view line :
         text::split(source_.bytes().substr(begin, end - begin), "\n")) {
      claims_.claim(text::trim(line), kind.empty() ? "noise:table" : kind, is_noise ? 0 : number_);
    }
  }

  const text::SourceText& source_;
  const MatchedRow& row_;
  int number_;
  std::span<const NoiseRule> noise_;
  ClaimBook& claims_;
  std::vector<Segment> segments_;
};

}  // namespace

void claim_row(const text::SourceText& source, const MatchedRow& row, int number,
               std::span<const NoiseRule> noise, ClaimBook& claims) {
  RowClaimer(source, row, number, noise, claims).claim();
}

}  // namespace digest
