#include "digest/table_dates.hpp"

#include "diagnostics/diagnostic_list.hpp"
#include "digest/digest_date.hpp"
#include "digest/identifiers.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

namespace digest {

namespace {

/// A week's list holds papers of that week, so its year is that of its newest arXiv number; of the
/// year before, if the number is from December and the list from January.
int year_by_arxiv(const TableDigest& digest) {
  int newest = 0;
  for (const Paper& paper : digest.digest.papers) {
    newest = std::max(newest, arxiv_month(paper.arxiv_id));
  }
  const int year = newest / 100;
  return year == 0 || digest.range->last.month >= newest % 100 ? year : year + 1;
}

void find_years(std::vector<TableDigest>& digests) {
  std::vector<DateRange> ranges;
  std::vector<TableDigest*> dated;
  for (TableDigest& digest : digests) {
    if (digest.range) {
      const bool said = !digest.range->has_year() && digest.year_said != 0;
      ranges.push_back(said ? with_year(*digest.range, digest.year_said) : *digest.range);
      dated.push_back(&digest);
    }
  }
  const bool any_year = std::ranges::any_of(ranges, &DateRange::has_year);
  for (std::size_t i = 0; i < ranges.size() && !any_year; ++i) {
    if (const int year = year_by_arxiv(*dated[i]); year != 0) {
      ranges[i] = with_year(ranges[i], year);
    }
  }
  infer_years(ranges);
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    dated[i]->range = ranges[i].has_year() ? std::optional(ranges[i]) : std::nullopt;
  }
}

void take_range(Digest& digest, const DateRange& range) {
  digest.date = range.last;
  if (range.is_range()) {
    digest.date_start = range.first;
  }
}

/// `name`, or with a number behind it if it is taken.
std::string unique_name(std::string name, std::set<std::string>& taken) {
  std::string unique = name;
  for (int number = 2; !taken.insert(unique).second; ++number) {
    unique = name + "-" + std::to_string(number);
  }
  return unique;
}

void date_several(std::vector<TableDigest>& digests, const TableDateClues& clues,
                  std::vector<diagnostics::Diagnostic>& said) {
  std::set<std::string> taken;
  for (TableDigest& one : digests) {
    Digest& digest = one.digest;
    if (one.range) {
      take_range(digest, *one.range);
    }
    const std::string iso = text::to_iso(digest.date);
    digest.name = unique_name(iso.empty() ? clues.name : clues.name + "-" + iso, taken);
    const auto configured = clues.configured.find(digest.name);
    if (configured != clues.configured.end()) {
      digest.date = configured->second;
    } else if (!one.range) {
      auto date = date_of(digest, {.front_matter = clues.front_matter,
                                   .fixed = std::nullopt,
                                   .name = clues.name,
                                   .date_line = std::nullopt,
                                   .published = clues.published});
      digest.date = date.value;
      diagnostics::append(said, std::move(date.diagnostics));
    }
  }
}

void date_one(TableDigest& one, const TableDateClues& clues,
              std::vector<diagnostics::Diagnostic>& said) {
  Digest& digest = one.digest;
  digest.name = clues.name;
  const auto configured = clues.configured.find(clues.name);
  std::optional<DateRange> range = one.range;
  for (const DateRange& row : one.row_dates) {
    if (row.has_year() && (!range || range->last < row.last)) {
      range = DateRange{.first = {}, .last = row.last};  // of the newest row
    }
  }
  const std::optional<text::CalendarDate> line = range ? std::optional(range->last) : std::nullopt;
  auto date = date_of(
      digest, {.front_matter = clues.front_matter,
               .fixed = configured == clues.configured.end() ? std::nullopt
                                                             : std::optional(configured->second),
               .name = clues.name,
               .date_line = line,
               .published = clues.published});
  digest.date = date.value;
  if (range && range->is_range() && digest.date == range->last) {
    digest.date_start = range->first;
  }
  diagnostics::append(said, std::move(date.diagnostics));
}

}  // namespace

int number_of(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

void date_digests(std::vector<TableDigest>& digests, const TableDateClues& clues,
                  std::vector<diagnostics::Diagnostic>& said) {
  find_years(digests);
  if (clues.several) {
    date_several(digests, clues, said);
  } else {
    date_one(digests.front(), clues, said);
  }
}

}  // namespace digest
