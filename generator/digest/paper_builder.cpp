#include "digest/paper_builder.hpp"

#include "digest/author_names.hpp"
#include "digest/date_text.hpp"
#include "digest/identifiers.hpp"
#include "digest/key_points.hpp"
#include "digest/markdown_marks.hpp"
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
    case Field::venue:
      return &paper.venue;
    case Field::remark:
      return &paper.remark;
    case Field::rank:
    case Field::category:
    case Field::authors:
    case Field::affiliations:
    case Field::key_points:
    case Field::url:
    case Field::links:
    case Field::date:
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
  paper_.category = header.code.empty() ? block_.category : header.code;
  int rank = 0;
  const auto [end, error] =
      std::from_chars(header.rank.data(), header.rank.data() + header.rank.size(), rank);
  if (error == std::errc() && !header.rank.empty()) {
    paper_.rank = rank;
  }
  paper_.source = {
      .file = context_.source.path(), .line = header.line, .end_line = block_.end_line()};
  const Opener* const opener = context_.format.opener(header.rule);
  if (opener != nullptr) {
    claim_header(*opener);
  }
}

/// Every piece of the header goes to the placeholder that it surrounds: the opening brackets before
/// it, and whatever stands behind it.
void PaperBuilder::claim_header(const Opener& opener) {
  const std::string_view whole = block_.header.whole;
  const std::string_view title = block_.header.body;
  const std::string_view before_title =
      opener.rest_is_title ? whole.substr(0, static_cast<std::size_t>(title.data() - whole.data()))
                           : whole;
  const std::optional<PatternMatch> match = opener.pattern.at_start(
      opener.rest_is_title && title.empty() ? std::string_view(whole) : before_title);
  std::string_view field = name_of(Field::title);
  std::size_t claimed = 0;
  const auto claim_to = [&](std::size_t end) {
    claims_.claim(trim(whole.substr(claimed, end - claimed)), field, number_);
    claimed = end;
  };
  for (std::size_t i = 0; match && i < match->capture_count; ++i) {
    const Capture& capture = match->captures[i];
    auto begin = static_cast<std::size_t>(capture.text.data() - whole.data());
    while (begin > claimed &&
           std::string_view("[(*<").find(whole[begin - 1]) != std::string_view::npos) {
      --begin;
    }
    if (i > 0) {
      claim_to(begin);
    }
    field = capture.name == "code" ? name_of(Field::category) : capture.name;
    if (field == name_of(Field::category) && capture.name != "code") {
      paper_.category = record_text(trim(capture.text), context_.clean);
    }
    if (opener.pattern.ends_with_anything() && i + 1 == match->capture_count) {
      // It may be cut into several fields: only what stands before it is sure.
      claims_.claim(
          trim(whole.substr(
              claimed, static_cast<std::size_t>(capture.text.data() - whole.data()) - claimed)),
          field, number_);
      return;
    }
  }
  claim_to(before_title.size());
}

void PaperBuilder::put(Field field, std::string_view text, int line) {
  switch (field) {
    case Field::authors:
      return put_authors(text, line);
    case Field::affiliations:
      return put_affiliations(text);
    case Field::key_points:
      return put_points(text, line);
    case Field::url:
      return put_address(text, line);
    case Field::links:
      return put_links({}, text, line);
    case Field::date:
      return put_date(text);
    case Field::rank:
    case Field::category:
      claims_.claim(text, name_of(field), number_);
      return;
    case Field::title:
      put_title_link(text);
      [[fallthrough]];
    default:
      claims_.claim(text, name_of(field), number_);
      append_line(*text_field(paper_, field), plain_text(text));
  }
}

/// A title that is a link says where the paper is.
void PaperBuilder::put_title_link(std::string_view text) {
  if (!context_.format.markdown.links || !reference_.empty()) {
    return;
  }
  const std::optional<InlineLink> link = find_link(text, 0);
  if (link && !link->text.empty()) {
    set_reference(link->url);
  }
}

void PaperBuilder::set_reference(std::string_view address) {
  reference_ = address;
  if (text::is_web_url(address)) {
    paper_.url = record_text(address, context_.clean);
  }
}

void PaperBuilder::put_date(std::string_view text) {
  claims_.claim(text, name_of(Field::date), number_);
  const std::optional<DateText> date = date_at(trim(text), 0);
  if (date && context_.newest_date != nullptr) {
    *context_.newest_date = std::max(*context_.newest_date, date->date);
  }
}

/// The text as records hold it, without the marks of Markdown that the format reads.
std::string PaperBuilder::plain_text(std::string_view text) const {
  const MarkdownMarks& marks = context_.format.markdown;
  if (marks.quotes && text.starts_with('>')) {
    text = trim(text.substr(1));  // scraping has glued a quote to the line before it
  }
  return marks.emphasis || marks.links ? record_text(without_markdown(text, marks), context_.clean)
                                       : record_text(text, context_.clean);
}

