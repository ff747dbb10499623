#include "appended_pages.hpp"

#include "text/html_escape.hpp"
#include "text/utf8.hpp"

#include <array>
#include <charconv>
#include <string_view>

namespace bench {

namespace {

using namespace std::string_view_literals;
using text::append_html_escaped;

void append_number(std::string& out, std::size_t number) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out.append(digits.data(), end.ptr);
}

void append_joined(std::string& out, const std::vector<std::string>& parts) {
  bool first = true;
  for (const std::string& part : parts) {
    out.append(first ? ""sv : ", "sv);
    append_html_escaped(out, part);
    first = false;
  }
}

void append_truncated(std::string& out, std::string_view utf8, std::size_t limit) {
  const Truncated part = truncated(utf8, limit);
  append_html_escaped(out, part.kept);
  out.append(part.end);
}

void append_term_link(std::string& out, const Term& term) {
  out.append(text::count_code_points(term.name) > 24 ? R"(<a class="long" href=")"
                                                     : R"(<a href=")");
  append_html_escaped(out, term.path);
  out.append(R"(">)");
  append_html_escaped(out, term.name);
  out.append("</a>");
}

void append_tag(std::string& out, const Tag& tag) {
  out.append(R"(<a class="tag hue-)");
  append_number(out, static_cast<std::size_t>(tag.hue));
  out.append(R"(" href=")");
  append_html_escaped(out, tag.path);
  out.append(R"(" title=")");
  append_html_escaped(out, tag.name);
  out.append(R"(">)");
  append_html_escaped(out, tag.code);
  out.append("</a>");
}

void append_people(std::string& out, const std::vector<Term>& authors, std::size_t limit) {
  out.append(R"(<span class="people" lang="en">)");
  for (std::size_t i = 0; i < authors.size() && i < limit; ++i) {
    append_term_link(out, authors[i]);
    out.append(i + 1 < authors.size() ? ", "sv : ""sv);
  }
  out.append("</span>");
  if (authors.size() > limit) {
    out.append(R"( <span class="rest">and )");
    append_number(out, authors.size() - limit);
    out.append(" more</span>");
  }
}

void append_link(std::string& out, std::string_view url, std::string_view label) {
  out.append(R"(<li><a class="out" href=")");
  append_html_escaped(out, url);
  out.append(R"(" rel="noopener">)");
  append_html_escaped(out, label);
  out.append("</a></li>\n");
}

