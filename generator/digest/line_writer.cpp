#include "digest/line_writer.hpp"

#include "digest/identifiers.hpp"
#include "digest/script.hpp"
#include "text/url.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace digest {

namespace {

constexpr std::size_t kLongestEntity = 34;
/// The text of a link that stands for an address is no longer than this: `[arXiv]`, `论文链接`.
constexpr std::size_t kLongestLinkWord = 24;

/// A blank that HTML collapses; a no-break space is none.
bool is_html_blank(std::string_view character) {
  return character.size() == 1 &&
         std::string_view(" \t\r\n\f").find(character[0]) != std::string_view::npos;
}

std::size_t entity_size(std::string_view raw) {
  std::size_t end = 1;
  while (end < raw.size() && end < kLongestEntity &&
         (is_digit(raw[end]) || is_lower(raw[end]) || is_capital(raw[end]) || raw[end] == '#')) {
    ++end;
  }
  return end < raw.size() && raw[end] == ';' ? end + 1 : end;
}

/// What one character of a text is in its source.
struct SourceCharacter {
  std::size_t size = 1;     ///< in the text
  std::size_t skipped = 0;  ///< source bytes before it that mean nothing
  std::size_t raw_size = 1;
};

/// `text` begins with a character that is written at the beginning of `raw`.
SourceCharacter next_character(std::string_view text, std::string_view raw) {
  SourceCharacter next;
  next.size = text::code_point_at(text, 0).size;
  // Tags that the parser ignored stand inside the raw text.
  while (next.skipped < raw.size() && raw[next.skipped] == '<' &&
         !text.starts_with(raw.substr(next.skipped, 2))) {
    const std::size_t close = raw.find('>', next.skipped);
    next.skipped = close == std::string_view::npos ? raw.size() : close + 1;
  }
  raw.remove_prefix(next.skipped);
  if (raw.empty()) {
    next.raw_size = 0;
  } else if (raw.front() == '&' && !text.starts_with(raw.substr(0, 2))) {
    next.raw_size = entity_size(raw);
  } else if (raw.front() == '&' && text.front() == '&' && raw.starts_with("&amp;")) {
    next.raw_size = text.starts_with("&amp;") ? 1 : std::string_view("&amp;").size();
  } else if (raw.starts_with("\r\n")) {
    next.raw_size = 2;
  } else if (raw.starts_with(text.substr(0, next.size))) {
    next.raw_size = next.size;
  }
  return next;
}

bool looks_like_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
}

bool is_paper_address(std::string_view address) {
  return find_arxiv_id(address) || find_doi(address) || find_openreview_id(address);
}

/// Some sites lead out through a page of theirs that names the target.
std::string without_redirect(std::string_view address) {
  constexpr std::string_view kTarget = "?target=http";
  const std::size_t target = address.find(kTarget);
  if (target == std::string_view::npos) {
    return std::string(address);
  }
  return text::percent_decode(address.substr(target + std::string_view("?target=").size()));
}

}  // namespace

void LineWriter::start_line() {
  blank_pending_ = false;
}

void LineWriter::put(std::string_view piece, std::size_t offset, std::size_t size) {
  const bool same_size = piece.size() == size;
  const bool continues = !runs_.empty() && same_size &&
                         runs_.back().size == runs_.back().source_size &&
                         runs_.back().source_begin + runs_.back().source_size == offset &&
                         runs_.back().begin + runs_.back().size == line_.size();
  if (continues) {
    runs_.back().size += size;
    runs_.back().source_size += size;
  } else {
    runs_.push_back(
        {.begin = line_.size(), .size = piece.size(), .source_begin = offset, .source_size = size});
  }
  line_ += piece;
}

void LineWriter::add_character(std::string_view character, std::size_t offset, std::size_t size,
                               Blanks blanks) {
  if (blanks == Blanks::kept && (character == "\n" || character == "\r")) {
    break_line();
    return;
  }
  if (blanks == Blanks::collapsed && is_html_blank(character)) {
    if (!blank_pending_) {
      blank_offset_ = offset;
      blank_size_ = std::min<std::size_t>(size, 1);  // none where the source has no more bytes
    }
    blank_pending_ = blank_pending_ || !line_.empty();
    return;
  }
  if (line_.empty() && number_ != 0) {
    if (!is_digit(character[0])) {
      const std::string number = std::to_string(std::exchange(number_, 0)) + ". ";
      put(number, offset, 0);
    }
    number_ = 0;
  }
  if (std::exchange(blank_pending_, false)) {
    put(" ", blank_offset_, blank_size_);
  }
  put(character, offset, size);
}

