#include "digest/cell_text.hpp"

#include "digest/html_tag.hpp"
#include "text/url.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace digest {

namespace {

/// Brackets and parentheses of a link nest at most this deep and span at most so many bytes. What
/// is longer is text, so that a cell of open brackets costs no more than its length.
constexpr std::size_t kMaxBracketDepth = 8;
constexpr std::size_t kMaxLabelSize = 1024;
constexpr std::size_t kMaxAddressSize = 4096;
constexpr std::size_t kMaxCodeFence = 4;

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

bool is_blank_char(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_word_char(char c) {
  return !is_blank_char(c) && !is_ascii_punctuation(c);
}

/// A label and an address, and the bytes they take.
struct InlineLink {
  std::string_view label;
  std::string_view address;
  std::size_t size = 0;
};

/// The offset of the bracket that closes the one at `offset`, not further than `limit` bytes.
std::size_t closing(std::string_view text, std::size_t offset, char open, char close,
                    std::size_t limit) {
  std::size_t depth = 0;
  const std::size_t end = std::min(text.size(), offset + limit);
  for (std::size_t i = offset; i < end; ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == open) {
      if (++depth > kMaxBracketDepth) {
        break;
      }
    } else if (text[i] == close && --depth == 0) {
      return i;
    }
  }
  return std::string_view::npos;
}

/// The address between the parentheses: without a title, without angle brackets.
std::string_view address_in(std::string_view inside) {
  inside = text::trim(inside);
  if (inside.starts_with('<')) {
    return inside.substr(1, inside.find('>') - 1);
  }
  return inside.substr(0, inside.find_first_of(" \t\n"));
}

/// `[label](address)` at `offset`, where the bracket stands.
std::optional<InlineLink> link_at(std::string_view text, std::size_t offset) {
  const std::size_t bracket = closing(text, offset, '[', ']', kMaxLabelSize);
  if (bracket == std::string_view::npos || bracket + 1 >= text.size() || text[bracket + 1] != '(') {
    return std::nullopt;
  }
  const std::size_t end = closing(text, bracket + 1, '(', ')', kMaxAddressSize);
  if (end == std::string_view::npos) {
    return std::nullopt;
  }
  return InlineLink{.label = text.substr(offset + 1, bracket - offset - 1),
                    .address = address_in(text.substr(bracket + 2, end - bracket - 2)),
                    .size = end + 1 - offset};
}

class CellReader {
 public:
  CellReader(std::string_view cell, int depth) : cell_(cell), depth_(depth) {}

  CellText read() && {
    while (at_ < cell_.size()) {
      step();
    }
    close_anchor();
    remove_emphasis();
    out_.text = std::string(text::trim(out_.text));
    return std::move(out_);
  }

 private:
  /// A run of `*` or `_` in the text that may begin or end emphasis.
  struct Run {
    std::size_t begin = 0;  ///< in the text
    std::size_t count = 0;
  };

  void step() {
    const char c = cell_[at_];
    switch (c) {
      case '\\':
        return escape();
      case '&':
        return entity();
      case '<':
        return tag();
      case '!':
      case '[':
        return link();
      case '`':
        return code();
      case '*':
      case '_':
        return emphasis(c);
      case '\n':
      case '\r':
        add(" ");
        ++at_;
        return;
      default:
        out_.text.push_back(c);
        ++at_;
    }
  }

  void add(std::string_view text) { out_.text += text; }

  void escape() {
    const bool escapes = at_ + 1 < cell_.size() && is_ascii_punctuation(cell_[at_ + 1]);
    out_.text.push_back(escapes ? cell_[at_ + 1] : '\\');
    at_ += escapes ? 2 : 1;
  }

  void entity() {
    if (const std::optional<HtmlEntity> entity = html_entity_at(cell_, at_)) {
      add(entity->text);
      at_ += entity->size;
      return;
    }
    out_.text.push_back('&');
    ++at_;
  }

  void tag() {
    if (autolink()) {
      return;
    }
    const HtmlTag tag = html_tag_at(cell_, at_);
    switch (tag.kind) {
      case TagKind::none:
        out_.text.push_back('<');
        ++at_;
        return;
      case TagKind::line_break:
        return break_line(tag.size);
      case TagKind::anchor:
        close_anchor();
        anchor_ = CellLink{.link = {.label = {}, .url = std::string(tag.address)},
                           .begin = at_,
                           .end = at_ + tag.size};
        anchor_text_ = out_.text.size();
        break;
      case TagKind::anchor_end:
        at_ += tag.size;
        close_anchor();
        return;
      case TagKind::inline_tag:
      case TagKind::image:
        break;
    }
    at_ += tag.size;
  }

  /// Blanks round a line break say nothing.
  void break_line(std::size_t tag_size) {
    while (!out_.text.empty() && (out_.text.back() == ' ' || out_.text.back() == '\t')) {
      out_.text.pop_back();
    }
    if (!out_.text.empty() && out_.text.back() != '\n') {
      out_.text.push_back('\n');
    }
    at_ += tag_size;
    while (at_ < cell_.size() && is_blank_char(cell_[at_])) {
      ++at_;
    }
  }

