#include "markdown/markdown_to_html.hpp"

#include "text/html_escape.hpp"
#include "text/slug.hpp"
#include "text/utf8.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <mutex>

namespace markdown {

namespace {

// Debian's cmark-gfm shares static tables between parsers once an extension is attached, and each
// `finish` clears them for everybody (docs/decisions/0004). The program's one global lock.
std::mutex parser_lock;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};

struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

struct TextDeleter {
  void operator()(char* text) const { std::free(text); }  // NOLINT: cmark allocates with malloc
};

using Node = std::unique_ptr<cmark_node, NodeDeleter>;

Node parse(std::string_view source) {
  const std::scoped_lock lock(parser_lock);
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, ParserDeleter> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), source.data(), source.size());
  return Node(cmark_parser_finish(parser.get()));
}

/// Calls `visit` with each node as it is entered.
template <typename Visit>
void for_each_node(cmark_node* root, Visit visit) {
  cmark_iter* walk = cmark_iter_new(root);
  for (cmark_event_type event = cmark_iter_next(walk); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk)) {
    if (event == CMARK_EVENT_ENTER) {
      visit(cmark_iter_get_node(walk));
    }
  }
  cmark_iter_free(walk);
}

std::string_view literal_of(cmark_node* node) {
  const char* literal = node == nullptr ? nullptr : cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : std::string_view(literal);
}

/// Han, kana and full-width punctuation: what is set without blanks. Hangul is set with them.
bool is_wide(char32_t value) {
  return text::is_han(value) || (value >= 0x3000 && value <= 0x30FF) ||
         (value >= 0xFF00 && value <= 0xFF60) || value == 0x2014 || value == 0x2026 ||
         (value >= 0x201C && value <= 0x201D);
}

bool ends_wide(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0 && (static_cast<unsigned char>(text[--start]) & 0xC0U) == 0x80U) {
  }
  return !text.empty() && is_wide(text::code_point_at(text, start).value);
}

bool begins_wide(std::string_view text) {
  return !text.empty() && is_wide(text::code_point_at(text, 0).value);
}

void join_wide_lines(cmark_node* root) {
  std::vector<cmark_node*> needless;
  for_each_node(root, [&needless](cmark_node* node) {
    if (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK &&
        ends_wide(literal_of(cmark_node_previous(node))) &&
        begins_wide(literal_of(cmark_node_next(node)))) {
      needless.push_back(node);
    }
  });
  std::ranges::for_each(needless, cmark_node_free);
}

void put_base_path(cmark_node* root, std::string_view base_path) {
  for_each_node(root, [base_path](cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type != CMARK_NODE_LINK && type != CMARK_NODE_IMAGE) {
      return;
    }
    const std::string url = cmark_node_get_url(node);
    if (url.starts_with('/') && !url.starts_with("//")) {
      cmark_node_set_url(node, (std::string(base_path) + url).c_str());
    }
  });
}

std::string text_of(cmark_node* heading) {
  std::string text;
  for_each_node(heading, [&text](cmark_node* node) { text += literal_of(node); });
  return text;
}

std::string unique_id(const std::vector<Heading>& headings, std::string_view text) {
  const std::string slug = text::slugify(text);
  const std::string stem = slug.empty() ? "section" : slug;
  std::string id = stem;
  for (int n = 2; std::ranges::find(headings, id, &Heading::id) != headings.end(); ++n) {
    id = stem + "-" + std::to_string(n);
  }
  return id;
}

std::vector<Heading> headings_of(cmark_node* root) {
  std::vector<Heading> headings;
  for_each_node(root, [&headings](cmark_node* node) {
    if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
      const std::string text = text_of(node);
      headings.push_back({.level = cmark_node_get_heading_level(node),
                          .id = unique_id(headings, text),
                          .text = text});
    }
  });
  return headings;
}

/// cmark writes `<h2>` without an id; the nth such tag belongs to the nth heading. Text cannot look
/// like a tag there, since cmark escapes it and leaves raw HTML out.
std::string with_heading_ids(std::string_view html, const std::vector<Heading>& headings) {
  std::string out;
  out.reserve(html.size() + 32 * headings.size());
  std::size_t copied = 0;
  for (const Heading& heading : headings) {
    const std::string tag = "<h" + std::to_string(heading.level) + ">";
    const std::size_t at = html.find(tag, copied);
    if (at == std::string_view::npos) {
      break;
    }
    const std::size_t end = at + tag.size() - 1;
    out.append(html.substr(copied, end - copied)).append(" id=\"");
    text::append_html_escaped(out, heading.id);
    out.push_back('"');
    copied = end;
  }
  out.append(html.substr(copied));
  return out;
}

}  // namespace

Document markdown_to_html(std::string_view source, std::string_view base_path) {
  const Node root = parse(text::replace_malformed(source));
  join_wide_lines(root.get());
  put_base_path(root.get(), base_path);
  Document document{.html = {}, .headings = headings_of(root.get())};
  const std::unique_ptr<char, TextDeleter> html(
      cmark_render_html(root.get(), CMARK_OPT_DEFAULT, nullptr));
  document.html = with_heading_ids(html.get(), document.headings);
  return document;
}

}  // namespace markdown
