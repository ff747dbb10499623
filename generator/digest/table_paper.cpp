#include "digest/table_paper.hpp"

#include "digest/author_names.hpp"
#include "digest/identifiers.hpp"
#include "digest/key_points.hpp"
#include "digest/link_labels.hpp"
#include "digest/paper_members.hpp"
#include "digest/record_text.hpp"
#include "digest/report.hpp"
#include "digest/row_links.hpp"
#include "text/url.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <set>
#include <utility>

namespace digest {

namespace {

using diagnostics::Severity;

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

}  // namespace

TablePaper::TablePaper(const RowContext& context, std::size_t line, std::size_t end_line)
    : context_(context) {
  paper_.source = {.file = context.source.path(),
                   .line = static_cast<int>(line),
                   .end_line = static_cast<int>(end_line)};
}

std::string TablePaper::plain(std::string_view cell, std::vector<Link>& links) const {
  CellText text = read_cell(cell);
  for (CellLink& one : text.links) {
    links.push_back(std::move(one.link));
  }
  return record_text(text.text, context_.clean);
}

void TablePaper::put(const FilledPiece& piece) {
  if (const auto* const extra = std::get_if<TableExtra>(&piece.field)) {
    return put_extra(*extra, piece.text);
  }
  const Field field = std::get<Field>(piece.field);
  switch (field) {
    case Field::rank:
      return put_rank(piece.text);
    case Field::authors:
    case Field::affiliations:
      return put_names(field, piece.text);
    case Field::key_points:
      return put_points(piece.text);
    case Field::links:
      return put_links(piece);
    case Field::url:
      return put_address(piece.text);
    case Field::date:
      return put_date(piece.text);
    default:
      return put_text(field, piece.text);
  }
}

void TablePaper::put_extra(TableExtra extra, std::string_view text) {
  switch (extra) {
    case TableExtra::arxiv_id:
      paper_.arxiv_id = find_arxiv_id(text::trim(plain(text, links_.columns))).value_or("");
      return;
    case TableExtra::section:
      paper_.section = text::ascii_lower(text) == "also" ? Section::also : Section::featured;
      return;
    case TableExtra::year:
    case TableExtra::noise:
      return;
  }
}

void TablePaper::put_text(Field field, std::string_view cell) {
  const bool is_title = field == Field::title;
  std::string text =
      is_title ? record_text(take_title(read_cell(cell), context_.table.url_labels, links_),
                             context_.clean)
               : plain(cell, links_.texts);
  std::string& value = *text_member(paper_, field);
  if (is_title || field == Field::title_zh || field == Field::category) {
    text = one_line(std::move(text));
  }
  if (!value.empty() && !text.empty()) {
    value += is_title ? " " : "\n";
  }
  value += text;
}

void TablePaper::put_rank(std::string_view digits) {
  int rank = 0;
  const std::string text = plain(digits, links_.texts);
  const std::size_t begin = std::min(text.find_first_of("0123456789"), text.size());
  const auto [end, error] = std::from_chars(text.data() + begin, text.data() + text.size(), rank);
  if (error == std::errc()) {
    paper_.rank = rank;
  }
}

void TablePaper::put_names(Field field, std::string_view text) {
  std::string names = plain(text, links_.texts);
  std::ranges::replace(names, '\n', ',');
  const bool authors = field == Field::authors;
  NameList list = split_authors(names, context_.format.names);
  if (list.names.size() > context_.max_names) {
    report("digest/names-limit",
           "this paper has " + std::to_string(list.names.size()) + " names; the first " +
               std::to_string(context_.max_names) + " are kept (the limit max_names)",
           "shorten the list and end it with …");
    list.names.resize(context_.max_names);
    list.truncated = true;
  }
  std::vector<std::string>& target = authors ? paper_.authors : paper_.affiliations;
  target.insert(target.end(), list.names.begin(), list.names.end());
  (authors ? paper_.authors_truncated : paper_.affiliations_truncated) |= list.truncated;
}

void TablePaper::put_points(std::string_view text) {
  const std::string lines = plain(text, links_.texts);
  for (std::string_view line : text::split(lines, "\n")) {
    line = text::trim(line);
    for (const std::string_view bullet : {"●", "•", "·", "▪", "- ", "* "}) {
      line = line.starts_with(bullet) ? text::trim(line.substr(bullet.size())) : line;
    }
    const auto point = numbered_point(line, context_.format.points);
    const std::string_view content =
        point ? point->text : without_closer(line, context_.format.points);
    if (!content.empty()) {
      paper_.key_points.emplace_back(content);
    }
  }
}

void TablePaper::put_links(const FilledPiece& piece) {
  std::vector<Link> links;
  for (CellLink& one : cell_links(piece.text)) {
    links.push_back(std::move(one.link));
  }
  std::vector<Link> ignored;
  label_links(links, text::collapse_whitespace(plain(piece.header, ignored)));
  links_.columns.insert(links_.columns.end(), std::make_move_iterator(links.begin()),
                        std::make_move_iterator(links.end()));
}

void TablePaper::put_address(std::string_view text) {
  std::vector<CellLink> links = cell_links(text);
  if (links.empty()) {
    return use_address(plain(text, links_.texts));
  }
  use_address(std::move(links.front().link.url));
  for (std::size_t i = 1; i < links.size(); ++i) {
    links_.texts.push_back(std::move(links[i].link));
  }
}

/// An arXiv number tells the paper in any form; only web addresses are the paper's own.
void TablePaper::use_address(std::string address) {
  reference_ = address;
  if (text::is_web_url(address)) {
    paper_.url = std::move(address);
  } else if (!address.empty() && !find_arxiv_id(address)) {
    report("digest/not-a-web-address", "\"" + address + "\" is no http or https address",
           "only http and https addresses become links");
  }
}

void TablePaper::put_date(std::string_view text) {
  std::string date = plain(text, links_.texts);
  date_ = parse_date_range(date);
  if (!date_ && !text::is_blank(date)) {
    report("digest/bad-date", "this date is not in the calendar",
           "write it as 2023-02-08, or 2023-02 for a month");
  }
}

void TablePaper::inherit(std::string_view category, Section section) {
  if (paper_.category.empty()) {
    std::vector<Link> ignored;
    paper_.category = one_line(plain(category, ignored));
  }
  paper_.section = section == Section::also ? section : paper_.section;
}

void TablePaper::choose_address() {
  if (paper_.url.empty() && reference_.empty()) {
    use_address(take_address(links_, context_.table.url_labels));
  }
  if (paper_.arxiv_id.empty()) {
    paper_.arxiv_id = find_arxiv_id(reference_).value_or("");
  }
  for (std::size_t i = 0; i < links_.columns.size() && paper_.arxiv_id.empty(); ++i) {
    paper_.arxiv_id = find_arxiv_id(links_.columns[i].url).value_or("");
  }
}

void TablePaper::keep_links() {
  std::set<std::string> seen = {canonical_url(paper_.url)};
  const std::string own = find_arxiv_id(paper_.url).value_or("");
  for (std::vector<Link>* const list : {&links_.title, &links_.columns, &links_.texts}) {
    for (Link& link : *list) {
      link.label = record_text(tidy_label(link.label), context_.clean);
      link.url = record_text(link.url, context_.clean);
      if (link.url.empty()) {
        continue;
      }
      if (!text::is_web_url(link.url)) {
        report("digest/not-a-web-address", "\"" + link.url + "\" is no http or https address",
               "only http and https addresses become links");
        continue;
      }
      if (link.label.empty()) {
        link.label = label_of_host(link.url);
      }
      const bool same_paper = !own.empty() && find_arxiv_id(link.url) == own;
      if (!same_paper && seen.insert(canonical_url(link.url)).second) {
        paper_.links.push_back(std::move(link));
      }
    }
  }
}

diagnostics::Reported<Paper> TablePaper::finish() && {
  paper_.url = record_text(paper_.url, context_.clean);
  choose_address();
  keep_links();
  paper_.id = paper_identity(paper_.arxiv_id.empty() ? reference_ : paper_.arxiv_id, paper_.title);
  check_promises();
  return {.value = std::move(paper_), .diagnostics = std::move(diagnostics_)};
}

void TablePaper::check_promises() {
  std::string missing;
  for (const Field field : context_.format.promises(paper_.section)) {
    // The date is looked for when the whole file is read, and no row need have links.
    if (field != Field::date && field != Field::links && !has_member(paper_, field)) {
      missing += (missing.empty() ? "" : ", ") + std::string(name_of(field));
    }
  }
  if (!missing.empty()) {
    report("digest/missing-field",
           "this paper lacks what the format \"" + context_.format.name + "\" promises: " + missing,
           "look at the row's cells, or `sitegen explain` the file to see where they went");
  }
  if (reference_.empty() && paper_.arxiv_id.empty()) {
    report("digest/missing-url", "this paper has no address",
           "put its link into the row; without one the paper is known by its title alone");
  }
}

void TablePaper::report(std::string code, std::string message, std::string remedy) {
  report_line(diagnostics_, context_.source, paper_.source.line,
              {.severity = Severity::warning,
               .code = std::move(code),
               .message = std::move(message),
               .remedy = std::move(remedy)});
}

}  // namespace digest
