#include "digest/record_digests.hpp"

#include "diagnostics/diagnostic_list.hpp"
#include "digest/digest_date.hpp"

#include <optional>

namespace digest {

text::CalendarDate RecordDigests::date_in(JsonRecord& record, std::string_view name) {
  const std::string iso = record.text(name);
  const std::optional<text::CalendarDate> date = text::parse_iso_date(iso);
  if (!date && !iso.empty()) {
    reports_.add_bad_date(iso);
  }
  return date.value_or(text::CalendarDate{});
}

Digest& RecordDigests::digest_at(const std::string& name, const text::CalendarDate& date) {
  const auto [place, is_new] = places_.emplace(std::pair(name, date), digests_.size());
  if (is_new) {
    Digest& fresh = digests_.emplace_back().digest;
    fresh.name = name;
    fresh.file = source_.path();
    fresh.date = date;
  }
  current_ = place->second;
  return digests_[current_].digest;
}

Digest& RecordDigests::digest_of(JsonRecord& record) {
  std::string name = record.text("digest");
  if (name.empty()) {
    name = digest_name(source_.path());
  }
  const bool has_date = !record.text("date").empty();
  const bool says_none = record.text("date_precision") == "none";  // as printed records do
  const bool is_paper = record.text("kind") != "digest";
  const bool follows = !digests_.empty() && digests_[current_].digest.name == name;
  if (is_paper && follows && !has_date && !says_none) {
    return digests_[current_].digest;
  }
  const text::CalendarDate date = date_in(record, "date");
  const auto configured = options_.dates.find(name);
  Digest& digest = digest_at(name, configured == options_.dates.end() ? date : configured->second);
  if (has_date || says_none) {
    settled_.insert(current_);
  }
  return digest;
}

std::vector<ParsedDigest> RecordDigests::take() && {
  if (digests_.empty()) {
    digest_at(digest_name(source_.path()), {});
  }
  for (std::size_t i = 0; i < digests_.size(); ++i) {
    Digest& digest = digests_[i].digest;
    if (digest.date.year == 0 && !digest.papers.empty() && !settled_.contains(i)) {
      auto [date, said] = date_of(digest, {.name = digest.name});
      digest.date = date;
      diagnostics::append(reports_.diagnostics(), std::move(said));
    }
  }
  return std::move(digests_);
}

}  // namespace digest
