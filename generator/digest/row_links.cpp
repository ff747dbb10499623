#include "digest/row_links.hpp"

#include "digest/bare_address.hpp"
#include "digest/html_tag.hpp"
#include "digest/identifiers.hpp"
#include "digest/link_labels.hpp"
#include "digest/markdown_marks.hpp"
#include "digest/script.hpp"
#include "text/url.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace digest {

namespace {

/// With brackets; what is longer is a title.
constexpr std::size_t kLongestLabel = 16;
/// In front of a bare address, with its colon; what is longer is a sentence.
constexpr std::size_t kLongestFront = 32;

/// What parts a title from the links behind it, and links from each other.
constexpr std::array<std::string_view, 24> kMarksBefore = {
    "(", "[", "{",  "<",  "|",  ",",  ";",  ":",  "/",  "-",  "–",  "—",
    "·", "•", "（", "【", "［", "「", "｜", "，", "、", "；", "：", "／"};
constexpr std::array<std::string_view, 9> kMarksBehind = {")",  "]",  "}",  ">", "）",
                                                          "】", "］", "」", "。"};

/// The size of a mark at the beginning of `text`; 0 if there is none.
std::size_t mark_before(std::string_view text) {
  const auto is_there = [text](std::string_view one) { return text.starts_with(one); };
  const auto* const mark = std::ranges::find_if(kMarksBefore, is_there);
  return mark == kMarksBefore.end() ? 0 : mark->size();
}

/// What may stand at the end of a text.
enum class Marks { before_a_link, any };

std::size_t mark_at_end(std::string_view text, Marks marks) {
  const auto is_there = [text](std::string_view one) { return text.ends_with(one); };
  if (const auto* const mark = std::ranges::find_if(kMarksBefore, is_there);
      mark != kMarksBefore.end()) {
    return mark->size();
  }
  const auto* const mark = std::ranges::find_if(kMarksBehind, is_there);
  return mark == kMarksBehind.end() || marks == Marks::before_a_link ? 0 : mark->size();
}

std::string_view without_marks_at_end(std::string_view text, Marks marks) {
  text = text::trim_right(text);
  while (const std::size_t size = mark_at_end(text, marks)) {
    text = text::trim_right(text.substr(0, text.size() - size));
  }
  return text;
}

/// Whether a link behind a title is known to be none of its words: an emoji is no word.
bool is_known(std::string_view label, std::span<const std::string> url_labels) {
  const auto is_letter = [](char c) { return is_lower(c) || is_capital(c) || is_digit(c); };
  const bool has_word = std::ranges::any_of(label, is_letter) || has_han(label);
  return !has_word || label_kind(label) != LabelKind::unknown ||
         std::ranges::find(url_labels, text::ascii_lower(label)) != url_labels.end();
}

/// A title, and which of the links stand behind it and are no part of it.
struct TitleEnd {
  std::string_view title;
  std::size_t first_link = 0;
};

TitleEnd end_of_title(const CellText& cell, std::span<const std::string> url_labels) {
  TitleEnd end{.title = cell.text, .first_link = cell.links.size()};
  std::string_view rest = cell.text;
  for (std::size_t i = cell.links.size(); i-- > 0;) {
    const Link& link = cell.links[i].link;
    rest = without_marks_at_end(rest, Marks::any);
    const bool bare = link.label.empty() && rest.ends_with(link.url);
    const std::string_view label = bare ? link.url : without_marks(link.label);
    const bool known = bare || is_known(label, url_labels);
    const bool is_word = label.size() <= kLongestLabel && label.find(' ') == std::string::npos;
    if (!rest.ends_with(label) || (!known && !is_word)) {
      break;
    }
    rest.remove_suffix(label.size());
    const std::string_view title = without_marks_at_end(rest, Marks::before_a_link);
    if (without_marks(title).empty()) {
      break;  // the link is the title
    }
    if (known) {
      end = {.title = title, .first_link = i};
    } else if (i + 1 == end.first_link && i + 1 < cell.links.size()) {
      return {.title = title, .first_link = i};  // a word in front of a label that is known
    }
  }
  return end;
}

/// The place of the link that is the paper's address; links.size() if there is none.
std::size_t preferred_link(const std::vector<Link>& links,
                           std::span<const std::string> url_labels) {
  const auto labelled = [&links](std::string_view wanted) {
    return static_cast<std::size_t>(std::ranges::find_if(links,
                                                         [wanted](const Link& link) {
                                                           return text::ascii_lower(link.label) ==
                                                                      wanted &&
                                                                  text::is_web_url(link.url);
                                                         }) -
                                    links.begin());
  };
  for (const std::string& label : url_labels) {
    if (const std::size_t found = labelled(label); found < links.size()) {
      return found;
    }
  }
  for (const std::string_view label : paper_labels()) {
    const std::size_t found = url_labels.empty() ? labelled(label) : links.size();
    if (found < links.size()) {
      return found;
    }
  }
  const auto arxiv = std::ranges::find_if(
      links, [](const Link& link) { return find_arxiv_id(link.url).has_value(); });
  const auto any = std::ranges::find_if(links, [](const Link& link) {
    return text::is_web_url(link.url) && label_kind(link.label) != LabelKind::extra;
  });
  const bool may_be_any = arxiv == links.end() && url_labels.empty();
  return static_cast<std::size_t>((may_be_any ? any : arxiv) - links.begin());
}

/// Adds the bare addresses of the bytes `begin` to `end` of `cell`, which have neither link nor
/// image.
void add_bare_links(std::string_view cell, std::size_t begin, std::size_t end,
                    std::vector<CellLink>& links) {
  const std::string_view piece = cell.substr(0, end);
  for (auto bare = find_bare_address(piece, begin); bare;
       bare = find_bare_address(piece, bare->end)) {
    const std::string_view front = text::trim_right(piece.substr(begin, bare->begin - begin));
    const std::size_t colon = literal_suffix_size(front, ":").value_or(0);
    const std::size_t parted = front.substr(0, front.size() - colon).find_last_of(",;|\n");
    const std::string_view label =
        without_marks(front.substr(parted == std::string_view::npos ? 0 : parted + 1));
    const bool is_label = !label.empty() && label.size() <= kLongestFront &&
                          (colon > 0 || label_kind(label) != LabelKind::unknown);
    links.push_back(
        {.link = {.label = is_label ? read_cell(label).text : std::string(),
                  .url = read_cell(bare->url).text},
         .begin = is_label ? static_cast<std::size_t>(label.data() - cell.data()) : bare->begin,
         .end = bare->end});
    begin = bare->end;
  }
}

/// The same for a piece that may have images and tags, whose addresses are none of the cell's.
void add_links_between(std::string_view cell, std::size_t begin, std::size_t end,
                       std::vector<CellLink>& links) {
  std::size_t from = begin;
  for (std::size_t i = begin; i < end;) {
    const std::size_t image = cell[i] == '!' ? image_size(cell, i) : 0;
    const std::size_t skipped = cell[i] == '<' ? html_tag_at(cell, i).size : image;
    if (skipped > 0) {
      add_bare_links(cell, from, i, links);
      from = i + skipped;
    }
    i += std::max<std::size_t>(skipped, 1);
  }
  if (from < end) {
    add_bare_links(cell, from, end, links);
  }
}

}  // namespace

