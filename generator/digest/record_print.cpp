#include "digest/record_print.hpp"

#include "digest/record_json.hpp"
#include "text/source_text.hpp"
#include "values/json.hpp"
#include "values/value.hpp"

#include <array>
#include <string_view>

namespace digest {

namespace {

using values::Kind;
using values::Value;

constexpr std::array<std::string_view, 29> kColumns = {"id",
                                                       "digest",
                                                       "date",
                                                       "date_precision",
                                                       "date_start",
                                                       "rank",
                                                       "section",
                                                       "category",
                                                       "title",
                                                       "title_zh",
                                                       "authors",
                                                       "authors_truncated",
                                                       "affiliations",
                                                       "affiliations_truncated",
                                                       "key_points",
                                                       "tldr",
                                                       "motivation",
                                                       "method",
                                                       "advantage",
                                                       "abstract",
                                                       "abstract_zh",
                                                       "venue",
                                                       "remark",
                                                       "url",
                                                       "arxiv_id",
                                                       "links",
                                                       "arxiv_categories",
                                                       "published",
                                                       "updated"};

/// The record as it is printed: so that every notation says the same.
Value record_of(const std::string& json) {
  const diagnostics::Expected<Value> value = values::parse_json(text::SourceText("record", json));
  return value ? *value : Value::map({});
}

void append_yaml(std::string& out, const std::string& json) {
  const Value record = record_of(json);
  for (std::size_t i = 0; i < record.size(); ++i) {
    out += i == 0 ? "- " : "  ";
    out += record.member_name(i);
    out += ": ";
    values::append_json(out, record.member_value(i), values::JsonLayout::spaced);
    out.push_back('\n');
  }
}

std::string cell_of(const Value& value) {
  switch (value.kind()) {
    case Kind::text:
      return std::string(value.as_text());
    case Kind::integer:
      return std::to_string(value.as_integer());
    case Kind::boolean:
      return value.as_boolean() ? "true" : "false";
    default:
      break;
  }
  std::string joined;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool is_list = value.kind() == Kind::list;
    const std::string one = cell_of(is_list ? value.at(i) : value.member_value(i));
    const std::string_view separator = is_list ? "; " : " ";
    joined += (joined.empty() ? "" : std::string(separator)) + one;
  }
  return joined;
}

/// Whether a spreadsheet would compute the cell instead of showing it.
bool is_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

void append_cell(std::string& out, std::string_view text) {
  const std::string guarded = is_formula(text) ? "'" + std::string(text) : std::string();
  const std::string_view cell = guarded.empty() ? text : guarded;
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += cell;
    return;
  }
  out.push_back('"');
  for (const char c : cell) {
    out.append(c == '"' ? 2 : 1, c);
  }
  out.push_back('"');
}

}  // namespace

std::string digest_to_yaml(const Digest& digest) {
  std::string out;
  append_yaml(out, digest_to_json(digest));
  for (const Paper& paper : digest.papers) {
    append_yaml(out, paper_to_json(digest, paper));
  }
  return out;
}

std::string csv_header() {
  std::string out;
  for (const std::string_view column : kColumns) {
    out += (out.empty() ? "" : ",") + std::string(column);
  }
  return out + "\r\n";
}

std::string paper_to_csv(const Digest& digest, const Paper& paper) {
  std::string out;
  const Value record = record_of(paper_to_json(digest, paper));
  for (const std::string_view column : kColumns) {
    if (column != kColumns.front()) {
      out.push_back(',');
    }
    append_cell(out, cell_of(record.member(column)));
  }
  return out + "\r\n";
}

std::string digest_to_csv(const Digest& digest) {
  std::string out;
  for (const Paper& paper : digest.papers) {
    out += paper_to_csv(digest, paper);
  }
  return out;
}

}  // namespace digest
