#include "text/fit_lines.hpp"

#include "text/icu_status.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

namespace text {

namespace {

constexpr std::string_view kEllipsis = "…";

/// What a character takes in print, in tenths of half an em: about the mean of the bold serif types
/// that systems have.
std::size_t width_of(char32_t value) {
  static constexpr std::u32string_view kNarrow = U" !'(),-./:;I[]`fijlrt|";
  static constexpr std::u32string_view kWide = U"%@MW…—";
  const std::size_t cells = display_width(value);
  if (cells != 1) {
    return cells * 10;
  }
  if (kNarrow.find(value) != std::u32string_view::npos) {
    return 7;
  }
  if (kWide.find(value) != std::u32string_view::npos) {
    return 20;
  }
  const bool capital = value >= U'A' && value <= U'Z';
  return capital ? 14 : value == U'm' || value == U'w' ? 17 : 11;
}

std::size_t width_of(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const CodePoint point = code_point_at(utf8, i);
    width += width_of(point.value);
    i += point.size;
  }
  return width;
}

/// The ends of the pieces of `utf8` between which a line may be broken, one at a time: a long text
/// is looked at only as far as it is shown.
class BreakPlaces {
 public:
  explicit BreakPlaces(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&input_, utf8.data(), static_cast<int64_t>(utf8.size()), &status);
    iterator().setText(&input_, status);
    require(status);
    iterator().first();
  }

  BreakPlaces(const BreakPlaces&) = delete;
  BreakPlaces& operator=(const BreakPlaces&) = delete;
  BreakPlaces(BreakPlaces&&) = delete;
  BreakPlaces& operator=(BreakPlaces&&) = delete;

  ~BreakPlaces() { utext_close(&input_); }

  /// The next place; the end of the text comes last, and is not to be passed.
  std::size_t next() { return static_cast<std::size_t>(iterator().next()); }

 private:
  /// Making one costs more than a line.
  static icu::BreakIterator& iterator() {
    UErrorCode status = U_ZERO_ERROR;
    thread_local const std::unique_ptr<icu::BreakIterator> kLines(
        icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
    require(status);
    return *kLines;
  }

  UText input_ = UTEXT_INITIALIZER;
};

/// How many bytes of `utf8` fit into `room`, in whole graphemes; one grapheme always does.
std::size_t graphemes_that_fit(std::string_view utf8, std::size_t room) {
  std::size_t end = 0;
  for (std::size_t width = 0; end < utf8.size();) {
    const std::size_t size = grapheme_prefix_size(utf8.substr(end), 1);
    width += width_of(utf8.substr(end, size));
    if (width > room && end != 0) {
      break;
    }
    end += size;
  }
  return end;
}

/// How many bytes of `utf8` stand on a line as wide as `room`, blanks at its end included.
std::size_t line_size(std::string_view utf8, std::size_t room) {
  BreakPlaces places(utf8);
  std::size_t fitting = 0;
  std::size_t width = 0;  // of what fits, with the blanks at its end
  while (fitting < utf8.size()) {
    const std::size_t end = places.next();
    const std::string_view piece = utf8.substr(fitting, end - fitting);
    if (width + width_of(trim_right(piece)) > room) {
      break;
    }
    width += width_of(piece);
    fitting = end;
  }
  return fitting == 0 ? graphemes_that_fit(utf8, room) : fitting;
}

/// `line` without what would stand oddly before an ellipsis.
std::string_view without_separators(std::string_view line) {
  static constexpr std::string_view kMarks[] = {" ", ",",  ";",  ":",  "-", "–",
                                                "—", "，", "、", "；", "："};
  for (bool found = true; found;) {
    const auto* const mark =
        std::ranges::find_if(kMarks, [line](std::string_view one) { return line.ends_with(one); });
    found = mark != std::end(kMarks);
    line.remove_suffix(found ? mark->size() : 0);
  }
  return line;
}

/// The beginning of `utf8` on one line, with an ellipsis.
std::string cut_line(std::string_view utf8, std::size_t room) {
  const std::size_t size = line_size(utf8, room - width_of(kEllipsis));
  return std::string(without_separators(utf8.substr(0, size))) + std::string(kEllipsis);
}

}  // namespace

std::vector<std::string> fit_lines(std::string_view utf8, LineRoom room) {
  const std::string whole = collapse_whitespace(utf8);
  const std::size_t width = room.columns * 10;
  std::string_view rest = whole;
  std::vector<std::string> lines;
  while (!rest.empty()) {
    const std::size_t size = line_size(rest, width);
    if (size < rest.size() && lines.size() + 1 >= room.lines) {
      lines.push_back(cut_line(rest, width));
      break;
    }
    lines.emplace_back(trim_right(rest.substr(0, size)));
    rest.remove_prefix(size);
  }
  return lines;
}

}  // namespace text
