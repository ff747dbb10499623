#include "digest/claims.hpp"

#include "text/whitespace.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace digest {

namespace {

std::size_t end_of(const Claim& claim) {
  return claim.offset + claim.size;
}

struct ClaimPlace {
  std::size_t offset = 0;
  std::size_t place = 0;  ///< in the list of claims
};

/// The places of the claims by offset; of several at one offset, the first one made comes first.
/// Each kind of line is claimed from the beginning of the file to its end, so there are few runs,
/// and merging them costs next to nothing. The claims themselves are several times as large.
std::vector<ClaimPlace> in_order_of_file(const std::vector<Claim>& claims) {
  std::vector<ClaimPlace> order;
  order.reserve(claims.size());
  for (const Claim& claim : claims) {
    order.push_back({claim.offset, order.size()});
  }
  std::vector<std::ptrdiff_t> ends = {0};  // of the runs, with the beginning of the first one
  while (ends.back() < std::ssize(order)) {
    const auto end = std::ranges::is_sorted_until(order.begin() + ends.back(), order.end(), {},
                                                  &ClaimPlace::offset);
    ends.push_back(end - order.begin());
  }
  while (ends.size() > 2) {  // neighbours are merged, until one run is left
    std::vector<std::ptrdiff_t> merged = {0};
    for (std::size_t run = 1; run < ends.size(); run += 2) {
      const std::size_t last = std::min(run + 1, ends.size() - 1);
      std::ranges::inplace_merge(order.begin() + ends[run - 1], order.begin() + ends[run],
                                 order.begin() + ends[last], {}, &ClaimPlace::offset);
      merged.push_back(ends[last]);
    }
    ends = std::move(merged);
  }
  return order;
}

/// Lays claims over one line, from left to right, so that none of its bytes is left over.
class LineCover {
 public:
  /// Both outlive the cover. `start` is where the line begins.
  LineCover(std::string_view bytes, std::size_t start, std::vector<Claim>& out)
      : bytes_(bytes), covered_(start), out_(out), line_first_(out.size()) {}

  void add(Claim claim) {
    if (claim.offset < covered_) {
      return;  // claimed already: the first claim stands
    }
    const std::size_t end = end_of(claim);
    // Blanks at the beginning of the line belong to what follows them.
    if (!is_first() || !text::is_blank(bytes_.substr(covered_, claim.offset - covered_))) {
      fill(claim.offset);
    }
    claim.offset = covered_;
    claim.size = end - covered_;
    covered_ = end;
    if (!is_first() && out_.back().kind == claim.kind && out_.back().paper == claim.paper) {
      out_.back().size += claim.size;  // a label and its text, say
    } else {
      out_.push_back(std::move(claim));
    }
  }

  /// Gives the bytes up to `end` that nobody claimed to the claim before them if they are blank.
  void fill(std::size_t end) {
    const std::string_view gap = bytes_.substr(covered_, end - covered_);
    const bool blank = text::is_blank(gap);
    if (blank && !is_first()) {
      out_.back().size += gap.size();
    } else if (!gap.empty()) {
      out_.push_back({.offset = covered_,
                      .size = gap.size(),
                      .kind = blank ? "blank" : "unclaimed",
                      .paper = 0});
    }
    covered_ = end;
  }

 private:
  [[nodiscard]] bool is_first() const { return out_.size() == line_first_; }

  std::string_view bytes_;
  std::size_t covered_;
  std::vector<Claim>& out_;
  std::size_t line_first_;
};

}  // namespace

void ClaimBook::claim(std::string_view piece, std::string_view kind, int paper) {
  for (std::size_t end = piece.find('\n'); end != std::string_view::npos; end = piece.find('\n')) {
    claim(text::trim(piece.substr(0, end)), kind, paper);
    piece = text::trim(piece.substr(end + 1));
  }
  if (!piece.empty()) {
    claims_.push_back({.offset = static_cast<std::size_t>(piece.data() - source_.bytes().data()),
                       .size = piece.size(),
                       .kind = std::string(kind),
                       .paper = paper});
  }
}

void ClaimBook::forget_from(std::size_t count) {
  claims_.resize(count);
}

std::vector<Claim> ClaimBook::complete() && {
  const std::vector<ClaimPlace> order = in_order_of_file(claims_);
  std::vector<Claim> out;
  out.reserve(claims_.size() + source_.line_count());
  auto next = order.begin();
  for (std::size_t number = 1; number <= source_.line_count(); ++number) {
    const std::size_t line_end =
        number < source_.line_count() ? source_.line_start(number + 1) : source_.bytes().size();
    LineCover cover(source_.bytes(), source_.line_start(number), out);
    for (; next != order.end() && next->offset < line_end; ++next) {
      cover.add(std::move(claims_[next->place]));
    }
    cover.fill(line_end);
  }
  return out;
}

}  // namespace digest
