#include "digest/claims.hpp"

#include "text/whitespace.hpp"

#include <algorithm>
#include <utility>

namespace digest {

namespace {

std::size_t end_of(const Claim& claim) {
  return claim.offset + claim.size;
}

}  // namespace

void ClaimBook::claim(std::string_view piece, std::string_view kind, int paper) {
  if (piece.empty()) {
    return;
  }
  claims_.push_back({.offset = static_cast<std::size_t>(piece.data() - source_.bytes().data()),
                     .size = piece.size(),
                     .kind = std::string(kind),
                     .paper = paper});
}

std::vector<Claim> ClaimBook::complete() && {
  std::ranges::stable_sort(claims_, {}, &Claim::offset);
  std::vector<Claim> out;
  out.reserve(claims_.size() + source_.line_count());
  std::size_t next = 0;
  for (std::size_t number = 1; number <= source_.line_count(); ++number) {
    const std::size_t line_end =
        number < source_.line_count() ? source_.line_start(number + 1) : source_.bytes().size();
    const std::size_t first = next;
    while (next < claims_.size() && claims_[next].offset < line_end) {
      ++next;
    }
    complete_line(number, first, next, out);
  }
  return out;
}

void ClaimBook::complete_line(std::size_t number, std::size_t first, std::size_t last,
                              std::vector<Claim>& out) const {
  const std::string_view bytes = source_.bytes();
  const std::size_t line_end =
      number < source_.line_count() ? source_.line_start(number + 1) : bytes.size();
  std::size_t covered = source_.line_start(number);
  const std::size_t line_first = out.size();
  // Gives the bytes up to `end` that nobody claimed to a neighbour, or to nobody.
  const auto fill = [&](std::size_t end) {
    const std::string_view gap = bytes.substr(covered, end - covered);
    const bool blank = text::is_blank(gap);
    if (gap.empty() || (blank && out.size() == line_first && first != last)) {
      return;
    }
    if (blank && out.size() > line_first) {
      out.back().size += gap.size();
      covered = end;
      return;
    }
    out.push_back(
        {.offset = covered, .size = gap.size(), .kind = blank ? "blank" : "unclaimed", .paper = 0});
    covered = end;
  };
  for (std::size_t i = first; i < last; ++i) {
    if (claims_[i].offset < covered) {
      continue;  // claimed already: the first claim stands
    }
    fill(claims_[i].offset);
    Claim claim = claims_[i];
    claim.offset = covered;
    claim.size = end_of(claims_[i]) - covered;
    covered = end_of(claims_[i]);
    const bool same =
        out.size() > line_first && out.back().kind == claim.kind && out.back().paper == claim.paper;
    if (same) {
      out.back().size += claim.size;  // a label and its text, say
    } else {
      out.push_back(std::move(claim));
    }
  }
  fill(line_end);
}

}  // namespace digest
