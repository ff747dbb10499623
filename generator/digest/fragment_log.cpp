#include "digest/fragment_log.hpp"

#include <charconv>
#include <string>
#include <utility>

namespace digest {

void FragmentLog::add(Fragment fragment) {
  fragment.line = line_;
  if (fragment.kind == FragmentKind::header) {
    seen_header_ = true;
    expects_header_ = false;
    state_.record_open = true;
    has_title_ = !fragment.body.empty();
  }
  // A list of contents has labels behind its headers: that of the summary.
  const bool content = fragment.kind == FragmentKind::text ||
                       (!format_.lists_contents && (fragment.kind == FragmentKind::label ||
                                                    fragment.kind == FragmentKind::address));
  if (content && seen_header_) {
    state_.in_head = false;
  }
  fragments_.push_back(fragment);
}

void FragmentLog::close(const Fragment& fragment) {
  add(fragment);
  state_.record_open = false;
  expects_header_ = true;
}

void FragmentLog::add_header(std::string_view whole, const LineMark& mark, std::string_view title) {
  add({.kind = FragmentKind::header,
       .whole = whole,
       .body = title,
       .rank = mark.rank,
       .code = mark.code,
       .rule = mark.rule});
  int rank = 0;
  std::from_chars(mark.rank.data(), mark.rank.data() + mark.rank.size(), rank);
  if (rank > 0 && rank < 1'000'000) {
    state_.next_rank = std::to_string(rank + 1);
  }
}

void FragmentLog::open_at_title(std::string_view piece) {
  if (has_title_ || !state_.record_open) {
    add({.kind = FragmentKind::header,
         .whole = piece.substr(0, 0),
         .body = piece.substr(0, 0),
         .rule = format_.openers.size() + format_.loose_openers.size()});
  }
  has_title_ = true;
}

void FragmentLog::end_at_address() {
  state_.in_head = false;
  state_.record_open = false;
  expects_header_ = true;
}

ScannedLines FragmentLog::result() && {
  return {.fragments = std::move(fragments_), .legend = std::move(state_.legend)};
}

}  // namespace digest
