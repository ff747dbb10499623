#include "catalog/sort_digests.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace catalog {

namespace {

/// What a digest is sorted by; what is not known sorts behind what is.
struct Place {
  bool undated = false;
  int year = 0;
  bool without_month = false;
  int month = 0;
  bool without_day = false;
  int day = 0;
  std::string serial;
  std::string name;
  std::string file;
  std::size_t index = 0;

  auto operator<=>(const Place&) const = default;
};

Place place_of(const digest::Digest& digest, std::size_t index) {
  const text::CalendarDate& date = digest.date;
  return {.undated = date.year == 0,
          .year = date.year,
          .without_month = date.month == 0,
          .month = date.month,
          .without_day = date.day == 0,
          .day = date.day,
          .serial = date.year != 0 && date.day == 0 ? newest_arxiv_serial(digest) : std::string(),
          .name = digest.name,
          .file = digest.file,
          .index = index};
}

/// arXiv numbered by archive and month until March 2007 (`hep-th/9901001`), since then by month
/// alone (`0704.0001`): https://info.arxiv.org/help/arxiv_identifier.html
std::string arxiv_serial(std::string_view id) {
  if (const std::size_t slash = id.find('/'); slash != std::string_view::npos) {
    id.remove_prefix(slash + 1);
    // The archive opened in 1991, so the old form never says 2091.
    return (id.starts_with('9') ? "19" : "20") + std::string(id);
  }
  return "20" + std::string(id);
}

}  // namespace

std::string newest_arxiv_serial(const digest::Digest& digest) {
  std::string newest;
  for (const digest::Paper& paper : digest.papers) {
    if (!paper.arxiv_id.empty()) {
      newest = std::max(newest, arxiv_serial(paper.arxiv_id));
    }
  }
  return newest;
}

std::vector<digest::Digest> sort_digests(std::vector<digest::Digest> digests) {
  std::vector<Place> places;
  places.reserve(digests.size());
  for (std::size_t i = 0; i < digests.size(); ++i) {
    places.push_back(place_of(digests[i], i));
  }
  std::ranges::sort(places);

  std::vector<digest::Digest> sorted;
  sorted.reserve(digests.size());
  for (const Place& place : places) {
    sorted.push_back(std::move(digests[place.index]));
  }
  return sorted;
}

std::vector<diagnostics::Diagnostic> report_name_clashes(std::span<const digest::Digest> digests) {
  std::vector<diagnostics::Diagnostic> list;
  std::unordered_map<std::string_view, const digest::Digest*> first_of_name;
  for (const digest::Digest& digest : digests) {
    const auto [entry, is_first] = first_of_name.try_emplace(digest.name, &digest);
    if (is_first) {
      continue;
    }
    const std::string& first_file = entry->second->file;
    list.push_back(
        {.severity = diagnostics::Severity::error,
         .code = "catalog/digest-name-clash",
         .where = {.path = digest.file},
         .message = "the digest has the name \"" + digest.name + "\", as has " + first_file,
         .remedy = "rename one of the two files",
         .source_line = {},
         .notes = {{.where = {.path = first_file}, .message = "the other digest"}}});
  }
  return list;
}

}  // namespace catalog