void PaperBuilder::put_links(std::string_view name, std::string_view text, int line) {
  claims_.claim(text, name_of(Field::links), number_);
  std::vector<InlineLink> found;
  std::size_t from = 0;
  while (const std::optional<InlineLink> link = find_link(text, from)) {
    from = link->end;
    found.push_back(*link);
  }
  for (const InlineLink& link : found) {
    // Of several links behind one label, each is called as it says itself.
    const bool own = name.empty() || (found.size() > 1 && !link.text.empty());
    if (text::is_web_url(link.url)) {
      paper_.links.push_back({.label = record_text(own ? link.text : name, context_.clean),
                              .url = record_text(link.url, context_.clean)});
    }
  }
  if (!found.empty()) {
    return;
  }
  report(line, {.severity = Severity::warning,
                .code = "digest/not-a-web-address",
                .message = "this is no http or https address",
                .remedy = "only http and https addresses become links; correct it, or remove the "
                          "line"});
}

void PaperBuilder::put_authors(std::string_view text, int line) {
  claims_.claim(text, name_of(Field::authors), number_);
  text = context_.format.markdown.emphasis ? without_emphasis(text) : text;
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
    paper_.authors.push_back(plain_text(name));
  }
  paper_.authors_truncated = paper_.authors_truncated || list.truncated;
}

void PaperBuilder::put_affiliations(std::string_view text) {
  claims_.claim(text, name_of(Field::affiliations), number_);
  text = context_.format.markdown.emphasis ? without_emphasis(text) : text;
  text.remove_prefix(mark_size(text, 0, '['));
  text.remove_suffix(literal_suffix_size(text, "]").value_or(0));
  const NameList list = split_affiliations(text, context_.format.names);
  for (const std::string_view name : list.names) {
    paper_.affiliations.push_back(plain_text(name));
  }
  paper_.affiliations_truncated = paper_.affiliations_truncated || list.truncated;
}

/// One point, or several with a separator behind each.
void PaperBuilder::put_points(std::string_view text, int line) {
  claims_.claim(text, name_of(Field::key_points), number_);
  const PointMarks& marks = context_.format.points;
  while (!text.empty()) {
    const std::size_t end = first_point_size(text, marks);
    put_point(trim(text.substr(0, end)), line);
    text = trim(text.substr(end));
  }
}

void PaperBuilder::put_point(std::string_view text, int line) {
  const auto point = numbered_point(text, context_.format.points);
  const std::string_view content =
      point ? point->text
            : without_closer(without_bullet(text, context_.format.points), context_.format.points);
  if (point && point->number != last_point_ + 1) {
    report(line, {.severity = Severity::warning,
                  .code = "digest/skipped-point",
                  .message = "point " + std::to_string(point->number) + " stands behind point " +
                             std::to_string(last_point_) + " of this paper",
                  .remedy = "look whether a line is missing, or number the points anew"});
  }
  last_point_ = point ? point->number : last_point_ + 1;
  if (!content.empty()) {
    paper_.key_points.push_back(plain_text(content));
  }
}

void PaperBuilder::put_address(std::string_view text, int line) {
  const bool labelled = !context_.format.closers.address;
  const std::optional<InlineLink> link = labelled ? find_link(text, 0) : std::nullopt;
  if (!link) {
    claims_.claim(text, name_of(Field::url), number_);
    set_reference(text);
    report_address(text, line);
    return;
  }
  // What stands behind the address, if it is no further link, is not understood: it stays
  // unclaimed.
  claims_.claim(text.substr(0, link->end), name_of(Field::url), number_);
  set_reference(link->url);
  report_address(link->url, line);
  const std::string_view rest = trim(text.substr(link->end));
  if (find_link(rest, 0)) {
    put_links({}, rest, line);
  } else if (std::ranges::none_of(rest, [](char c) {
               return is_wide(c) || is_digit(c) || is_lower(c) || is_capital(c);
             })) {
    claims_.claim(rest, name_of(Field::url), number_);
  }
}

void PaperBuilder::report_address(std::string_view text, int line) {
  if (!paper_.url.empty()) {
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
    append_line(*value, plain_text(text));
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
    if (field != Field::url && !has(field) && !has_other_language(field) &&
        std::ranges::find(reported_, field) == reported_.end()) {
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
  const std::span<const Field> promises = context_.format.promises(block_.section);
  if (reference_.empty() && std::ranges::find(promises, Field::url) != promises.end()) {
    report(block_.header.line,
           {.severity = Severity::warning,
            .code = "digest/missing-url",
            .message = "this paper has no address",
            .remedy = "put its link on a line of its own at the end of the record; without one "
                      "the paper is known by its title alone"});
  }
}

/// Whether a label of the format fills `field` or another one, by language, and that one is there.
bool PaperBuilder::has_other_language(Field field) {
  return std::ranges::any_of(context_.format.labels, [this, field](const Label& label) {
    return label.chinese && ((label.field == field && has(*label.chinese)) ||
                             (*label.chinese == field && has(label.field)));
  });
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
    case Field::links:
      return !paper_.links.empty();
    case Field::date:
      return context_.newest_date != nullptr && context_.newest_date->year != 0;
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
