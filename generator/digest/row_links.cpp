#include "digest/row_links.hpp"

#include "digest/identifiers.hpp"
#include "text/url.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace digest {

namespace {

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

/// With brackets; what is longer is a title.
constexpr std::size_t kLongestLabel = 16;

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& labels, std::string_view name) {
  return std::ranges::find(labels, name) != labels.end();
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
  for (const std::string_view label : kAddressLabels) {
    const std::size_t found = url_labels.empty() ? labelled(label) : links.size();
    if (found < links.size()) {
      return found;
    }
  }
  const auto arxiv = std::ranges::find_if(
      links, [](const Link& link) { return find_arxiv_id(link.url).has_value(); });
  const auto any = std::ranges::find_if(links, [](const Link& link) {
    const std::string label = text::ascii_lower(link.label);
    return text::is_web_url(link.url) && !contains(kOtherLabels, label);
  });
  const bool may_be_any = arxiv == links.end() && url_labels.empty();
  return static_cast<std::size_t>((may_be_any ? any : arxiv) - links.begin());
}

}  // namespace

std::string take_title(CellText cell, std::span<const std::string> url_labels, RowLinks& links) {
  std::string_view title = cell.text;
  for (std::size_t i = cell.links.size(); i-- > 0;) {
    const std::string& label = cell.links[i].link.label;
    if (label.size() > kLongestLabel && url_labels.empty()) {
      break;
    }
    const std::string name = text::ascii_lower(tidy_label(label));
    const bool is_label = contains(kOtherLabels, name) || contains(kAddressLabels, name) ||
                          std::ranges::find(url_labels, name) != url_labels.end();
    const std::size_t rest = title.rfind(label);
    // What stands behind a label that is no part of the title is none either.
    if (!is_label || label.empty() || rest == std::string_view::npos ||
        text::is_blank(title.substr(0, rest))) {
      break;
    }
    title = text::trim(title.substr(0, rest));
    while (!title.empty() &&
           std::string_view("([|,·").find(title.back()) != std::string_view::npos) {
      title = text::trim(title.substr(0, title.size() - 1));
    }
  }
  for (CellLink& one : cell.links) {
    const bool other = one.link.label.size() <= kLongestLabel &&
                       contains(kOtherLabels, text::ascii_lower(tidy_label(one.link.label)));
    (other ? links.columns : links.title).push_back(std::move(one.link));
  }
  return std::string(title);
}

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

std::vector<Link> bare_links(std::string_view text) {
  std::vector<Link> links;
  const std::string words = text::collapse_whitespace(text);
  for (std::string_view address : text::split(words, " ")) {
    while (address.ends_with(',') || address.ends_with(';')) {
      address.remove_suffix(1);
    }
    if (text::is_web_url(address)) {
      links.push_back({.label = {}, .url = std::string(address)});
    }
  }
  return links;
}

void label_links(std::span<Link> links, std::string_view header) {
  for (Link& link : links) {
    link.label = tidy_label(link.label);
    const bool says_nothing = contains(kEmptyLabels, text::ascii_lower(link.label));
    if (says_nothing || text::is_web_url(link.label)) {
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
