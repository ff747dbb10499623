#include "digest/page_lines.hpp"

#include "digest/html_tree.hpp"
#include "digest/line_writer.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace digest {

namespace {

constexpr std::array kBlocks = {
    GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE,    GUMBO_TAG_ASIDE,   GUMBO_TAG_BLOCKQUOTE,
    GUMBO_TAG_BODY,    GUMBO_TAG_CENTER,     GUMBO_TAG_DD,      GUMBO_TAG_DETAILS,
    GUMBO_TAG_DIV,     GUMBO_TAG_DL,         GUMBO_TAG_DT,      GUMBO_TAG_FIELDSET,
    GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FOOTER,  GUMBO_TAG_FORM,
    GUMBO_TAG_H1,      GUMBO_TAG_H2,         GUMBO_TAG_H3,      GUMBO_TAG_H4,
    GUMBO_TAG_H5,      GUMBO_TAG_H6,         GUMBO_TAG_HEADER,  GUMBO_TAG_HR,
    GUMBO_TAG_LI,      GUMBO_TAG_MAIN,       GUMBO_TAG_NAV,     GUMBO_TAG_OL,
    GUMBO_TAG_P,       GUMBO_TAG_PRE,        GUMBO_TAG_SECTION, GUMBO_TAG_SUMMARY,
    GUMBO_TAG_TABLE,   GUMBO_TAG_TD,         GUMBO_TAG_TH,      GUMBO_TAG_TR,
    GUMBO_TAG_UL,      GUMBO_TAG_BR};
constexpr std::array kWithoutText = {GUMBO_TAG_HEAD,     GUMBO_TAG_SCRIPT,  GUMBO_TAG_STYLE,
                                     GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG,     GUMBO_TAG_IFRAME,
                                     GUMBO_TAG_OBJECT,   GUMBO_TAG_AUDIO,   GUMBO_TAG_VIDEO,
                                     GUMBO_TAG_CANVAS,   GUMBO_TAG_NOSCRIPT};

template <typename Tags>
bool is_among(const Tags& tags, const GumboNode& node) {
  return std::ranges::find(tags, node.v.element.tag) != tags.end();
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

/// Whether `name` is `wanted`, or begins so where a star ends that.
bool fits(std::string_view name, std::string_view wanted) {
  return wanted.ends_with('*') ? name.starts_with(wanted.substr(0, wanted.size() - 1))
                               : name == wanted;
}

bool fits(const GumboNode& node, const ElementPattern& pattern) {
  if (!pattern.tag.empty() && text::ascii_lower(tag_name(node)) != pattern.tag) {
    return false;
  }
  if (!pattern.id.empty() && !fits(text::ascii_lower(attribute_of(node, "id")), pattern.id)) {
    return false;
  }
  if (pattern.class_of.empty()) {
    return true;
  }
  const std::string classes = text::ascii_lower(attribute_of(node, "class"));
  const std::vector<std::string_view> names = text::split(classes, " ");
  return std::ranges::any_of(names, [&pattern](std::string_view name) {
    return fits(text::trim(name), pattern.class_of);
  });
}

/// Walks the tree without calling itself: pages may be deep.
template <typename Enter, typename Leave>
void walk(const GumboNode& root, Enter enter, Leave leave) {
  struct Step {
    const GumboNode* node;
    std::size_t next_child;
  };

  std::vector<Step> steps;
  if (enter(root)) {
    steps.push_back({&root, 0});
  }
  while (!steps.empty()) {
    Step& step = steps.back();
    const GumboVector& children = step.node->v.element.children;
    if (step.next_child == children.length) {
      leave(*step.node);
      steps.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(children.data[step.next_child++]);
    if (enter(child)) {
      steps.push_back({&child, 0});
    }
  }
}

/// The first pattern's only element; null if no pattern has exactly one.
const GumboNode* find_content(const GumboNode& root, const std::vector<ElementPattern>& patterns) {
  std::vector<std::size_t> counts(patterns.size(), 0);
  std::vector<const GumboNode*> found(patterns.size(), nullptr);
  walk(
      root,
      [&](const GumboNode& node) {
        if (!is_element(node)) {
          return false;
        }
        for (std::size_t i = 0; i < patterns.size(); ++i) {
          if (fits(node, patterns[i])) {
            ++counts[i];
            found[i] = &node;
          }
        }
        return true;
      },
      [](const GumboNode&) {});
  const auto one = std::ranges::find(counts, 1U);
  return one == counts.end() ? nullptr : found[static_cast<std::size_t>(one - counts.begin())];
}

class PageReader {
 public:
  PageReader(std::string_view html, const PageFormat& format)
      : html_(html),
        format_(format),
        tree_(html),
        content_(find_content(tree_.root(), format.content)) {}

  PageLines read() && {
    walk(
        tree_.root(), [this](const GumboNode& node) { return enter(node); },
        [this](const GumboNode& node) { leave(node); });
    PageLines lines = std::move(writer_).finish();
    lines.dropped = std::move(dropped_);
    return lines;
  }

 private:
  /// Whether the children of `node` are to be read.
  bool enter(const GumboNode& node) {
    if (!is_element(node)) {
      if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
        read_text(node);
      }
      return false;
    }
    if (is_among(kWithoutText, node)) {
      return false;
    }
    if (drop_root_ == nullptr) {
      start_dropping(node);
    }
    if (&node == content_) {
      in_content_ = true;
    }
    if (!is_dropping()) {
      begin(node);
    }
    return true;
  }

  void leave(const GumboNode& node) {
    if (!is_dropping()) {
      end(node);
    }
    if (&node == drop_root_) {
      drop_root_ = nullptr;
    }
    if (&node == content_) {
      in_content_ = false;
    }
  }

  [[nodiscard]] bool is_dropping() const {
    return drop_root_ != nullptr || (content_ != nullptr && !in_content_);
  }

  void start_dropping(const GumboNode& node) {
    for (const PageNoise& rule : format_.noise) {
      for (const ElementPattern& pattern : rule.elements) {
        if (&node != content_ && fits(node, pattern) && node.v.element.tag != GUMBO_TAG_BODY &&
            node.v.element.tag != GUMBO_TAG_HTML) {
          drop_root_ = &node;
          drop_kind_ = "noise:" + rule.name;
          return;
        }
      }
    }
  }

  void begin(const GumboNode& node) {
    if (is_among(kBlocks, node)) {
      writer_.break_line();
    }
    switch (node.v.element.tag) {
      case GUMBO_TAG_PRE:
        ++preformatted_;
        break;
      case GUMBO_TAG_OL:
        numbers_.push_back(start_of(node));
        break;
      case GUMBO_TAG_UL:
        numbers_.push_back(std::nullopt);
        break;
      case GUMBO_TAG_LI:
        if (!numbers_.empty() && numbers_.back()) {
          writer_.number_line((*numbers_.back())++);
        }
        break;
      case GUMBO_TAG_A:
        begin_link(node);
        break;
      default:
        break;
    }
  }

  void end(const GumboNode& node) {
    const bool list = node.v.element.tag == GUMBO_TAG_OL || node.v.element.tag == GUMBO_TAG_UL;
    if (list && !numbers_.empty()) {
      numbers_.pop_back();
    }
    if (node.v.element.tag == GUMBO_TAG_PRE) {
      --preformatted_;
    }
    if (node.v.element.tag == GUMBO_TAG_A) {
      writer_.end_link();
    }
    if (is_among(kBlocks, node)) {
      writer_.break_line();
    }
    if (node.v.element.tag == GUMBO_TAG_LI) {
      writer_.number_line(0);  // an item without text
    }
  }

  static int start_of(const GumboNode& list) {
    const std::string_view text = attribute_of(list, "start");
    int start = 1;
    std::from_chars(text.data(), text.data() + text.size(), start);
    return start;
  }

  void begin_link(const GumboNode& node) {
    const GumboAttribute* const href = gumbo_get_attribute(&node.v.element.attributes, "href");
    if (href == nullptr) {
      writer_.begin_link({}, 0, 0);
      return;
    }
    std::string_view written(href->original_value.data, href->original_value.length);
    if (written.starts_with('"') || written.starts_with('\'')) {
      written = written.substr(1, written.size() - 2);
    }
    writer_.begin_link(href->value, offset_of(written.data()), written.size());
  }

  [[nodiscard]] std::size_t offset_of(const char* place) const {
    return static_cast<std::size_t>(place - html_.data());
  }

  void read_text(const GumboNode& node) {
    const GumboStringPiece& written = node.v.text.original_text;
    const std::string_view raw(written.data, written.length);
    if (!is_dropping()) {
      writer_.add(node.v.text.text, raw, offset_of(raw.data()),
                  preformatted_ > 0 ? Blanks::kept : Blanks::collapsed);
    } else if (!text::is_blank(raw)) {
      dropped_.push_back({.source_begin = offset_of(raw.data()),
                          .source_size = raw.size(),
                          .kind = drop_root_ == nullptr ? "noise:outside" : drop_kind_});
    }
  }

  std::string_view html_;
  const PageFormat& format_;
  HtmlTree tree_;
  const GumboNode* content_;
  bool in_content_ = false;
  const GumboNode* drop_root_ = nullptr;  ///< the element that a rule drops, with all in it
  std::string drop_kind_;
  int preformatted_ = 0;
  std::vector<std::optional<int>> numbers_;  ///< the next one of each open list
  LineWriter writer_;
  std::vector<DroppedText> dropped_;
};

}  // namespace

PageLines read_page_lines(std::string_view html, const PageFormat& format) {
  return PageReader(html, format).read();
}

}  // namespace digest
