#include "digest/paper_builder.hpp"

#include "digest/author_names.hpp"
#include "digest/identifiers.hpp"
#include "digest/key_points.hpp"
#include "digest/report.hpp"
#include "digest/script.hpp"
#include "text/url.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace digest {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Severity;
using text::trim;

/// The text field of a paper; null for the other fields.
std::string* text_field(Paper& paper, Field field) {
  switch (field) {
    case Field::title:
      return &paper.title;
    case Field::title_zh:
      return &paper.title_zh;
    case Field::tldr:
      return &paper.tldr;
    case Field::motivation:
      return &paper.motivation;
    case Field::method:
      return &paper.method;
    case Field::advantage:
      return &paper.advantage;
    case Field::abstract:
      return &paper.abstract;
    case Field::abstract_zh:
      return &paper.abstract_zh;
    case Field::rank:
    case Field::category:
    case Field::authors:
    case Field::affiliations:
    case Field::key_points:
    case Field::url:
      break;
  }
  return nullptr;
}

/// Adds a further line to `text`: Chinese lines meet without a blank.
void append_line(std::string& text, const std::string& line) {
  const bool apart = !text.empty() && !is_wide(text.back()) && !line.empty() && !is_wide(line[0]);
  text += (apart ? " " : "") + line;
}

}  // namespace

PaperBuilder::PaperBuilder(const RecordBlock& block, const RecordContext& context,
                           ClaimBook& claims, int number)
    : block_(block), context_(context), claims_(claims), number_(number) {
  put_header();
}

void PaperBuilder::put_header() {
  const Fragment& header = block_.header;
  paper_.section = block_.section;
  paper_.category = header.code;
  int rank = 0;
  const auto [end, error] =
      std::from_chars(header.rank.data(), header.rank.data() + header.rank.size(), rank);
  if (error == std::errc() && !header.rank.empty()) {
    paper_.rank = rank;
  }
  const std::string_view opener =
      header.whole.substr(0, static_cast<std::size_t>(header.body.data() - header.whole.data()));
  const auto code = static_cast<std::size_t>(header.code.data() - opener.data());
  claims_.claim(trim(opener.substr(0, code - 1)), name_of(Field::rank), number_);
  claims_.claim(trim(opener.substr(code - 1)), name_of(Field::category), number_);
  paper_.source = {
      .file = context_.source.path(), .line = header.line, .end_line = block_.end_line()};
}

void PaperBuilder::put(Field field, std::string_view text, int line) {
  switch (field) {
    case Field::authors:
      return put_authors(text, line);
    case Field::affiliations:
      return put_affiliations(text);
    case Field::key_points:
      return put_point(text, line);
    case Field::url:
      return put_address(text, line);
    default:
      claims_.claim(text, name_of(field), number_);
      append_line(*text_field(paper_, field), record_text(text, context_.clean));
  }
}

void PaperBuilder::put_authors(std::string_view text, int line) {
  claims_.claim(text, name_of(Field::authors), number_);
  NameList list = split_authors(text, context_.format.names);
  if (list.names.size() > context_.max_names) {
    report(line, {.severity = Severity::warning,
                  .code = "digest/names-limit",
                  .message = "this paper has " + std::to_string(list.names.size()) +
                             " authors; the first " + std::to_string(context_.max_names) +
                             " are kept (the limit max_names)",
                  .remedy = "shorten the list and end it with …"});
    list.names.resize(context_.max_names);
    list.truncated = true;
  }
  for (const std::string_view name : list.names) {
    paper_.authors.push_back(record_text(name, context_.clean));
  }
  paper_.authors_truncated = list.truncated;
}

void PaperBuilder::put_affiliations(std::string_view text) {
  claims_.claim(text, name_of(Field::affiliations), number_);
  text.remove_prefix(mark_size(text, 0, '['));
  text.remove_suffix(literal_suffix_size(text, "]").value_or(0));
  const NameList list = split_affiliations(text, context_.format.names);
  for (const std::string_view name : list.names) {
    paper_.affiliations.push_back(record_text(name, context_.clean));
  }
  paper_.affiliations_truncated = list.truncated;
}

