#include "render/entry_markup.hpp"

#include "text/html_escape.hpp"
#include "text/language_tag.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace render {

namespace {

/// Appends elements of HTML with texts in them.
class Markup {
 public:
  /// An element with the language that its script tells.
  void element(std::string_view name, std::string_view text) {
    if (!text.empty()) {
      open(name, text);
      text::append_html_escaped(html_, text);
      close(name);
    }
  }

  /// A paragraph with a label before its text.
  void labelled(std::string_view label, std::string_view text) {
    if (!text.empty()) {
      open("p", text);
      html_ += "<strong>" + text::html_escape(label) + "</strong> ";
      text::append_html_escaped(html_, text);
      close("p");
    }
  }

  void points(const std::vector<std::string>& texts) {
    html_ += texts.empty() ? "" : "<ul>";
    for (const std::string& text : texts) {
      element("li", text);
    }
    html_ += texts.empty() ? "" : "</ul>\n";
  }

  void links(const std::vector<digest::Link>& links) {
    std::string_view separator = "<p>";
    for (const digest::Link& link : links) {
      html_ += separator;
      html_ += "<a href=\"" + text::html_escape(link.url) + "\">" + text::html_escape(link.label) +
               "</a>";
      separator = " · ";
    }
    html_ += links.empty() ? "" : "</p>\n";
  }

  std::string html() && { return std::move(html_); }

 private:
  void open(std::string_view name, std::string_view text) {
    html_ += "<";
    html_ += name;
    html_ += " lang=\"";
    html_ += text::language_tag(text);
    html_ += "\">";
  }

  void close(std::string_view name) {
    html_ += "</";
    html_ += name;
    html_ += ">\n";
  }

  std::string html_;
};

std::string joined(const std::vector<std::string>& names, std::string_view separator,
                   bool truncated) {
  std::string text;
  const std::size_t count = std::min(names.size(), kFeedAuthors);
  for (std::size_t i = 0; i < count; ++i) {
    text += (text.empty() ? "" : std::string(separator)) + names[i];
  }
  const bool cut = truncated || count < names.size();
  return cut && !text.empty() ? text + std::string(separator) + "…" : text;
}

std::vector<digest::Link> links_of(const digest::Paper& record) {
  std::vector<digest::Link> links;
  if (!record.arxiv_id.empty()) {
    links = {{"arXiv " + record.arxiv_id, "https://arxiv.org/abs/" + record.arxiv_id},
             {"PDF", "https://arxiv.org/pdf/" + record.arxiv_id}};
  } else if (!record.url.empty()) {
    links = {{record.url, record.url}};
  }
  links.insert(links.end(), record.links.begin(), record.links.end());
  return links;
}

std::string label_of(const site::Site& site, std::string_view key) {
  const std::string* label = site.strings().find(key);
  return label == nullptr ? std::string(key) : *label;
}

}  // namespace

std::string entry_markup(const site::Site& site, catalog::PaperIndex paper) {
  const digest::Paper& record = site.catalog().papers[paper.value].record;
  Markup markup;
  markup.element("h2", record.title_zh);
  markup.element("p", joined(record.authors, ", ", record.authors_truncated));
  markup.element("p", joined(record.affiliations, " · ", record.affiliations_truncated));
  markup.element("p", record.tldr);
  markup.points(record.key_points);
  for (const auto& [key, text] :
       {std::pair("motivation", &record.motivation), std::pair("method", &record.method),
        std::pair("advantage", &record.advantage), std::pair("venue", &record.venue),
        std::pair("remark", &record.remark)}) {
    markup.labelled(label_of(site, key), *text);
  }
  markup.element("p", record.abstract_zh);
  markup.element("p", record.abstract);
  markup.links(links_of(record));
  return std::move(markup).html();
}

}  // namespace render
