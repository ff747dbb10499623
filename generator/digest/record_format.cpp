#include "digest/record_format.hpp"

#include "digest/format_values.hpp"
#include "text/suggestion.hpp"

#include <algorithm>
#include <array>

namespace digest {

namespace {

constexpr std::array<std::string_view, 35> kMembers = {
    "kind",       "digest",    "date",         "date_precision",
    "date_start", "legend",    "summary",      "source_note",
    "rank",       "section",   "category",     "title",
    "title_zh",   "authors",   "affiliations", "authors_truncated",
    "key_points", "tldr",      "motivation",   "affiliations_truncated",
    "method",     "advantage", "abstract",     "abstract_zh",
    "venue",      "remark",    "url",          "arxiv_id",
    "links",      "id",        "source",       "arxiv_categories",
    "published",  "updated",   "enriched"};

bool is_target(std::string_view name) {
  return name == "doi" || name == "noise" || is_record_member(name);
}

}  // namespace

bool is_record_member(std::string_view name) {
  return std::ranges::find(kMembers, name) != kMembers.end();
}

std::string similar_record_member(std::string_view name) {
  return text::did_you_mean(name, kMembers);
}

RecordFormat parse_record_format(const values::Value& tree, FormatValues& from) {
  RecordFormat format;
  from.enter("recognise");
  format.recognise_members = from.exact_texts(tree.member("recognise").member("members"));
  from.enter("fields");
  const values::Value fields = tree.member("fields");
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string_view target = fields.member_value(i).as_text();
    if (!is_target(target)) {
      from.complain(target.empty() ? fields.member_name(i) : target,
                    "a record has no member \"" + std::string(target) + "\"",
                    "docs/digest_format.md lists them; `noise` drops one");
      continue;
    }
    format.fields.emplace(fields.member_name(i), target);
  }
  return format;
}

}  // namespace digest
