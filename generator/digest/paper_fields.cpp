#include "digest/paper_fields.hpp"

#include "digest/author_names.hpp"
#include "digest/glued_fields.hpp"
#include "digest/item_queue.hpp"
#include "digest/key_points.hpp"
#include "digest/line_labels.hpp"
#include "digest/part_matcher.hpp"
#include "digest/record_items.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace digest {

namespace {

using Item = RecordItem;
using text::trim;

/// Fields that may run over several lines.
bool may_continue(Field field) {
  return field == Field::abstract || field == Field::abstract_zh || field == Field::tldr ||
         field == Field::motivation || field == Field::method || field == Field::advantage ||
         field == Field::key_points;
}

/// `text` without the brackets round it.
std::string_view without_brackets(std::string_view text) {
  text.remove_prefix(mark_size(text, 0, '('));
  text.remove_suffix(literal_suffix_size(text, ")").value_or(0));
  return trim(text);
}

/// Fields that may run over several lines where labels, not places, tell what a line is.
bool may_continue_labelled(Field field) {
  return field != Field::title && field != Field::title_zh && field != Field::url &&
         field != Field::date && field != Field::venue;
}

class RecordReader {
 public:
  RecordReader(const RecordBlock& block, int number, const RecordContext& context,
               ClaimBook& claims)
      : context_(context),
        format_(context.format),
        parts_(context.format.parts(block.section)),
        builder_(block, context, claims, number),
        items_(record_items(block, format_)),
        matcher_(format_, parts_, items_) {}

  diagnostics::Reported<Paper> read() {
    if (!items_.empty() && items_.next().field == Field::title) {
      place_title();
    }
    while (!items_.empty()) {
      const Item item = items_.take();
      if (item.label) {
        place_label(item);
      } else if (item.field) {
        put(*item.field, item.text, item.line);
      } else {
        place_text(item);
      }
    }
    report_open_label();
    return std::move(builder_).finish();
  }

 private:
  void place_title() {
    const Item title = items_.take();
    const std::optional<std::size_t> known = known_title_size(title.text, context_.titles);
    if (known == title.text.size()) {
      put(Field::title, title.text, title.line);
      return;
    }
    const auto cut = known ? known : matcher_.glue_in(title, Shape::latin, 0);
    put(Field::title, trim(title.text.substr(0, cut.value_or(title.text.size()))), title.line);
    items_.put_back(title, cut);
  }

  void place_label(const Item& item) {
    report_open_label();
    builder_.claim(*item.label, item.text);
    open_ = item.label;
    open_line_ = item.line;
    open_name_ = link_name(item.text);
    if (const std::size_t part = matcher_.part_of(*item.label, 0); part < parts_.size()) {
      next_part_ = part + 1;
    }
  }

  void place_text(const Item& item) {
    if (open_ && fits_open_field(item)) {
      if (item.line > open_line_) {
        report_unknown_label(item, *open_);
      }
      const std::size_t part = matcher_.part_of(*open_, 0);
      const Shape shape = part < parts_.size() ? parts_[part].shape : Shape::chinese;
      if (*open_ == Field::links) {
        builder_.put_links(open_name_, item.text, item.line);
        last_ = open_;
      } else if (part < parts_.size()) {
        place(item, *open_, shape);
      } else {
        put(*open_, item.text, item.line);
      }
      labelled_ = true;
      if (*open_ != Field::key_points) {
        open_.reset();
      }
      return;
    }
    if (ends_chinese_text(item)) {
      continue_last(item);
      return;
    }
    const std::size_t part = matcher_.unlabelled_part(item, next_part_);
    if (part < parts_.size()) {
      const std::size_t rest = parts_[part].shape == Shape::names && last_ == Field::title
                                   ? end_of_broken_title(item.text, format_.names)
                                   : 0;
      if (rest > 0) {
        builder_.continue_field(Field::title, trim(item.text.substr(0, rest)), item.line);
        items_.put_back(item, rest);
        return;
      }
      report_open_label();
      labelled_ = false;
      next_part_ = part + 1;
      place_in_part(item, parts_[part]);
      return;
    }
    if (item.is_address) {
      place_bare_address(item);
      return;
    }
    continue_last(item);
  }

  /// An address without a label, where the format has no part for it: the paper's own, or another.
  void place_bare_address(const Item& item) {
    if (matcher_.part_of(Field::url, 0) < parts_.size() || format_.closers.address) {
      return;
    }
    if (builder_.has_address()) {
      builder_.put_links({}, item.text, item.line);
    } else {
      put(Field::url, item.text, item.line);
    }
  }

  /// A label whose text is missing. A list is open for more as long as it has something.
  void report_open_label() {
    if (open_ && !(open_ == Field::key_points && builder_.has_points())) {
      builder_.report_empty_label(*open_, open_line_);
    }
    open_.reset();
  }

  /// Whether the text is what the label before it announces.
  [[nodiscard]] bool fits_open_field(const Item& item) const {
    const std::size_t part = matcher_.part_of(*open_, 0);
    if (part == parts_.size() || (format_.markdown.emphasis && *open_ != Field::key_points)) {
      return true;
    }
    if (*open_ != Field::key_points) {
      return matcher_.fits(parts_[part], item);
    }
    return numbered_point(item.text, format_.points).has_value() ||
           (!builder_.has_points() && has_han(item.text) &&
            matcher_.unlabelled_part(item, next_part_) == parts_.size());
  }

