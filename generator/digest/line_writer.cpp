#include "digest/line_writer.hpp"

#include "digest/identifiers.hpp"
#include "digest/script.hpp"
#include "digest/source_characters.hpp"
#include "text/url.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace digest {

namespace {

/// The text of a link that stands for an address is no longer than this: `[arXiv]`, `论文链接`.
constexpr std::size_t kLongestLinkWord = 24;

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
    blank_pending_ = blank_pending_ || !line_.text.empty();
    return;
  }
  if (line_.text.empty() && !mark_.empty()) {
    line_.put(std::exchange(mark_, {}), offset, 0);
  }
  if (line_.text.empty() && number_ != 0) {
    if (!is_digit(character[0])) {
      const std::string number = std::to_string(std::exchange(number_, 0)) + ". ";
      line_.put(number, offset, 0);
    }
    number_ = 0;
  }
  if (std::exchange(blank_pending_, false)) {
    line_.put(" ", blank_offset_, blank_size_);
  }
  line_.put(character, offset, size);
}

void LineWriter::add(std::string_view text, std::string_view raw, std::size_t offset,
                     Blanks blanks) {
  for_each_character(text, raw, offset, [&](const SourceCharacter& one) {
    add_character(one.text, one.offset, one.size, blanks);
  });
}

void LineWriter::begin_link(std::string_view address, std::size_t offset, std::size_t size) {
  end_link();
  const std::size_t begin = line_.text.size() + (blank_pending_ ? 1 : 0);
  links_.push_back({.address = without_redirect(address),
                    .offset = offset,
                    .size = size,
                    .begin = begin,
                    .end = begin});
  link_open_ = true;
}

void LineWriter::end_link() {
  if (std::exchange(link_open_, false) && !links_.empty()) {
    links_.back().end = std::max(links_.back().begin, line_.text.size());
  }
}

bool LineWriter::wants_address(const LineLink& link) const {
  if (!text::is_web_url(link.address) || link.end > line_.text.size() || link.begin >= link.end) {
    return false;
  }
  const std::string_view line = line_.text;
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
  for (const TextRun& run : line_.runs) {
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
  line_.runs = std::move(kept);
  line_.text.replace(link.begin, link.end - link.begin, link.address);
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
  if (!line_.text.empty()) {
    add_line(std::exchange(line_, {}));
  }
  blank_pending_ = false;
  if (in_link) {  // a link over several lines
    begin_link(open.address, open.offset, open.size);
  }
}

void LineWriter::add_line(const PlacedText& line) {
  lines_.append(line);
  lines_.text.push_back('\n');
}

PlacedText LineWriter::finish() && {
  break_line();
  return std::move(lines_);
}

}  // namespace digest
