#include "digest/paper_builder.hpp"

#include "digest/author_names.hpp"
#include "digest/date_text.hpp"
#include "digest/identifiers.hpp"
#include "digest/markdown_marks.hpp"
#include "digest/paper_header.hpp"
#include "digest/paper_links.hpp"
#include "digest/paper_members.hpp"
#include "digest/paper_points.hpp"
#include "digest/paper_promises.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace digest {

namespace {

using diagnostics::Severity;
using text::trim;

}  // namespace

PaperBuilder::PaperBuilder(const RecordBlock& block, const RecordContext& context,
                           ClaimBook& claims, int number)
    : draft_{.block = block,
             .context = context,
             .claims = claims,
             .number = number,
             .paper = {},
             .reference = {},
             .diagnostics = {},
             .reported = {}} {
  put_header(draft_);
}

void PaperBuilder::put(Field field, std::string_view text, int line) {
  switch (field) {
    case Field::authors:
      names_ = text;
      return put_authors(text, line);
    case Field::affiliations:
      names_ = text;
      return put_affiliations(text);
    case Field::key_points:
      return put_points(draft_, text, line);
    case Field::url:
      return put_address(draft_, text, line);
    case Field::links:
      return put_links({}, text, line);
    case Field::date:
      return put_date(text);
    case Field::rank:
    case Field::category:
      draft_.claim(field, text);
      return;
    case Field::title:
      put_title_link(draft_, text);
      [[fallthrough]];
    default:
      draft_.claim(field, text);
      put_text(*text_member(draft_.paper, field), text);
  }
}

/// A text that begins as the item of a list is one all the same, and so are further items.
void PaperBuilder::put_text(std::string& value, std::string_view text) {
  const std::size_t mark =
      draft_.context.format.markdown.emphasis ? list_mark_size(text) : std::size_t{0};
  if (mark > 0) {
    end_item(value);
    text.remove_prefix(mark);
  }
  append_line(value, draft_.plain_text(text));
}

void PaperBuilder::put_date(std::string_view text) {
  draft_.claim(Field::date, text);
  const std::optional<DateText> date = date_at(trim(text), 0);
  if (date && draft_.context.newest_date != nullptr) {
    *draft_.context.newest_date = std::max(*draft_.context.newest_date, date->date);
  }
}

void PaperBuilder::put_authors(std::string_view text, int line) {
  draft_.claim(Field::authors, text);
  text = draft_.context.format.markdown.emphasis ? without_emphasis(text) : text;
  NameList list = split_authors(text, draft_.context.format.names);
  if (list.names.size() > draft_.context.max_names) {
    draft_.report(
        line,
        {.severity = Severity::warning,
         .code = "digest/names-limit",
         .message = "this paper has " + std::to_string(list.names.size()) + " authors; the first " +
                    std::to_string(draft_.context.max_names) + " are kept (the limit max_names)",
         .remedy = "shorten the list and end it with …"});
    list.names.resize(draft_.context.max_names);
    list.truncated = true;
  }
  for (const std::string_view name : list.names) {
    draft_.paper.authors.push_back(draft_.plain_text(name));
  }
  draft_.paper.authors_truncated = draft_.paper.authors_truncated || list.truncated;
}

void PaperBuilder::put_affiliations(std::string_view text) {
  draft_.claim(Field::affiliations, text);
  text = draft_.context.format.markdown.emphasis ? without_emphasis(text) : text;
  text.remove_prefix(mark_size(text, 0, '['));
  text.remove_suffix(literal_suffix_size(text, "]").value_or(0));
  const NameList list = split_affiliations(text, draft_.context.format.names);
  for (const std::string_view name : list.names) {
    draft_.paper.affiliations.push_back(draft_.plain_text(name));
  }
  draft_.paper.affiliations_truncated = draft_.paper.affiliations_truncated || list.truncated;
}

void PaperBuilder::continue_names(Field field, std::string_view text, int line) {
  std::vector<std::string>& names =
      field == Field::authors ? draft_.paper.authors : draft_.paper.affiliations;
  const Separators& separators = field == Field::authors
                                     ? draft_.context.format.names.author_separators
                                     : draft_.context.format.names.affiliation_separators;
  const std::string_view before = names_;
  const std::size_t count = names.size();
  put(field, text, line);
  if (count > 0 && count < names.size() && is_cut_name(before, text, separators)) {
    append_line(names[count - 1], std::move(names[count]));
    names.erase(names.begin() + static_cast<std::ptrdiff_t>(count));
  }
}

void PaperBuilder::put_links(std::string_view name, std::string_view text, int line) {
  digest::put_links(draft_, name, text, line);
}

diagnostics::Reported<Paper> PaperBuilder::finish() && {
  draft_.paper.arxiv_id = find_arxiv_id(draft_.reference).value_or("");
  draft_.paper.id = draft_.paper.arxiv_id.empty()
                        ? paper_identity(draft_.reference, draft_.paper.title)
                        : draft_.paper.arxiv_id;
  if (!draft_.paper.title.empty()) {
    check_promises(draft_);
  }
  return {.value = std::move(draft_.paper), .diagnostics = std::move(draft_.diagnostics)};
}

void PaperBuilder::continue_field(Field field, std::string_view text, int line) {
  if (field == Field::key_points) {
    continue_point(draft_, text, line);
    return;
  }
  draft_.claim(field, text);
  // A category is one line; what follows it is dropped.
  std::string* const value = field == Field::category ? nullptr : text_member(draft_.paper, field);
  if (value != nullptr) {
    put_text(*value, text);
  }
}

void PaperBuilder::report_unknown_label(std::string_view label, Field field, int line) {
  const std::string name = draft_.clean_text(label);
  draft_.report(line,
                {.severity = Severity::warning,
                 .code = "digest/unknown-label",
                 .message = "\"" + name + "\" looks like a label, but the format has none " +
                            "such; the line is part of " + std::string(name_of(field)) + " now",
                 .remedy = "give it a field under `labels:`, or `noise` to drop its lines"});
}

void PaperBuilder::report_empty_label(Field field, int line) {
  draft_.reported.push_back(field);
  draft_.report(line, {.severity = Severity::warning,
                       .code = "digest/empty-label",
                       .message = "nothing stands behind this label, so the paper has no " +
                                  std::string(name_of(field)),
                       .remedy = "put the text on the next line, or remove the label"});
}

}  // namespace digest