  void place_in_part(const Item& item, const Part& part) {
    if (part.divider.empty() || part.fields.size() < 2) {
      place(item, part.fields[0], part.shape);
      return;
    }
    const auto cut = matcher_.glue_in(item, part.shape, next_part_);
    const std::string_view text = trim(item.text.substr(0, cut.value_or(item.text.size())));
    items_.put_back(item, cut);
    const std::size_t end = std::min(text.find(part.divider), text.size());
    const std::string_view divider = text.substr(end, part.divider.size());
    put(part.fields[0], trim(text.substr(0, end)), item.line);
    builder_.claim(part.fields[0], divider);
    put(part.fields[1], trim(text.substr(end + divider.size())), item.line);
  }

  /// Fills `field` with the text, up to where the next part may be glued to it.
  void place(const Item& item, Field field, Shape shape) {
    const auto cut = shape == Shape::numbered ? matcher_.glued_point(item, next_part_)
                                              : matcher_.glue_in(item, shape, next_part_);
    const std::string_view text = trim(item.text.substr(0, cut.value_or(item.text.size())));
    items_.put_back(item, cut);
    if (shape == Shape::parenthesised) {
      builder_.claim(field, text);
      put(field, without_brackets(text), item.line);
    } else {
      put(field, text, item.line);
    }
    last_shape_ = shape;
    if (field == Field::key_points) {
      open_ = field;  // further points follow, whether there is a label or not
    }
  }

  /// Whether the line right behind a Chinese text is its end: "540B 9.4%。" has no ideograph, but a
  /// Chinese mark.
  [[nodiscard]] bool ends_chinese_text(const Item& item) const {
    return last_ && may_continue(*last_) && *last_ != Field::key_points && !item.is_address &&
           last_shape_ == Shape::chinese && item.text.ends_with("。") && !has_han(item.text);
  }

  /// A further line of the field before, if it is of the same script; else it stays unclaimed.
  void continue_last(const Item& item) {
    const bool chinese = last_shape_ != Shape::latin;
    if (last_ && labelled_ && !parts_follow() &&
        (may_continue_labelled(*last_) || continues_title(item))) {
      continue_labelled(item);
      return;
    }
    if (!last_ || !may_continue(*last_) || item.is_address ||
        (has_han(item.text) != chinese && !ends_chinese_text(item))) {
      last_.reset();
      return;
    }
    const auto cut = matcher_.glue_in(item, chinese ? Shape::chinese : Shape::latin, next_part_);
    const std::string_view text = trim(item.text.substr(0, cut.value_or(item.text.size())));
    items_.put_back(item, cut);
    builder_.continue_field(*last_, text, item.line);
  }

  /// Whether the line right behind that of a title may be its second half: it is of the same
  /// script, and neither an address nor a list of names.
  [[nodiscard]] bool continues_title(const Item& item) const {
    const bool chinese = last_shape_ == Shape::chinese;
    return (last_ == Field::title || last_ == Field::title_zh) && item.line == last_line_ + 1 &&
           !item.is_address && has_han(item.text) == chinese &&
           !looks_like_names(item.text, format_.names);
  }

  /// Whether the format knows unlabelled lines that may still come.
  [[nodiscard]] bool parts_follow() const { return format_.closers.address && !parts_.empty(); }

  /// A further line behind a label: whatever stands there, up to the next label.
  void continue_labelled(const Item& item) {
    report_unknown_label(item, *last_);
    if (*last_ == Field::links) {
      builder_.put_links(open_name_, item.text, item.line);
    } else if (*last_ == Field::authors || *last_ == Field::affiliations) {
      builder_.continue_names(*last_, item.text, item.line);
    } else if (*last_ == Field::key_points) {
      builder_.put(*last_, item.text, item.line);
    } else {
      builder_.continue_field(*last_, item.text, item.line);
    }
  }

  void report_unknown_label(const Item& item, Field field) {
    // Before a link the word is what the link is called.
    const bool may_be_label =
        !format_.closers.address && field != Field::url && field != Field::links;
    const std::string_view label =
        may_be_label ? unknown_label(item.text, format_) : std::string_view();
    if (!label.empty()) {
      builder_.report_unknown_label(label, field, item.line);
    }
  }

  void put(Field field, std::string_view text, int line) {
    builder_.put(field, text, line);
    last_ = field;
    last_line_ = line;
    last_shape_ = has_han(text) ? Shape::chinese : Shape::latin;
  }

  const RecordContext& context_;
  const Format& format_;
  std::span<const Part> parts_;
  PaperBuilder builder_;
  ItemQueue items_;
  PartMatcher matcher_;
  std::size_t next_part_ = 0;  ///< parts before it are filled or passed over
  int open_line_ = 0;
  std::string_view open_name_;  ///< what the links behind the open label are called
  bool labelled_ = false;       ///< the line before had a label, or continues one that had
  std::optional<Field> open_;   ///< the label that waits for its text
  std::optional<Field> last_;   ///< what the line before went to
  int last_line_ = 0;           ///< where that began
  Shape last_shape_ = Shape::latin;
};

}  // namespace

diagnostics::Reported<Paper> read_record(const RecordBlock& block, int number,
                                         const RecordContext& context, ClaimBook& claims) {
  return RecordReader(block, number, context, claims).read();
}

}  // namespace digest
