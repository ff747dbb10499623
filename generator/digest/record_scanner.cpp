#include "digest/record_scanner.hpp"

#include "digest/script.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace digest {

namespace {

/// Whether the block holds a paper and not just a line of the contents list.
bool is_record(const RecordBlock& block) {
  const auto counts = [](const Fragment& f) {
    return f.kind == FragmentKind::label || f.whole.starts_with('[');
  };
  return !block.address.empty() || block.body.size() > 1 || std::ranges::any_of(block.body, counts);
}

class Framer {
 public:
  explicit Framer(const Format& format) : format_(format) {}

  void add(const Fragment& fragment) {
    switch (fragment.kind) {
      case FragmentKind::noise:
      case FragmentKind::legend:
        frame_.noise.push_back(fragment);
        return;
      case FragmentKind::also_mark:
        frame_.also_marks.push_back(fragment);
        close();
        in_also_ = true;
        return;
      case FragmentKind::source_note:
      case FragmentKind::head_line:
      case FragmentKind::date:
        frame_.head.push_back(fragment);
        return;
      case FragmentKind::heading:
        frame_.headings.push_back(fragment);
        category_ = fragment.body;
        close();
        return;
      case FragmentKind::closer:
        frame_.closers.push_back(fragment);
        close();
        return;
      case FragmentKind::header:
        add_header(fragment);
        return;
      case FragmentKind::lost_header:
        frame_.stray.push_back(fragment);
        close();
        return;
      case FragmentKind::address:
        add_address(fragment);
        return;
      case FragmentKind::label:
        close_at_repeated_label(fragment);
        add_text(fragment);
        return;
      case FragmentKind::text:
        add_text(fragment);
        return;
    }
  }

  DigestFrame result() && {
    close();
    const auto first =
        format_.lists_contents ? std::ranges::find_if(blocks_, is_record) : blocks_.begin();
    for (auto block = blocks_.begin(); block != first; ++block) {
      frame_.contents.push_back(block->header);
      std::ranges::move(block->body, std::back_inserter(frame_.stray));
    }
    frame_.records.assign(std::make_move_iterator(first), std::make_move_iterator(blocks_.end()));
    return std::move(frame_);
  }

 private:
  void close() { open_ = false; }

  void add_header(const Fragment& fragment) {
    close();
    seen_rank_ = seen_rank_ || !fragment.rank.empty();
    // Behind numbered records, one without a number stands in the second list, whose mark is lost.
    const bool also = in_also_ || (fragment.rank.empty() && seen_rank_ && has_also_marks());
    blocks_.push_back({.header = fragment,
                       .body = {},
                       .address = {},
                       .category = category_,
                       .section = also ? Section::also : Section::featured});
    label_lines_.fill(0);
    open_ = true;
  }

  [[nodiscard]] bool has_also_marks() const { return !format_.also_marks.empty(); }

  /// Fields have one text each, but for those that are lists: a label that comes again is that of
  /// the next record.
  void close_at_repeated_label(const Fragment& fragment) {
    if (!open_ || format_.closers.address || fragment.rule >= format_.labels.size()) {
      return;
    }
    const Label& label = format_.labels[fragment.rule];
    const bool list = label.field == Field::links || label.field == Field::remark ||
                      label.field == Field::key_points;
    const bool second = label.chinese && is_mostly_chinese(fragment.body);
    const Field field = second ? *label.chinese : label.field;
    int& first_line = label_lines_.at(static_cast<std::size_t>(field));
    if (list || first_line == 0) {
      first_line = fragment.line;
      return;
    }
    frame_.repeated.push_back({.line = fragment.line, .first_line = first_line});
    close();
  }

  void add_address(const Fragment& fragment) {
    if (!open_) {
      frame_.stray.push_back(fragment);
      return;
    }
    if (!format_.closers.address) {
      blocks_.back().body.push_back(fragment);
      seen_record_ = true;
      return;
    }
    blocks_.back().address.push_back(fragment);
    seen_record_ = true;
    close();
  }

  void add_text(const Fragment& fragment) {
    const bool bare = !open_ || blocks_.back().body.empty();
    if (!seen_record_ && bare && is_summary(fragment, format_) && !fragment.body.empty()) {
      frame_.head.push_back(fragment);
      close();
      return;
    }
    if (open_) {
      blocks_.back().body.push_back(fragment);
      seen_record_ = seen_record_ || is_record(blocks_.back());
      return;
    }
    (blocks_.empty() ? frame_.head : frame_.stray).push_back(fragment);
  }

  const Format& format_;
  DigestFrame frame_;
  std::vector<RecordBlock> blocks_;
  bool open_ = false;
  bool in_also_ = false;
  bool seen_rank_ = false;
  std::string_view category_;                   ///< of the last heading
  std::array<int, kFieldCount> label_lines_{};  ///< of the record that is open, by field; 0: none
  bool seen_record_ = false;
};

}  // namespace

int RecordBlock::end_line() const {
  if (!address.empty()) {
    return address.back().line;
  }
  return body.empty() ? header.line : body.back().line;
}

bool is_summary(const Fragment& fragment, const Format& format) {
  return fragment.kind == FragmentKind::label &&
         (fragment.rule == format.labels.size() ||
          format.labels[fragment.rule].text == format.summary_label);
}

DigestFrame frame_records(const std::vector<Fragment>& fragments, const Format& format) {
  Framer framer(format);
  for (const Fragment& fragment : fragments) {
    framer.add(fragment);
  }
  return std::move(framer).result();
}

}  // namespace digest
