#include "digest/table_paper.hpp"

#include "digest/author_names.hpp"
#include "digest/identifiers.hpp"
#include "digest/key_points.hpp"
#include "digest/paper_builder.hpp"
#include "digest/report.hpp"
#include "text/url.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

namespace digest {

namespace {

using diagnostics::Severity;

/// Labels that say nothing but that there is a link: the column says what it leads to.
constexpr std::array<std::string_view, 7> kEmptyLabels = {"",     "link", "here", "url",
                                                          "链接", "page", "click"};
/// Whose link is the paper's address, where the format does not say it.
constexpr std::array<std::string_view, 7> kAddressLabels = {"paper", "arxiv", "abs",     "abstract",
                                                            "pdf",   "论文",  "论文链接"};

/// Whose link is not, whatever else there is.
constexpr std::array<std::string_view, 14> kOtherLabels = {
    "code", "github",  "repo",  "tweet",  "slides", "video", "demo",
    "data", "dataset", "model", "models", "代码",   "项目",  "poster"};

/// The text of `paper`, const or not, that `field` is; null if it is none.
template <typename SomePaper>
auto* text_field(SomePaper& paper, TableField field) {
  switch (field) {
    case TableField::category:
      return &paper.category;
    case TableField::title:
      return &paper.title;
    case TableField::title_zh:
      return &paper.title_zh;
    case TableField::tldr:
      return &paper.tldr;
    case TableField::motivation:
      return &paper.motivation;
    case TableField::method:
      return &paper.method;
    case TableField::advantage:
      return &paper.advantage;
    case TableField::venue:
      return &paper.venue;
    case TableField::remark:
      return &paper.remark;
    case TableField::abstract:
      return &paper.abstract;
    case TableField::abstract_zh:
      return &paper.abstract_zh;
    default:
      return static_cast<decltype(&paper.title)>(nullptr);
  }
}

/// A label without brackets round it, and without a stray one: `[Tweet)](…)`.
std::string tidy_label(std::string_view label) {
  label = text::trim(label);
  if (label.starts_with('[') && label.ends_with(']')) {
    label = text::trim(label.substr(1, label.size() - 2));
  }
  if (label.ends_with(')') && label.find('(') == std::string_view::npos) {
    label = text::trim(label.substr(0, label.size() - 1));
  }
  return text::collapse_whitespace(label);
}

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
  switch (piece.field) {
    case TableField::rank:
      return put_rank(piece.text);
    case TableField::authors:
    case TableField::affiliations:
      return put_names(piece.field, piece.text);
    case TableField::key_points:
      return put_points(piece.text);
    case TableField::links:
      return put_links(piece);
    case TableField::url:
      return put_address(piece.text);
    case TableField::arxiv_id:
      paper_.arxiv_id = find_arxiv_id(text::trim(plain(piece.text, links_))).value_or("");
      return;
    case TableField::date:
      return put_date(piece.text);
    case TableField::section:
      paper_.section = text::ascii_lower(piece.text) == "also" ? Section::also : Section::featured;
      return;
    case TableField::year:
    case TableField::noise:
      return;
    default:
      break;
  }
  const bool is_title = piece.field == TableField::title;
  std::string text = plain(piece.text, is_title ? title_links_ : text_links_);
  std::string& value = *text_field(paper_, piece.field);
  if (is_title || piece.field == TableField::title_zh || piece.field == TableField::category) {
    text = one_line(std::move(text));
  }
  if (!value.empty() && !text.empty()) {
    value += is_title ? " " : "\n";
  }
  value += text;
}

void TablePaper::put_rank(std::string_view digits) {
  int rank = 0;
  const std::string text = plain(digits, text_links_);
  const std::size_t begin = std::min(text.find_first_of("0123456789"), text.size());
  const auto [end, error] = std::from_chars(text.data() + begin, text.data() + text.size(), rank);
  if (error == std::errc()) {
    paper_.rank = rank;
  }
}

void TablePaper::put_names(TableField field, std::string_view text) {
  std::string names = plain(text, text_links_);
  std::ranges::replace(names, '\n', ',');
  const bool authors = field == TableField::authors;
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
  const std::string lines = plain(text, text_links_);
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
  const std::size_t before = links_.size();
  const std::string text = plain(piece.text, links_);
  if (links_.size() == before) {  // addresses without any markup
    const std::string words = text::collapse_whitespace(text);
    for (const std::string_view word : text::split(words, " ")) {
      std::string_view address = word;
      while (address.ends_with(',') || address.ends_with(';')) {
        address.remove_suffix(1);
      }
      if (text::is_web_url(address)) {
        links_.push_back({.label = {}, .url = std::string(address)});
      }
    }
  }
  std::vector<Link> ignored;
  const std::string header = text::collapse_whitespace(plain(piece.header, ignored));
  for (std::size_t i = before; i < links_.size(); ++i) {
    std::string& label = links_[i].label;
    label = tidy_label(label);
    const bool says_nothing =
        std::ranges::find(kEmptyLabels, text::ascii_lower(label)) != kEmptyLabels.end();
    if (says_nothing || text::is_web_url(label)) {
      label = header;
    }
  }
}

void TablePaper::put_address(std::string_view text) {
  std::vector<Link> links;
  const std::string address = plain(text, links);
  if (!links.empty()) {
    paper_.url = links.front().url;
    text_links_.insert(text_links_.end(), links.begin() + 1, links.end());
  } else {
    paper_.url = address;
  }
  reference_ = paper_.url;
  if (!paper_.url.empty() && !text::is_web_url(paper_.url)) {
    if (!find_arxiv_id(paper_.url)) {
      report("digest/not-a-web-address", "\"" + paper_.url + "\" is no http or https address",
             "only http and https addresses become links");
    }
    paper_.url.clear();
  }
}

void TablePaper::put_date(std::string_view text) {
  std::string date = plain(text, text_links_);
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

/// The link of the row that is the paper's address; links_.size() if there is none.
std::size_t TablePaper::preferred_link() const {
  const auto labelled = [this](std::string_view wanted) {
    return static_cast<std::size_t>(std::ranges::find_if(links_,
                                                         [wanted](const Link& link) {
                                                           return text::ascii_lower(link.label) ==
                                                                      wanted &&
                                                                  text::is_web_url(link.url);
                                                         }) -
                                    links_.begin());
  };
  for (const std::string& label : context_.table.url_labels) {
    if (const std::size_t found = labelled(label); found < links_.size()) {
      return found;
    }
  }
  for (const std::string_view label : kAddressLabels) {
    const std::size_t found = context_.table.url_labels.empty() ? labelled(label) : links_.size();
    if (found < links_.size()) {
      return found;
    }
  }
  const auto arxiv = std::ranges::find_if(
      links_, [](const Link& link) { return find_arxiv_id(link.url).has_value(); });
  const auto any = std::ranges::find_if(links_, [](const Link& link) {
    const std::string label = text::ascii_lower(link.label);
    return text::is_web_url(link.url) &&
           std::ranges::find(kOtherLabels, label) == kOtherLabels.end();
  });
  const bool may_be_any = arxiv == links_.end() && context_.table.url_labels.empty();
  return static_cast<std::size_t>((may_be_any ? any : arxiv) - links_.begin());
}

void TablePaper::choose_address() {
  if (paper_.url.empty() && reference_.empty()) {
    if (!title_links_.empty() && text::is_web_url(title_links_.front().url)) {
      paper_.url = title_links_.front().url;
      title_links_.erase(title_links_.begin());
    } else {
      // What a text links to may be the address as well, but only if the columns have none.
      if (preferred_link() >= links_.size()) {
        links_.insert(links_.end(), text_links_.begin(), text_links_.end());
        text_links_.clear();
      }
      if (const std::size_t link = preferred_link(); link < links_.size()) {
        paper_.url = links_[link].url;
        links_.erase(links_.begin() + static_cast<std::ptrdiff_t>(link));
      }
    }
    reference_ = paper_.url;
  }
  if (paper_.arxiv_id.empty()) {
    paper_.arxiv_id = find_arxiv_id(reference_).value_or("");
  }
  for (std::size_t i = 0; i < links_.size() && paper_.arxiv_id.empty(); ++i) {
    paper_.arxiv_id = find_arxiv_id(links_[i].url).value_or("");
  }
}

void TablePaper::keep_links() {
  std::set<std::string> seen = {canonical_url(paper_.url)};
  const std::string own = find_arxiv_id(paper_.url).value_or("");
  for (std::vector<Link>* const list : {&title_links_, &links_, &text_links_}) {
    for (Link& link : *list) {
      link.label = record_text(tidy_label(link.label), context_.clean);
      link.url = record_text(link.url, context_.clean);
      if (!text::is_web_url(link.url)) {
        report("digest/not-a-web-address", "\"" + link.url + "\" is no http or https address",
               "only http and https addresses become links");
        continue;
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
    if (!has(field)) {
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

bool TablePaper::has(Field field) const {
  switch (field) {
    case Field::rank:
      return paper_.rank.has_value();
    case Field::authors:
      return !paper_.authors.empty();
    case Field::affiliations:
      return !paper_.affiliations.empty();
    case Field::key_points:
      return !paper_.key_points.empty();
    case Field::url:
      return !paper_.url.empty();
    default:
      break;
  }
  const auto same = table_field_named(name_of(field));
  const std::string* const text = same ? text_field(paper_, *same) : nullptr;
  return text == nullptr || !text->empty();
}

void TablePaper::report(std::string code, std::string message, std::string remedy) {
  report_line(diagnostics_, context_.source, paper_.source.line,
              {.severity = Severity::warning,
               .code = std::move(code),
               .message = std::move(message),
               .remedy = std::move(remedy)});
}

}  // namespace digest