void LineWriter::add(std::string_view text, std::string_view raw, std::size_t offset,
                     Blanks blanks) {
  while (!text.empty()) {
    const SourceCharacter next = next_character(text, raw);
    offset += next.skipped;
    raw.remove_prefix(next.skipped);
    const std::size_t raw_size = std::min(next.raw_size, raw.size());
    add_character(text.substr(0, next.size), offset, raw_size, blanks);
    offset += raw_size;
    raw.remove_prefix(raw_size);
    text.remove_prefix(next.size);
  }
}

void LineWriter::begin_link(std::string_view address, std::size_t offset, std::size_t size) {
  end_link();
  const std::size_t begin = line_.size() + (blank_pending_ ? 1 : 0);
  links_.push_back({.address = without_redirect(address),
                    .offset = offset,
                    .size = size,
                    .begin = begin,
                    .end = begin});
  link_open_ = true;
}

void LineWriter::end_link() {
  if (std::exchange(link_open_, false) && !links_.empty()) {
    links_.back().end = std::max(links_.back().begin, line_.size());
  }
}

bool LineWriter::wants_address(const LineLink& link) const {
  if (!text::is_web_url(link.address) || link.end > line_.size() || link.begin >= link.end) {
    return false;
  }
  const std::string_view line = line_;
  const std::string_view text = text::trim(line.substr(link.begin, link.end - link.begin));
  if (text == link.address) {
    return false;
  }
  if (looks_like_address(text)) {
    return true;
  }
  const std::string_view before = text::trim(line.substr(0, link.begin));
  const bool is_last = text::trim(line.substr(link.end)).empty();
  if (!is_last || text::count_code_points(text) > kLongestLinkWord) {
    return false;
  }
  return before.ends_with(':') || before.ends_with("：") ||
         (before.empty() && is_paper_address(link.address));
}

void LineWriter::replace_by_address(const LineLink& link) {
  std::vector<TextRun> kept;
  std::vector<TextRun> behind;
  for (const TextRun& run : runs_) {
    TextRun cut = run;
    if (run.begin < link.begin) {
      if (run.begin + run.size > link.begin) {  // a run of equal sizes, or it would not be cut
        cut.size = link.begin - run.begin;
        cut.source_size = std::min(cut.size, run.source_size);
      }
      kept.push_back(cut);
    }
    if (run.begin + run.size > link.end) {
      const std::size_t shift = link.end > run.begin ? link.end - run.begin : 0;
      cut = {.begin = std::max(run.begin, link.end) - (link.end - link.begin) + link.address.size(),
             .size = run.size - shift,
             .source_begin = run.source_begin + std::min(shift, run.source_size),
             .source_size = run.source_size - std::min(shift, run.source_size)};
      behind.push_back(cut);
    }
  }
  kept.push_back({.begin = link.begin,
                  .size = link.address.size(),
                  .source_begin = link.offset,
                  .source_size = link.size});
  kept.insert(kept.end(), behind.begin(), behind.end());
  runs_ = std::move(kept);
  line_.replace(link.begin, link.end - link.begin, link.address);
}

void LineWriter::break_line() {
  const bool in_link = link_open_;
  LineLink open = in_link && !links_.empty() ? links_.back() : LineLink();
  end_link();
  // From the last one, so that the places of the others stay. Only so many: each one moves the
  // rest of its line.
  constexpr std::size_t kMostLinks = 64;
  for (std::size_t i = links_.size(); i-- > 0 && links_.size() <= kMostLinks;) {
    if (wants_address(links_[i])) {
      replace_by_address(links_[i]);
    }
  }
  links_.clear();
  if (!line_.empty()) {
    const std::size_t start = lines_.text.size();
    for (TextRun& run : runs_) {
      run.begin += start;
      lines_.runs.push_back(run);
    }
    lines_.text += line_;
    lines_.text.push_back('\n');
    line_.clear();
    runs_.clear();
  }
  start_line();
  if (in_link) {  // a link over several lines
    begin_link(open.address, open.offset, open.size);
  }
}

PageLines LineWriter::finish() && {
  break_line();
  return std::move(lines_);
}

}  // namespace digest
