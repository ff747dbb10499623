#include "digest/page_lines.hpp"

#include "digest/html_tree.hpp"
#include "digest/line_writer.hpp"
#include "digest/page_date.hpp"
#include "digest/page_elements.hpp"
#include "digest/page_table.hpp"
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
constexpr std::array kWithoutText = {GUMBO_TAG_TITLE,    GUMBO_TAG_SCRIPT,  GUMBO_TAG_STYLE,
                                     GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG,     GUMBO_TAG_IFRAME,
                                     GUMBO_TAG_OBJECT,   GUMBO_TAG_AUDIO,   GUMBO_TAG_VIDEO,
                                     GUMBO_TAG_CANVAS,   GUMBO_TAG_NOSCRIPT};

template <typename Tags>
bool is_among(const Tags& tags, const GumboNode& node) {
  return std::ranges::find(tags, node.v.element.tag) != tags.end();
}

class PageReader {
 public:
  PageReader(std::string_view html, const PageFormat& format, PageTables tables)
      : html_(html),
        format_(format),
        tables_(tables),
        tree_(html),
        content_(find_content(tree_.root(), format.content)),
        table_(writer_, html.size()) {}

  PageLines read() && {
    walk(
        tree_.root(), [this](const GumboNode& node) { return enter(node); },
        [this](const GumboNode& node) { leave(node); });
    return {.text = std::move(writer_).finish(),
            .dropped = std::move(dropped_),
            .published = date_.best(),
            .has_table = has_table_};
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
    if (drop_root_ == nullptr) {
      date_.see(node, in_content_ ? PagePlace::content : PagePlace::elsewhere);
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
    if (is_read(node)) {
      begin(node);
    }
    return true;
  }

  void leave(const GumboNode& node) {
    if (is_read(node)) {
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

  /// A cell that a rule drops stays as an empty one: those beside it keep their columns.
  [[nodiscard]] bool is_read(const GumboNode& node) const {
    return !is_dropping() || (&node == drop_root_ && table_.is_cell(node));
  }

  void start_dropping(const GumboNode& node) {
    const ElementNames names = names_of(node);
    for (const PageNoise& rule : format_.noise) {
      for (const ElementPattern& pattern : rule.elements) {
        if (&node != content_ && fits(names, pattern) && node.v.element.tag != GUMBO_TAG_BODY &&
            node.v.element.tag != GUMBO_TAG_HTML) {
          drop_root_ = &node;
          drop_kind_ = "noise:" + rule.name;
          return;
        }
      }
    }
  }

  void begin(const GumboNode& node) {
    table_.begin(node);
    if (is_among(kBlocks, node)) {
      break_line();
    }
    switch (node.v.element.tag) {
      case GUMBO_TAG_TABLE:
        return begin_table(node);
      case GUMBO_TAG_PRE:
        ++preformatted_;
        return;
      case GUMBO_TAG_OL:
        numbers_.push_back(start_of(node));
        return;
      case GUMBO_TAG_UL:
        numbers_.push_back(std::nullopt);
        return;
      case GUMBO_TAG_LI:
        if (!numbers_.empty() && numbers_.back()) {
          writer_.number_line((*numbers_.back())++);
        }
        return;
      case GUMBO_TAG_A:
        return begin_link(node);
      case GUMBO_TAG_B:
      case GUMBO_TAG_STRONG:
        if (table_.in_cell()) {
          table_.cell().begin_bold();
        }
        return;
      default:
        if (is_heading(node)) {
          begin_heading(node);
        }
    }
  }

  void end(const GumboNode& node) {
    if (is_among(kBlocks, node)) {
      break_line();
    }
    switch (node.v.element.tag) {
      case GUMBO_TAG_OL:
      case GUMBO_TAG_UL:
        if (!numbers_.empty()) {
          numbers_.pop_back();
        }
        break;
      case GUMBO_TAG_PRE:
        --preformatted_;
        break;
      case GUMBO_TAG_A:
        end_link(node);
        break;
      case GUMBO_TAG_B:
      case GUMBO_TAG_STRONG:
        if (table_.in_cell()) {
          table_.cell().end_bold();
        }
        break;
      case GUMBO_TAG_LI:
        writer_.number_line(0);  // an item without text
        break;
      default:
        if (is_heading(node)) {
          writer_.mark_line({});  // one without text
        }
    }
    table_.end(node);
  }

  void break_line() {
    if (table_.in_cell()) {
      table_.cell().break_line();
    } else {
      writer_.break_line();
    }
  }

  static bool is_heading(const GumboNode& node) {
    return node.v.element.tag >= GUMBO_TAG_H1 && node.v.element.tag <= GUMBO_TAG_H6;
  }

  /// Formats of tables know headings by their marks.
  void begin_heading(const GumboNode& node) {
    if (tables_ == PageTables::as_rows && !table_.in_cell()) {
      constexpr std::string_view kMarks = "###### ";
      const auto behind_own = static_cast<std::size_t>(GUMBO_TAG_H6 - node.v.element.tag);
      writer_.mark_line(kMarks.substr(behind_own));
    }
  }

  void begin_table(const GumboNode& node) {
    if (!table_.is_open() && has_header_row(node)) {
      has_table_ = true;
      if (tables_ == PageTables::as_rows) {
        table_.open(node);
      }
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
      if (!table_.in_cell()) {
        writer_.begin_link({}, 0, 0);
      }
      return;
    }
    std::string_view written(href->original_value.data, href->original_value.length);
    if (written.starts_with('"') || written.starts_with('\'')) {
      written = written.substr(1, written.size() - 2);
    }
    if (table_.in_cell()) {
      table_.cell().begin_link(href->value, offset_of(written.data()), written.size());
    } else {
      writer_.begin_link(href->value, offset_of(written.data()), written.size());
    }
  }

  void end_link(const GumboNode& node) {
    if (!table_.in_cell()) {
      writer_.end_link();
    } else if (gumbo_get_attribute(&node.v.element.attributes, "href") != nullptr) {
      table_.cell().end_link();
    }
  }

  [[nodiscard]] std::size_t offset_of(const char* place) const {
    return static_cast<std::size_t>(place - html_.data());
  }

  void read_text(const GumboNode& node) {
    const GumboStringPiece& written = node.v.text.original_text;
    const std::string_view raw(written.data, written.length);
    const Blanks blanks = preformatted_ > 0 ? Blanks::kept : Blanks::collapsed;
    if (!is_dropping() && table_.in_cell()) {
      table_.cell().add(node.v.text.text, raw, offset_of(raw.data()), blanks);
    } else if (!is_dropping()) {
      writer_.add(node.v.text.text, raw, offset_of(raw.data()), blanks);
    } else if (!text::is_blank(raw)) {
      dropped_.push_back({.source_begin = offset_of(raw.data()),
                          .source_size = raw.size(),
                          .kind = drop_root_ == nullptr ? "noise:outside" : drop_kind_});
    }
  }

  std::string_view html_;
  const PageFormat& format_;
  PageTables tables_;
  HtmlTree tree_;
  const GumboNode* content_;
  bool in_content_ = false;
  const GumboNode* drop_root_ = nullptr;  ///< the element that a rule drops, with all in it
  std::string drop_kind_;
  int preformatted_ = 0;
  std::vector<std::optional<int>> numbers_;  ///< the next one of each open list
  LineWriter writer_;
  PageTable table_;
  bool has_table_ = false;
  PageDate date_;
  std::vector<DroppedText> dropped_;
};

}  // namespace

PageLines read_page_lines(std::string_view html, const PageFormat& format, PageTables tables) {
  return PageReader(html, format, tables).read();
}

}  // namespace digest
