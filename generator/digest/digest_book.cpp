#include "digest/digest_book.hpp"

#include <algorithm>
#include <utility>

namespace digest {

DigestBook::DigestBook(std::string file, std::size_t first_line, DigestPer per)
    : file_(std::move(file)), first_line_(first_line), per_(per) {}

TableDigest& DigestBook::begin(std::size_t line, int year_said) {
  current_ = digests_.size();
  TableDigest& fresh = digests_.emplace_back();
  fresh.digest.file = file_;
  fresh.first_line = digests_.size() == 1 ? 1 : line;
  fresh.year_said = year_said;
  return fresh;
}

TableDigest& DigestBook::current(int year_said) {
  return digests_.empty() ? begin(first_line_, year_said) : digests_[current_];
}

TableDigest& DigestBook::of_date(const std::optional<DateRange>& date, std::size_t line,
                                 int year_said) {
  const text::CalendarDate day = date ? date->last : text::CalendarDate{};
  const auto [place, is_new] = by_date_.emplace(day, digests_.size());
  if (is_new) {
    begin(line, year_said).range = date;
  }
  current_ = place->second;
  return digests_[current_];
}

void DigestBook::own_row(std::size_t first, std::size_t last) {
  if (per_ == DigestPer::date) {
    for (std::size_t line = first; line <= last; ++line) {
      row_owners_[line] = current_;
    }
  }
}

void DigestBook::drop_empty() {
  std::vector<std::size_t> places;
  std::vector<TableDigest> kept;
  for (TableDigest& one : digests_) {
    places.push_back(kept.size());
    if (!one.digest.papers.empty()) {
      kept.push_back(std::move(one));
    }
  }
  if (kept.empty()) {
    kept.push_back(std::move(digests_.front()));
  }
  kept.front().first_line = 1;
  for (auto& [line, owner] : row_owners_) {
    owner = std::min(places[owner], kept.size() - 1);
  }
  digests_ = std::move(kept);
}

std::vector<std::size_t> DigestBook::line_owners(std::size_t line_count) const {
  std::vector<std::size_t> owners(line_count, 0);
  if (per_ == DigestPer::date) {
    for (const auto& [line, owner] : row_owners_) {
      owners[line - 1] = owner;
    }
    return owners;
  }
  for (std::size_t i = 0; i < digests_.size(); ++i) {
    for (std::size_t line = digests_[i].first_line; line <= owners.size(); ++line) {
      if (i + 1 < digests_.size() && line >= digests_[i + 1].first_line) {
        break;
      }
      owners[line - 1] = i;
    }
  }
  return owners;
}

}  // namespace digest
