#include "digest/record_scanner.hpp"

#include <algorithm>
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
        frame_.head.push_back(fragment);
        return;
      case FragmentKind::header:
        close();
        blocks_.push_back({.header = fragment, .body = {}, .address = {}, .section = {}});
        blocks_.back().section =
            in_also_ || fragment.rank.empty() ? Section::also : Section::featured;
        open_ = true;
        return;
      case FragmentKind::address:
        add_address(fragment);
        return;
      case FragmentKind::label:
      case FragmentKind::text:
        add_text(fragment);
        return;
    }
  }

  DigestFrame result() && {
    close();
    const auto first = std::ranges::find_if(blocks_, is_record);
    for (auto block = blocks_.begin(); block != first; ++block) {
      frame_.contents.push_back(block->header);
      std::ranges::move(block->body, std::back_inserter(frame_.stray));
    }
    frame_.records.assign(std::make_move_iterator(first), std::make_move_iterator(blocks_.end()));
    return std::move(frame_);
  }

 private:
  void close() { open_ = false; }

  void add_address(const Fragment& fragment) {
    if (!open_) {
      frame_.stray.push_back(fragment);
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
