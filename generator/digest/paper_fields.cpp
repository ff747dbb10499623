#include "digest/paper_fields.hpp"

#include "digest/author_names.hpp"
#include "digest/glued_fields.hpp"
#include "digest/key_points.hpp"
#include "digest/line_labels.hpp"
#include "digest/markdown_marks.hpp"
#include "digest/record_items.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

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
      : block_(block),
        context_(context),
        format_(context.format),
        parts_(context.format.parts(block.section)),
        builder_(block, context, claims, number) {}

  diagnostics::Reported<Paper> read() {
    items_ = record_items(block_, format_);
    std::ranges::reverse(items_);
    for (const Item& item : items_) {
      labels_ahead_[index_of(item.label)] += item.label ? 1 : 0;
    }
    if (!items_.empty() && items_.back().field == Field::title) {
      place_title();
    }
    while (!items_.empty()) {
      const Item item = items_.back();
      items_.pop_back();
      labels_ahead_[index_of(item.label)] -= item.label ? 1 : 0;
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
    const Item title = items_.back();
    items_.pop_back();
    const std::optional<std::size_t> known = known_title_size(title.text);
    if (known == title.text.size()) {
      put(Field::title, title.text, title.line);
      return;
    }
    const auto cut = known ? known : glue_in(title, Shape::latin, 0);
    put(Field::title, trim(title.text.substr(0, cut.value_or(title.text.size()))), title.line);
    put_back(title, cut);
  }

  /// How much of `text` is a title of the list of contents, the longest that begins it; nothing if
  /// none does.
  [[nodiscard]] std::optional<std::size_t> known_title_size(std::string_view text) const {
    const std::span<const std::string_view> titles = context_.titles;
    // Sorted, a title that begins `text` stands before it, and so does whatever else begins alike.
    for (std::string_view probe = text; !probe.empty();) {
      const auto after = std::ranges::upper_bound(titles, probe);
      if (after == titles.begin()) {
        break;
      }
      const std::string_view title = *(after - 1);
      if (text.starts_with(title)) {
        return title.size();
      }
      const auto common = std::ranges::mismatch(probe, title).in1 - probe.begin();
      probe = probe.substr(0, static_cast<std::size_t>(common));
    }
    return std::nullopt;
  }

  void put_back(const Item& item, std::optional<std::size_t> cut) {
    if (cut && *cut < item.text.size()) {
      const std::string_view rest = trim(item.text.substr(*cut));
      items_.push_back({.text = rest,
                        .line = item.line,
                        .is_address = rest.starts_with("http") && !has_blank(rest),
                        .label = {},
                        .field = {}});
    }
  }

  static bool has_blank(std::string_view text) { return text.find(' ') != std::string_view::npos; }

  void place_label(const Item& item) {
    report_open_label();
    builder_.claim(*item.label, item.text);
    open_ = item.label;
    open_line_ = item.line;
    open_name_ = link_name(item.text);
    if (const std::size_t part = part_of(*item.label, 0); part < parts_.size()) {
      next_part_ = part + 1;
    }
  }

  void place_text(const Item& item) {
    if (open_ && fits_open_field(item)) {
      const std::size_t part = part_of(*open_, 0);
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
    const std::size_t part = matching_part(item, next_part_, Labelled::no);
    if (part < parts_.size()) {
      const std::size_t rest = parts_[part].shape == Shape::names && last_ == Field::title
                                   ? end_of_broken_title(item.text)
                                   : 0;
      if (rest > 0) {
        builder_.continue_field(Field::title, trim(item.text.substr(0, rest)));
        put_back(item, rest);
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
    if (part_of(Field::url, 0) < parts_.size() || format_.closers.address) {
      return;
    }
    if (builder_.has_address()) {
      builder_.put_links({}, item.text, item.line);
    } else {
      put(Field::url, item.text, item.line);
    }
  }

  /// How much of a line with names is the rest of the title, which was broken in the middle:
  /// "Correct Themselves YetJ Huang, X Chen". 0 if nothing is.
  [[nodiscard]] std::size_t end_of_broken_title(std::string_view text) const {
    const std::string_view names = text.substr(0, find_literal(text, 1, "[").value_or(text.size()));
    const std::size_t cut = find_name_list(names, 0, format_.names).value_or(0);
    const bool glued = cut > 1 && is_lower(text[cut - 1]) && is_capital(text[cut]);
    return glued && text.substr(0, cut).find(',') == std::string_view::npos ? cut : 0;
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
    const std::size_t part = part_of(*open_, 0);
    if (part == parts_.size() || (format_.markdown.emphasis && *open_ != Field::key_points)) {
      return true;
    }
    if (*open_ != Field::key_points) {
      return fits(parts_[part], item);
    }
    return numbered_point(item.text, format_.points).has_value() ||
           (!builder_.has_points() && has_han(item.text) &&
            matching_part(item, next_part_, Labelled::no) == parts_.size());
  }

  void place_in_part(const Item& item, const Part& part) {
    if (part.divider.empty() || part.fields.size() < 2) {
      place(item, part.fields[0], part.shape);
      return;
    }
    const auto cut = glue_in(item, part.shape, next_part_);
    const std::string_view text = trim(item.text.substr(0, cut.value_or(item.text.size())));
    put_back(item, cut);
    const std::size_t end = std::min(text.find(part.divider), text.size());
    const std::string_view divider = text.substr(end, part.divider.size());
    put(part.fields[0], trim(text.substr(0, end)), item.line);
    builder_.claim(part.fields[0], divider);
    put(part.fields[1], trim(text.substr(end + divider.size())), item.line);
  }

  /// Fills `field` with the text, up to where the next part may be glued to it.
  void place(const Item& item, Field field, Shape shape) {
    const auto cut =
        shape == Shape::numbered ? glued_point(item) : glue_in(item, shape, next_part_);
    const std::string_view text = trim(item.text.substr(0, cut.value_or(item.text.size())));
    put_back(item, cut);
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

  /// Where the part after `item` begins that has no line of its own.
  [[nodiscard]] std::optional<std::size_t> glue_in(const Item& item, Shape shape,
                                                   std::size_t from) const {
    if (shape == Shape::bracketed) {
      return glue_between(item.text, shape, Shape::latin, format_.names);
    }
    const std::size_t next = items_.empty() ? parts_.size() : part_after(items_.back(), from);
    for (std::size_t missing = from; missing < next; ++missing) {
      const Part& part = parts_[missing];
      if (labelled_later(part.fields[0])) {
        continue;
      }
      if (const auto cut = glue_between(item.text, shape, part.shape, format_.names)) {
        return cut;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::size_t> glued_point(const Item& item) const {
    const auto point = numbered_point(item.text, format_.points);
    if (!point) {
      return glue_in(item, Shape::chinese, next_part_);
    }
    const auto next = items_.empty() || items_.back().label
                          ? std::nullopt
                          : numbered_point(items_.back().text, format_.points);
    if (next && next->number <= point->number + 1) {
      return std::nullopt;
    }
    const auto cut = find_point(item.text, point->number + 1, format_.points);
    return cut || next ? cut : glue_in(item, Shape::chinese, next_part_);
  }

  /// The part that the next item will go to.
  [[nodiscard]] std::size_t part_after(const Item& item, std::size_t from) const {
    if (item.label) {
      return part_of(*item.label, from);
    }
    return matching_part(item, from, Labelled::yes);
  }

  enum class Labelled { no, yes };

  /// The first part from `from` on that the item fits; the number of parts if none. Without
  /// `labelled`, parts that have their label further down are left to it.
  [[nodiscard]] std::size_t matching_part(const Item& item, std::size_t from,
                                          Labelled labelled) const {
    for (std::size_t part = from; part < parts_.size(); ++part) {
      const bool taken = labelled == Labelled::no && labelled_later(parts_[part].fields[0]);
      if (!taken && fits(parts_[part], item)) {
        return part;
      }
    }
    return parts_.size();
  }

  static std::size_t index_of(std::optional<Field> field) {
    return static_cast<std::size_t>(field.value_or(Field::rank));
  }

  [[nodiscard]] bool labelled_later(Field field) const {
    return labels_ahead_[static_cast<std::size_t>(field)] > 0;
  }

  [[nodiscard]] std::size_t part_of(Field field, std::size_t from) const {
    const auto part = std::find_if(
        parts_.begin() + static_cast<std::ptrdiff_t>(from), parts_.end(),
        [field](const Part& p) { return std::ranges::find(p.fields, field) != p.fields.end(); });
    return static_cast<std::size_t>(part - parts_.begin());
  }

  [[nodiscard]] bool fits(const Part& part, const Item& item) const {
    if (item.is_address || part.shape == Shape::address) {
      return item.is_address && part.shape == Shape::address;
    }
    const std::string_view text = item.text;
    const bool bracket = mark_size(text, 0, '[') > 0;
    switch (part.shape) {
      case Shape::emphasised:
        return is_emphasised(text);
      case Shape::parenthesised:
        return mark_size(text, 0, '(') > 0 && literal_suffix_size(text, ")").has_value();
      case Shape::bracketed:
        return bracket && (closing_bracket(text) || text.ends_with(']'));
      case Shape::names:
        return !bracket && fits_names(item);
      case Shape::chinese:
        return has_han(text);
      case Shape::latin:
        return !bracket && !has_han(text);
      case Shape::numbered:
        return numbered_point(text, format_.points).has_value();
      case Shape::address:
        break;
    }
    return false;
  }

  [[nodiscard]] bool fits_names(const Item& item) const {
    const std::string_view text = item.text;
    const std::size_t bracket = find_literal(text, 0, "[").value_or(text.size());
    const std::string_view names = text.substr(0, bracket);
    if (has_han(names)) {
      return false;
    }
    // The Latin line above the affiliations is the authors', whatever it looks like.
    const bool above_affiliations = bracket == text.size() && !items_.empty() &&
                                    !items_.back().label &&
                                    mark_size(items_.back().text, 0, '[') > 0;
    return above_affiliations || looks_like_names(names, format_.names);
  }

  /// A further line of the field before, if it is of the same script; else it stays unclaimed.
  void continue_last(const Item& item) {
    const bool chinese = last_shape_ != Shape::latin;
    if (last_ && labelled_ && !parts_follow() && may_continue_labelled(*last_)) {
      continue_labelled(item);
      return;
    }
    if (!last_ || !may_continue(*last_) || item.is_address || has_han(item.text) != chinese) {
      last_.reset();
      return;
    }
    const auto cut = glue_in(item, chinese ? Shape::chinese : Shape::latin, next_part_);
    const std::string_view text = trim(item.text.substr(0, cut.value_or(item.text.size())));
    put_back(item, cut);
    builder_.continue_field(*last_, text);
  }

  /// Whether the format knows unlabelled lines that may still come.
  [[nodiscard]] bool parts_follow() const { return format_.closers.address && !parts_.empty(); }

  /// A further line behind a label: whatever stands there, up to the next label.
  void continue_labelled(const Item& item) {
    if (*last_ == Field::links) {
      builder_.put_links(open_name_, item.text, item.line);
    } else if (*last_ == Field::key_points || *last_ == Field::authors ||
               *last_ == Field::affiliations) {
      builder_.put(*last_, item.text, item.line);
    } else {
      builder_.continue_field(*last_, item.text);
    }
  }

  void put(Field field, std::string_view text, int line) {
    builder_.put(field, text, line);
    last_ = field;
    last_shape_ = has_han(text) ? Shape::chinese : Shape::latin;
  }

  const RecordBlock& block_;
  const RecordContext& context_;
  const Format& format_;
  std::span<const Part> parts_;
  PaperBuilder builder_;
  std::vector<Item> items_;  ///< what is still to be placed, the next one at the back
  std::array<int, kFieldCount> labels_ahead_{};  ///< by field: labels that are still to come
  std::size_t next_part_ = 0;                    ///< parts before it are filled or passed over
  int open_line_ = 0;
  std::string_view open_name_;  ///< what the links behind the open label are called
  bool labelled_ = false;       ///< the line before had a label, or continues one that had
  std::optional<Field> open_;   ///< the label that waits for its text
  std::optional<Field> last_;   ///< what the line before went to
  Shape last_shape_ = Shape::latin;
};

}  // namespace

diagnostics::Reported<Paper> read_record(const RecordBlock& block, int number,
                                         const RecordContext& context, ClaimBook& claims) {
  return RecordReader(block, number, context, claims).read();
}

}  // namespace digest