void append_arxiv_links(std::string& out, std::string_view id) {
  out.append(R"(<li><a class="out" href="https://arxiv.org/abs/)");
  append_html_escaped(out, id);
  out.append(R"(" rel="noopener">arXiv )");
  append_html_escaped(out, id);
  out.append("</a></li>\n<li><a class=\"out\" href=\"https://arxiv.org/pdf/");
  append_html_escaped(out, id);
  out.append("\" rel=\"noopener\">PDF</a></li>\n");
}

void append_time(std::string& out, std::string_view date, std::string_view shown) {
  out.append(R"(<time datetime=")");
  append_html_escaped(out, date);
  out.append(R"(">)");
  append_html_escaped(out, shown);
  out.append("</time>");
}

void append_header(std::string& out, const SampleSite& site, const Page& page) {
  out.append(
      R"(<a class="skip" href="#main">Skip to content</a>
<header class="site-head">
<a class="brand" href="/">)");
  append_html_escaped(out, site.title);
  out.append("</a>\n<nav aria-label=\"Site\">\n<ul>\n");
  for (const Link& item : site.menu) {
    out.append(R"(<li><a href=")");
    append_html_escaped(out, item.url);
    out.append(item.url == page.path ? R"(" aria-current="page">)"sv : R"(">)"sv);
    append_html_escaped(out, item.label);
    out.append("</a></li>\n");
  }
  out.append("</ul>\n</nav>\n</header>");
}

void append_footer(std::string& out, const SampleSite& site, const Page& page) {
  out.append("<footer class=\"site-foot\">\n<p>");
  append_html_escaped(out, site.title);
  out.append(" lists ");
  append_number(out, site.papers.size());
  out.append(" papers. Titles and abstracts belong to their authors.</p>\n");
  if (!page.updated.empty()) {
    out.append("<p>Last changed on ");
    append_time(out, page.updated, page.updated);
    out.append(", made with ");
    append_html_escaped(out, site.generator);
    out.append(".</p>\n");
  }
  out.append("</footer>");
}

void append_head(std::string& out, const SampleSite& site, const Page& page) {
  out.append("<!DOCTYPE html>\n<html lang=\"");
  append_html_escaped(out, site.language);
  out.append(
      R"(">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>)");
  append_html_escaped(out, page.title);
  out.append(" · ");
  append_html_escaped(out, site.title);
  out.append("</title>\n<meta name=\"description\" content=\"");
  append_html_escaped(out, page.description.empty() ? site.description : page.description);
  out.append("\">\n<meta name=\"generator\" content=\"");
  append_html_escaped(out, site.generator);
  out.append("\">\n<meta property=\"og:site_name\" content=\"");
  append_html_escaped(out, site.title);
  out.append("\">\n<meta property=\"og:title\" content=\"");
  append_html_escaped(out, page.title);
  out.append("\">\n<meta property=\"og:type\" content=\"");
  out.append(page.paper != nullptr ? "article"sv : "website"sv);
  out.append("\">\n<meta property=\"og:url\" content=\"");
  append_html_escaped(out, site.origin);
  append_html_escaped(out, page.path);
  out.append("\">\n<link rel=\"canonical\" href=\"");
  append_html_escaped(out, site.origin);
  append_html_escaped(out, page.path);
  out.append("\">\n<link rel=\"stylesheet\" href=\"/assets/site.css\">\n");
}

void append_breadcrumbs(std::string& out, const Page& page) {
  out.append("<nav class=\"crumbs\" aria-label=\"Breadcrumbs\">\n<ol>\n");
  for (const Term& item : page.breadcrumbs) {
    out.append(R"(<li><a href=")");
    append_html_escaped(out, item.path);
    out.append(R"(">)");
    append_html_escaped(out, item.name);
    out.append("</a></li>\n");
  }
  out.append("</ol>\n</nav>\n");
}

void append_paper_head(std::string& out, const Paper& paper) {
  out.append(R"(<meta name="citation_title" content=")");
  append_html_escaped(out, paper.title);
  out.append("\">\n<meta name=\"citation_date\" content=\"");
  append_html_escaped(out, paper.date);
  out.append("\">\n");
  if (!paper.arxiv_id.empty()) {
    out.append(R"(<meta name="citation_arxiv_id" content=")");
    append_html_escaped(out, paper.arxiv_id);
    out.append("\">\n");
  }
  out.append(R"(<meta name="keywords" content=")");
  append_joined(out, paper.keywords);
  out.append("\">\n");
}

void append_byline(std::string& out, const Paper& paper) {
  out.append(R"(<div class="byline">)");
  append_people(out, paper.authors, 12);
  out.append(R"( <span class="count">)");
  append_number(out, paper.authors.size());
  out.append(paper.authors.size() == 1 ? " author"sv : " authors"sv);
  out.append("</span></div>\n<div class=\"byline\">");
  bool first = true;
  for (const Term& place : paper.institutions) {
    out.append(first ? ""sv : " · "sv);
    append_term_link(out, place);
    first = false;
  }
  out.append("</div>\n");
}

void append_links(std::string& out, const Paper& paper) {
  out.append("<ul class=\"links\">\n");
  if (!paper.arxiv_id.empty()) {
    append_arxiv_links(out, paper.arxiv_id);
  } else if (!paper.url.empty()) {
    append_link(out, paper.url, "Source");
  }
  for (const Link& link : paper.links) {
    append_link(out, link.url, link.label);
  }
  out.append("</ul>\n");
}

void append_article_head(std::string& out, const Paper& paper) {
  out.append(R"(<article class="paper hue-)");
  append_number(out, static_cast<std::size_t>(paper.tag->hue));
  out.append("\">\n<header class=\"page-head\">\n<p class=\"eyebrow\">");
  append_tag(out, *paper.tag);
  out.append(" ");
  append_time(out, paper.date, paper.date);
  out.append(" ");
  append_html_escaped(out, paper.venue.empty() ? "Preprint" : std::string_view(paper.venue));
  out.append("</p>\n<h1 lang=\"en\">");
  append_html_escaped(out, paper.title);
  out.append("</h1>\n");
  if (!paper.title_zh.empty()) {
    out.append(R"(<p class="subtitle" lang="zh-Hans">)");
    append_html_escaped(out, paper.title_zh);
    out.append("</p>\n");
  }
  append_byline(out, paper);
  append_links(out, paper);
  if (!paper.tldr.empty()) {
    out.append(R"(<p class="tldr" lang="zh-Hans">)");
    append_html_escaped(out, paper.tldr);
    out.append("</p>\n");
  }
  out.append("</header>\n");
}

void append_texts(std::string& out, const Paper& paper) {
  if (!paper.key_points.empty()) {
    out.append(
        R"(<section class="section">
<h2 id="key-points"><a class="anchor" href="#key-points">Key points</a></h2>
<ul class="points" lang="zh-Hans">
)");
    for (const std::string& point : paper.key_points) {
      out.append("<li>");
      append_html_escaped(out, point);
      out.append("</li>\n");
    }
    out.append("</ul>\n</section>\n");
  }
  if (paper.abstract.empty() && paper.abstract_zh.empty()) {
    return;
  }
  out.append(
      R"(<section class="section">
<h2 id="abstract"><a class="anchor" href="#abstract">Abstract</a></h2>
<div class="body)");
  out.append(paper.abstract.empty() || paper.abstract_zh.empty() ? "\">\n"sv : " pair\">\n"sv);
  if (!paper.abstract_zh.empty()) {
    out.append(R"(<p class="prose" lang="zh-Hans">)");
    append_html_escaped(out, paper.abstract_zh);
    out.append("</p>\n");
  }
  if (!paper.abstract.empty()) {
    out.append(R"(<p class="prose" lang="en">)");
    append_html_escaped(out, paper.abstract);
    out.append("</p>\n");
  }
  out.append("</div>\n</section>\n");
}

void append_appearances(std::string& out, const Paper& paper) {
  out.append(
      R"(<section class="section">
<h2 id="appears-in"><a class="anchor" href="#appears-in">Appears in</a></h2>
<ul>
)");
  for (const Appearance& item : paper.appearances) {
    out.append(R"(<li><a href=")");
    append_html_escaped(out, item.path);
    out.append(R"(">)");
    append_time(out, item.date, item.title);
    out.append(R"(</a> <span class="muted">)");
    if (item.rank) {
      out.append("number ");
      append_number(out, static_cast<std::size_t>(*item.rank));
    } else {
      out.append("in brief");
    }
    out.append("</span></li>\n");
  }
  out.append("</ul>\n</section>\n");
}

void append_reason(std::string& out, const Related& item) {
  if (!item.authors.empty()) {
    out.append("Shared authors: ");
    bool first = true;
    for (const Term& author : item.authors) {
      out.append(first ? ""sv : ", "sv);
      append_term_link(out, author);
      first = false;
    }
  } else if (!item.words.empty()) {
    out.append("Shared words: ");
    append_joined(out, item.words);
  }
}

void append_related(std::string& out, const Paper& paper) {
  if (paper.related.empty()) {
    return;
  }
  out.append(
      R"(<section class="section">
<h2 id="related"><a class="anchor" href="#related">Related papers</a></h2>
<ul class="titles">
)");
  for (const Related& item : paper.related) {
    out.append("<li class=\"entry line\">\n<div class=\"mark\">");
    append_tag(out, *item.paper->tag);
    out.append("</div>\n<div class=\"text\">\n<p><a href=\"");
    append_html_escaped(out, item.paper->path);
    out.append(R"(" lang="en">)");
    append_html_escaped(out, item.paper->title);
    out.append("</a>");
    if (!item.paper->title_zh.empty()) {
      out.append(R"( <span class="title-zh" lang="zh-Hans">)");
      append_truncated(out, item.paper->title_zh, 16);
      out.append("</span>");
    }
    out.append("</p>\n<p class=\"why\">");
    append_reason(out, item);
    out.append("</p>\n</div>\n</li>\n");
  }
  out.append("</ul>\n</section>\n");
}

void append_neighbours(std::string& out, const Paper& paper) {
  out.append("<nav class=\"neighbours\" aria-label=\"Papers nearby\">\n");
  if (paper.previous != nullptr) {
    out.append(R"(<a href=")");
    append_html_escaped(out, paper.previous->path);
    out.append(R"(" rel="prev" lang="en">)");
    append_html_escaped(out, paper.previous->title);
    out.append("</a>\n");
  }
  if (paper.next != nullptr) {
    out.append(R"(<a href=")");
    append_html_escaped(out, paper.next->path);
    out.append(R"(" rel="next" lang="en">)");
    append_html_escaped(out, paper.next->title);
    out.append("</a>\n");
  }
  out.append("</nav>\n");
}

void append_entry(std::string& out, const Paper& paper, std::size_t rank) {
  out.append(R"(<li class="entry" id="p)");
  append_number(out, rank);
  out.append("\">\n<div class=\"mark\"><span class=\"rank\">");
  append_number(out, rank);
  out.append("</span> ");
  append_tag(out, *paper.tag);
  out.append(" ");
  append_time(out, paper.date, paper.date);
  out.append("</div>\n<div class=\"text\">\n<h3><a href=\"");
  append_html_escaped(out, paper.path);
  out.append(R"(" lang="en">)");
  append_html_escaped(out, paper.title);
  out.append("</a></h3>\n");
  if (!paper.title_zh.empty()) {
    out.append(R"(<p class="title-zh" lang="zh-Hans">)");
    append_html_escaped(out, paper.title_zh);
    out.append("</p>\n");
  }
  if (!paper.tldr.empty()) {
    out.append(R"(<p class="gist" lang="zh-Hans">)");
    append_truncated(out, paper.tldr, 80);
    out.append("</p>\n");
  }
  out.append(R"(<p class="byline">)");
  append_people(out, paper.authors, 3);
  out.append("</p>\n</div>\n</li>\n");
}

void append_list(std::string& out, const Page& page) {
  out.append("<header class=\"page-head\">\n<h1>");
  append_html_escaped(out, page.title);
  out.append("</h1>\n<p class=\"count\">");
  append_number(out, page.papers.size());
  out.append(" papers, newest first</p>\n</header>\n<ol class=\"papers\">\n");
  std::size_t rank = 0;
  for (const Paper* const paper : page.papers) {
    append_entry(out, *paper, ++rank);
  }
  out.append("</ol>\n");
}

void append_paper(std::string& out, const Paper& paper) {
  append_article_head(out, paper);
  append_texts(out, paper);
  append_appearances(out, paper);
  append_related(out, paper);
  out.append("</article>\n");
  append_neighbours(out, paper);
}

}  // namespace