  /// `<https://…>`
  bool autolink() {
    if (!cell_.substr(at_).starts_with("<http")) {
      return false;
    }
    const std::size_t end = cell_.substr(at_, kMaxAddressSize).find('>');
    if (end == std::string_view::npos) {
      return false;
    }
    const std::string_view address = cell_.substr(at_ + 1, end - 1);
    if (!text::is_web_url(address)) {
      return false;
    }
    out_.links.push_back(
        {.link = {.label = {}, .url = std::string(address)}, .begin = at_, .end = at_ + end + 1});
    add(address);
    at_ += end + 1;
    return true;
  }

  void close_anchor() {
    if (!anchor_) {
      return;
    }
    anchor_->link.label = text::collapse_whitespace(
        std::string_view(out_.text).substr(std::min(anchor_text_, out_.text.size())));
    anchor_->end = at_;
    if (!anchor_->link.url.empty()) {
      out_.links.push_back(*std::move(anchor_));
    }
    anchor_.reset();
  }

  void link() {
    const bool image = cell_[at_] == '!';
    const std::size_t bracket = at_ + (image ? 1 : 0);
    const std::optional<InlineLink> found =
        bracket < cell_.size() && cell_[bracket] == '[' ? link_at(cell_, bracket) : std::nullopt;
    if (!found) {
      out_.text.push_back(cell_[at_++]);
      return;
    }
    const std::size_t begin = at_;
    at_ = bracket + found->size;
    if (image) {
      return;
    }
    CellText label;
    if (depth_ == 0) {
      label = CellReader(found->label, depth_ + 1).read();
    } else {
      label.text = found->label;
    }
    out_.links.push_back({.link = {.label = label.text, .url = std::string(found->address)},
                          .begin = begin,
                          .end = at_});
    add(label.text);
  }

  void code() {
    std::size_t fence = 1;
    while (at_ + fence < cell_.size() && cell_[at_ + fence] == '`') {
      ++fence;
    }
    const std::string_view ticks = cell_.substr(at_, fence);
    const bool hopeless = fence > kMaxCodeFence || unclosed_[fence - 1];
    const std::size_t end = hopeless ? std::string_view::npos : cell_.find(ticks, at_ + fence);
    if (end == std::string_view::npos) {
      if (fence <= kMaxCodeFence) {
        unclosed_[fence - 1] = true;
      }
      add(ticks);
      at_ += fence;
      return;
    }
    add(cell_.substr(at_ + fence, end - at_ - fence));
    at_ = end + fence;
  }

  /// A run of marks; what it encloses with one before it is emphasis, and both are dropped.
  void emphasis(char mark) {
    std::size_t count = 1;
    while (at_ + count < cell_.size() && cell_[at_ + count] == mark) {
      ++count;
    }
    const char before = at_ > 0 ? cell_[at_ - 1] : ' ';
    const char after = at_ + count < cell_.size() ? cell_[at_ + count] : ' ';
    const bool in_word = mark == '_' && is_word_char(before) && is_word_char(after);
    std::vector<Run>& open = open_[mark == '*' ? 0 : 1];
    Run run{.begin = out_.text.size(), .count = count};
    out_.text.append(count, mark);
    at_ += count;
    if (!is_blank_char(before) && !in_word) {
      while (run.count > 0 && !open.empty()) {
        const std::size_t pair = std::min(run.count, open.back().count);
        open.back().count -= pair;
        dropped_.emplace_back(open.back().begin + open.back().count, pair);
        dropped_.emplace_back(run.begin, pair);
        run.begin += pair;
        run.count -= pair;
        if (open.back().count == 0) {
          open.pop_back();
        }
      }
    }
    if (run.count > 0 && !is_blank_char(after) && !in_word) {
      open.push_back(run);
    }
  }

  void remove_emphasis() {
    if (dropped_.empty()) {
      return;
    }
    std::ranges::sort(dropped_);
    std::string kept;
    std::size_t from = 0;
    for (const auto& [begin, size] : dropped_) {
      kept += std::string_view(out_.text).substr(from, begin - from);
      from = begin + size;
    }
    out_.text = kept + out_.text.substr(from);
  }

  std::string_view cell_;
  int depth_;
  std::size_t at_ = 0;
  CellText out_;
  std::optional<CellLink> anchor_;
  std::size_t anchor_text_ = 0;
  std::array<bool, kMaxCodeFence> unclosed_{};
  std::array<std::vector<Run>, 2> open_;  ///< of `*`, of `_`
  std::vector<std::pair<std::size_t, std::size_t>> dropped_;
};

}  // namespace

CellText read_cell(std::string_view cell) {
  return CellReader(cell, 0).read();
}

bool says_none(std::string_view cell) {
  static constexpr std::array<std::string_view, 4> kWords = {"none", "n/a", "无", "暂无"};
  static constexpr std::array<std::string_view, 5> kDashes = {"-", "–", "—", "−", "－"};
  cell = text::trim(cell);
  if (std::ranges::find(kWords, text::ascii_lower(cell)) != kWords.end()) {
    return true;
  }
  const bool begins = !cell.empty();
  while (!cell.empty()) {
    const auto* const dash = std::ranges::find_if(
        kDashes, [cell](std::string_view one) { return cell.starts_with(one); });
    if (dash == kDashes.end()) {
      return false;
    }
    cell.remove_prefix(dash->size());
  }
  return begins;
}

}  // namespace digest