void PaperBuilder::put_point(std::string_view text, int line) {
  claims_.claim(text, name_of(Field::key_points), number_);
  const auto point = numbered_point(text, context_.format.points);
  const std::string_view content =
      point ? point->text : without_closer(text, context_.format.points);
  if (point && point->number != last_point_ + 1) {
    report(line, {.severity = Severity::warning,
                  .code = "digest/skipped-point",
                  .message = "point " + std::to_string(point->number) + " stands behind point " +
                             std::to_string(last_point_) + " of this paper",
                  .remedy = "look whether a line is missing, or number the points anew"});
  }
  last_point_ = point ? point->number : last_point_ + 1;
  paper_.key_points.push_back(record_text(content, context_.clean));
}

void PaperBuilder::put_address(std::string_view text, int line) {
  claims_.claim(text, name_of(Field::url), number_);
  reference_ = text;
  if (text::is_web_url(text)) {
    paper_.url = record_text(text, context_.clean);
    return;
  }
  const bool known = find_arxiv_id(text).has_value() || find_doi(text).has_value();
  report(line,
         {.severity = Severity::warning,
          .code = "digest/not-a-web-address",
          .message = known ? "this reference is no link" : "this is no http or https address",
          .remedy = known ? "write the whole address, such as https://arxiv.org/abs/2302.02801"
                          : "only http and https addresses become links; correct it, or "
                            "leave it: the paper is shown without a link"});
}

diagnostics::Reported<Paper> PaperBuilder::finish() && {
  paper_.arxiv_id = find_arxiv_id(reference_).value_or("");
  paper_.id = paper_identity(reference_, paper_.title);
  if (!paper_.title.empty()) {
    check_promises();
  }
  return {.value = std::move(paper_), .diagnostics = std::move(diagnostics_)};
}

void PaperBuilder::continue_field(Field field, std::string_view text) {
  claims_.claim(text, name_of(field), number_);
  if (std::string* const value = text_field(paper_, field)) {
    append_line(*value, record_text(text, context_.clean));
  } else if (field == Field::key_points && !paper_.key_points.empty()) {
    append_line(paper_.key_points.back(),
                record_text(without_closer(text, context_.format.points), context_.clean));
  }
}

void PaperBuilder::report_empty_label(Field field, int line) {
  reported_.push_back(field);
  report(line, {.severity = Severity::warning,
                .code = "digest/empty-label",
                .message = "nothing stands behind this label, so the paper has no " +
                           std::string(name_of(field)),
                .remedy = "put the text on the next line, or remove the label"});
}

void PaperBuilder::claim(Field field, std::string_view text) {
  claims_.claim(text, name_of(field), number_);
}

void PaperBuilder::check_promises() {
  std::string missing;
  for (const Field field : context_.format.promises(block_.section)) {
    if (!has(field) && std::ranges::find(reported_, field) == reported_.end()) {
      missing += (missing.empty() ? "" : ", ") + std::string(name_of(field));
    }
  }
  if (!missing.empty()) {
    report(block_.header.line,
           {.severity = Severity::warning,
            .code = "digest/missing-field",
            .message = "this paper lacks what the format \"" + context_.format.name +
                       "\" promises: " + missing,
            .remedy = "look whether a line of the paper is missing, or `sitegen explain` the "
                      "file to see where it went"});
  }
  if (reference_.empty()) {
    report(block_.header.line,
           {.severity = Severity::warning,
            .code = "digest/missing-url",
            .message = "this paper has no address",
            .remedy = "put its link on a line of its own at the end of the record; without one "
                      "the paper is known by its title alone"});
  }
}

bool PaperBuilder::has(Field field) {
  switch (field) {
    case Field::rank:
      return paper_.rank.has_value();
    case Field::category:
      return !paper_.category.empty();
    case Field::authors:
      return !paper_.authors.empty();
    case Field::affiliations:
      return !paper_.affiliations.empty();
    case Field::key_points:
      return !paper_.key_points.empty();
    case Field::url:
      return !reference_.empty();
    default:
      return !text_field(paper_, field)->empty();
  }
}

void PaperBuilder::report(int line, Diagnostic diagnostic) {
  report_line(diagnostics_, context_.source, line, std::move(diagnostic));
}

std::string record_text(std::string_view text, bool clean) {
  if (clean) {
    return std::string(text);
  }
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint point = text::code_point_at(text, i);
    const bool control = (point.value < 0x20 && point.value != '\t' && point.value != '\n') ||
                         (point.value >= 0x7F && point.value <= 0x9F);
    if (point.malformed) {
      text::append_utf8(out, text::kReplacement);
    } else if (!control) {
      out += text.substr(i, point.size);
    }
    i += point.size;
  }
  return out;
}

}  // namespace digest