std::string_view without_marks(std::string_view text) {
  text = text::trim_left(without_marks_at_end(text, Marks::any));
  while (const std::size_t size = mark_before(text)) {
    text = text::trim_left(text.substr(size));
  }
  return text;
}

std::string take_title(CellText cell, std::span<const std::string> url_labels, RowLinks& links) {
  const TitleEnd end = end_of_title(cell, url_labels);
  std::string title(end.title);
  for (std::size_t i = 0; i < cell.links.size(); ++i) {
    Link& link = cell.links[i].link;
    const std::string label = tidy_label(link.label);
    const LabelKind kind = label_kind(label);
    const bool is_address =
        kind == LabelKind::paper || kind == LabelKind::place ||
        std::ranges::find(url_labels, text::ascii_lower(label)) != url_labels.end();
    const bool other = i < end.first_link ? kind == LabelKind::extra : !is_address;
    (other ? links.columns : links.title).push_back(std::move(link));
  }
  return title;
}

std::vector<CellLink> cell_links(std::string_view cell) {
  std::vector<CellLink> links;
  std::size_t at = 0;
  for (CellLink& marked : read_cell(cell).links) {
    add_links_between(cell, at, std::max(at, marked.begin), links);
    at = std::max(at, marked.end);
    links.push_back(std::move(marked));
  }
  add_links_between(cell, at, cell.size(), links);
  return links;
}

void label_links(std::span<Link> links, std::string_view header) {
  for (Link& link : links) {
    link.label = tidy_label(link.label);
    if (label_kind(link.label) == LabelKind::silent || text::is_web_url(link.label)) {
      link.label = header;
    }
  }
}

std::string take_address(RowLinks& links, std::span<const std::string> url_labels) {
  if (!links.title.empty() && text::is_web_url(links.title.front().url)) {
    std::string address = std::move(links.title.front().url);
    links.title.erase(links.title.begin());
    return address;
  }
  std::vector<Link>& columns = links.columns;
  // What a text links to may be the address as well, but only if the columns have none.
  if (preferred_link(columns, url_labels) >= columns.size()) {
    columns.insert(columns.end(), links.texts.begin(), links.texts.end());
    links.texts.clear();
  }
  const std::size_t place = preferred_link(columns, url_labels);
  if (place >= columns.size()) {
    return {};
  }
  std::string address = std::move(columns[place].url);
  columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(place));
  return address;
}

}  // namespace digest