Truncated truncated(std::string_view utf8, std::size_t limit) {
  static constexpr std::size_t kLeeway = 5;
  if (utf8.size() <= limit + kLeeway) {
    return {utf8, ""};
  }
  std::size_t characters = 0;
  std::size_t cut = utf8.size();
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const bool starts = (static_cast<unsigned char>(utf8[i]) & 0xC0U) != 0x80U;
    if (!starts) {
      continue;
    }
    if (characters == limit - 1) {
      cut = i;
    }
    if (++characters > limit + kLeeway) {
      return {utf8.substr(0, cut), "…"};
    }
  }
  return {utf8, ""};
}

void append_by_hand(const SampleSite& site, const Page& page, std::string& out) {
  append_head(out, site, page);
  if (page.paper != nullptr) {
    append_paper_head(out, *page.paper);
  }
  out.append("</head>\n<body class=\"kind-");
  out.append(page.paper != nullptr ? "paper"sv : "list"sv);
  out.append("\">\n");
  append_header(out, site, page);
  out.append("<main id=\"main\" class=\"wrap\">\n");
  append_breadcrumbs(out, page);
  if (page.paper != nullptr) {
    append_paper(out, *page.paper);
  } else {
    append_list(out, page);
  }
  out.append("</main>\n");
  append_footer(out, site, page);
  out.append("</body>\n</html>");
}

}  // namespace bench
