#include "digest/markup_limits.hpp"

#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace digest {

namespace {

/// Elements that hold nothing, and those that the next one of their kind closes.
constexpr std::array<std::string_view, 31> kNotNesting = {
    "area",   "base",     "br",    "col",    "embed", "hr",    "img",   "input",
    "link",   "meta",     "param", "source", "track", "wbr",   "p",     "li",
    "dt",     "dd",       "td",    "th",     "tr",    "thead", "tbody", "tfoot",
    "option", "optgroup", "html",  "head",   "body",  "frame", "a"};
/// Inside these, an end tag closes nothing outside.
constexpr std::array<std::string_view, 6> kBoundaries = {"table",  "template", "object",
                                                         "applet", "marquee",  "button"};
/// Elements that end a drawing, where `<path/>` closes itself.
constexpr std::array<std::string_view, 38> kEndDrawing = {
    "b",     "big", "blockquote", "center", "code", "div",    "dl",     "dd",   "dt",  "em",
    "h1",    "h2",  "h3",         "h4",     "h5",   "h6",     "i",      "img",  "li",  "menu",
    "nobr",  "ol",  "p",          "pre",    "ruby", "s",      "small",  "span", "sub", "sup",
    "table", "tt",  "u",          "ul",     "var",  "strong", "strike", "br"};

/// Elements that are opened again behind an end tag that closes them by the way: `<i><b></i>`.
constexpr std::array<std::string_view, 13> kFormatting = {
    "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
/// So many equal ones are opened again in the next block.
constexpr std::size_t kMostReopened = 3;

template <typename Names>
bool is_among(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// What one tag of a page says.
struct Tag {
  std::string name;
  bool closes = false;
  bool self_closed = false;
  std::size_t attributes = 0;
  std::size_t end = 0;
  std::size_t hash = 0;
};

bool is_blank_byte(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// The tag that begins at `at`; its end is 0 if none does.
Tag tag_at(std::string_view html, std::size_t at) {
  Tag tag;
  std::size_t i = at + 1;
  tag.closes = i < html.size() && html[i] == '/';
  i += tag.closes ? 1 : 0;
  if (i >= html.size() || !(is_lower(html[i]) || is_capital(html[i]))) {
    return tag;
  }
  constexpr std::size_t kMaxName = 64;
  std::size_t name_end = i;
  while (name_end < html.size() && !is_blank_byte(html[name_end]) && html[name_end] != '>' &&
         html[name_end] != '/') {
    ++name_end;
  }
  tag.name = text::ascii_lower(html.substr(i, std::min(name_end - i, kMaxName)));
  bool in_word = false;
  for (i = name_end; i < html.size() && html[i] != '>'; ++i) {
    const char c = html[i];
    if ((c == '"' || c == '\'') && html[i - 1] == '=') {
      i = std::min(html.find(c, i + 1), html.size());
      in_word = false;
      continue;
    }
    const bool blank = is_blank_byte(c) || c == '/';
    tag.attributes += !blank && !in_word ? 1 : 0;
    in_word = !blank;
  }
  tag.self_closed = i > 0 && i < html.size() && html[i - 1] == '/';
  tag.end = std::min(i + 1, html.size());
  tag.hash = std::hash<std::string_view>()(html.substr(at, tag.end - at));
  return tag;
}

class DepthCounter {
 public:
  /// The depth behind `tag`.
  std::size_t depth_after(const Tag& tag) {
    if (tag.closes) {
      close(tag.name);
      return open_.size();
    }
    while (drawings_ > 0 && is_among(kEndDrawing, tag.name)) {
      pop();
    }
    if (!is_among(kNotNesting, tag.name) && !(tag.self_closed && drawings_ > 0)) {
      drawings_ += is_drawing(tag.name) ? 1U : 0U;
      open_.push_back({tag.name, tag.hash});
    }
    return open_.size();
  }

  [[nodiscard]] bool in_drawing() const { return drawings_ > 0; }

 private:
  static bool is_drawing(std::string_view name) { return name == "svg" || name == "math"; }

  struct Element {
    std::string name;
    std::size_t hash = 0;  ///< of the whole tag: equal ones have equal attributes
  };

  void pop() {
    drawings_ -= is_drawing(open_.back().name) ? 1U : 0U;
    open_.pop_back();
  }

  /// An end tag that closes nothing costs no more than the depth that is allowed.
  void close(const std::string& name) {
    std::size_t at = open_.size();
    while (at > 0 && open_[at - 1].name != name) {
      if (is_among(kBoundaries, open_[at - 1].name)) {
        return;
      }
      --at;
    }
    if (at == 0) {
      return;
    }
    const bool formatting = is_among(kFormatting, name);
    const std::vector<Element> passed(open_.begin() + static_cast<std::ptrdiff_t>(at), open_.end());
    while (open_.size() >= at) {
      pop();
    }
    for (const Element& element : passed) {
      if (is_among(kFormatting, element.name) &&
          (formatting || equal_on_top(element.hash) < kMostReopened)) {
        open_.push_back(element);
      }
    }
  }

  /// How many of the formatting elements that were opened last are equal.
  [[nodiscard]] std::size_t equal_on_top(std::size_t hash) const {
    std::size_t count = 0;
    for (std::size_t i = open_.size(); i > 0 && is_among(kFormatting, open_[i - 1].name); --i) {
      count += open_[i - 1].hash == hash ? 1U : 0U;
    }
    return count;
  }

  std::vector<Element> open_;
  std::size_t drawings_ = 0;
};

/// Behind the comment that begins at `at`.
std::size_t comment_end(std::string_view html, std::size_t at) {
  at += 2;  // `<!-->` is a whole comment
  while ((at = html.find("--", at)) != std::string_view::npos) {
    const std::string_view rest = html.substr(at + 2);
    if (rest.starts_with('>') || rest.starts_with("!>")) {
      return at + 2;
    }
    ++at;
  }
  return html.size();
}

/// Behind the end tag of a raw text element.
std::size_t raw_text_end(std::string_view html, std::size_t at, const std::string& name) {
  while ((at = html.find("</", at)) != std::string_view::npos) {
    if (text::ascii_lower(html.substr(at + 2, name.size())) == name) {
      return at;
    }
    at += 2;
  }
  return html.size();
}

}  // namespace

MarkupExcess find_markup_excess(std::string_view html) {
  DepthCounter depth;
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    if (html.substr(at).starts_with("<!--")) {
      at = comment_end(html, at);
      continue;
    }
    const Tag tag = tag_at(html, at);
    if (tag.end == 0) {
      ++at;
      continue;
    }
    if (tag.attributes > kMaxAttributes) {
      return {.limit = "max_attributes", .offset = at};
    }
    if (depth.depth_after(tag) > kMaxElementDepth) {
      return {.limit = "max_depth", .offset = at};
    }
    const bool raw =
        !tag.closes && !depth.in_drawing() && (tag.name == "script" || tag.name == "style");
    at = raw ? raw_text_end(html, tag.end, tag.name) : tag.end;
  }
  return {};
}

}  // namespace digest
