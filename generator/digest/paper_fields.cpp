#include "digest/paper_fields.hpp"

#include "digest/author_names.hpp"
#include "digest/glued_fields.hpp"
#include "digest/identifiers.hpp"
#include "digest/key_points.hpp"
#include "digest/script.hpp"
#include "text/url.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace digest {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Severity;
using text::trim;

/// A line with more bytes is no list of authors just because it stands above the affiliations.
constexpr std::size_t kMaxAuthorLine = 65536;

/// A piece of the record that is still to be placed.
struct Item {
  std::string_view text;
  int line = 0;
  bool is_address = false;
  std::optional<Field> label;  ///< the item is the label of that field
};

/// The text field of a paper; null for the other fields.
std::string* text_field(Paper& paper, Field field) {
  switch (field) {
    case Field::title:
      return &paper.title;
    case Field::title_zh:
      return &paper.title_zh;
    case Field::tldr:
      return &paper.tldr;
    case Field::motivation:
      return &paper.motivation;
    case Field::method:
      return &paper.method;
    case Field::advantage:
      return &paper.advantage;
    case Field::abstract:
      return &paper.abstract;
    case Field::abstract_zh:
      return &paper.abstract_zh;
    case Field::rank:
    case Field::category:
    case Field::authors:
    case Field::affiliations:
    case Field::key_points:
    case Field::url:
      break;
  }
  return nullptr;
}

/// Fields that may run over several lines.
bool may_continue(Field field) {
  return field == Field::abstract || field == Field::abstract_zh || field == Field::tldr ||
         field == Field::key_points;
}

/// Adds a further line to `text`: Chinese lines meet without a blank.
void append_line(std::string& text, const std::string& line) {
  const bool apart = !text.empty() && !is_wide(text.back()) && !line.empty() && !is_wide(line[0]);
  text += (apart ? " " : "") + line;
}

class RecordReader {
 public:
  RecordReader(const RecordBlock& block, int number, const RecordContext& context,
               ClaimBook& claims)
      : block_(block),
        number_(number),
        context_(context),
        format_(context.format),
        parts_(context.format.parts(block.section)),
        claims_(claims) {}

  diagnostics::Reported<Paper> read() {
    read_header();
    queue_items();
    place_title();
    while (!items_.empty()) {
      const Item item = items_.back();
      items_.pop_back();
      if (item.label) {
        place_label(item);
      } else {
        place_text(item);
      }
    }
    finish();
    return {.value = std::move(paper_), .diagnostics = std::move(diagnostics_)};
  }

 private:
  void read_header() {
    const Fragment& header = block_.header;
    paper_.section = block_.section;
    paper_.category = header.code;
    int rank = 0;
    const auto [end, error] =
        std::from_chars(header.rank.data(), header.rank.data() + header.rank.size(), rank);
    if (error == std::errc() && !header.rank.empty()) {
      paper_.rank = rank;
    }
    const std::string_view opener =
        header.whole.substr(0, static_cast<std::size_t>(header.body.data() - header.whole.data()));
    const auto code = static_cast<std::size_t>(header.code.data() - opener.data());
    claims_.claim(trim(opener.substr(0, code - 1)), name_of(Field::rank), number_);
    claims_.claim(trim(opener.substr(code - 1)), name_of(Field::category), number_);
    paper_.source = {
        .file = context_.source.path(), .line = header.line, .end_line = block_.end_line()};
  }

  /// All pieces, the next one at the back.
  void queue_items() {
    for (const Fragment& fragment : block_.body) {
      if (fragment.kind != FragmentKind::label || fragment.rule >= format_.labels.size()) {
        items_.push_back({.text = fragment.whole, .line = fragment.line, .label = {}});
        continue;
      }
      items_.push_back({.text = fragment.whole,
                        .line = fragment.line,
                        .label = format_.labels[fragment.rule].field});
      if (!fragment.body.empty()) {
        items_.push_back({.text = fragment.body, .line = fragment.line, .label = {}});
      }
    }
    for (const Fragment& fragment : block_.address) {
      items_.push_back(
          {.text = fragment.whole, .line = fragment.line, .is_address = true, .label = {}});
    }
    std::ranges::reverse(items_);
  }

  void place_title() {
    const Item title{.text = block_.header.body, .line = block_.header.line, .label = {}};
    const std::optional<std::size_t> known = known_title_size(title.text);
    if (known == title.text.size()) {
      put_text(Field::title, title.text);
      return;
    }
    const auto cut = known ? known : glue_in(title, Shape::latin, 0);
    put_text(Field::title, trim(title.text.substr(0, cut.value_or(title.text.size()))));
    put_back(title, cut);
  }

  /// How much of `text` is a title of the list of contents; nothing if no title begins it.
  std::optional<std::size_t> known_title_size(std::string_view text) const {
    std::optional<std::size_t> size;
    for (const Fragment& entry : context_.contents) {
      if (!entry.body.empty() && text.starts_with(entry.body)) {
        size = std::max(size.value_or(0), entry.body.size());
      }
    }
    return size;
  }

  void put_back(const Item& item, std::optional<std::size_t> cut) {
    if (cut && *cut < item.text.size()) {
      const std::string_view rest = trim(item.text.substr(*cut));
      items_.push_back({.text = rest,
                        .line = item.line,
                        .is_address = rest.starts_with("http") && !has_blank(rest),
                        .label = {}});
    }
  }

  static bool has_blank(std::string_view text) { return text.find(' ') != std::string_view::npos; }

  void place_label(const Item& item) {
    claims_.claim(item.text, name_of(*item.label), number_);
    open_ = item.label;
    if (const std::size_t part = part_of(*item.label, 0); part < parts_.size()) {
      next_part_ = part + 1;
    }
  }

  void place_text(const Item& item) {
    if (open_ && fits_open_field(item)) {
      const std::size_t part = part_of(*open_, 0);
      const Shape shape = part < parts_.size() ? parts_[part].shape : Shape::chinese;
      place(item, *open_, shape);
      if (*open_ != Field::key_points) {
        open_.reset();
      }
      return;
    }
    const std::size_t part = matching_part(item, next_part_, Labelled::no);
    if (part < parts_.size()) {
      open_.reset();
      next_part_ = part + 1;
      place_in_part(item, parts_[part]);
      return;
    }
    continue_last(item);
  }

  /// Whether the text is what the label before it announces.
  bool fits_open_field(const Item& item) const {
    const std::size_t part = part_of(*open_, 0);
    if (part == parts_.size()) {
      return true;
    }
    if (*open_ != Field::key_points) {
      return fits(parts_[part], item);
    }
    return numbered_point(item.text, format_.points).has_value() ||
           (paper_.key_points.empty() && has_han(item.text) &&
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
    const std::size_t divider = text.find(part.divider);
    const std::size_t end =
        divider == std::string_view::npos ? text.size() : divider + part.divider.size();
    put_text(part.fields[0], trim(text.substr(0, std::min(divider, text.size()))));
    claims_.claim(text.substr(std::min(divider, text.size()), end - std::min(divider, text.size())),
                  name_of(part.fields[0]), number_);
    put_text(part.fields[1], trim(text.substr(end)));
  }

  /// Fills `field` with the text, up to where the next part may be glued to it.
  void place(const Item& item, Field field, Shape shape) {
    const auto cut =
        shape == Shape::numbered ? glued_point(item) : glue_in(item, shape, next_part_);
    const std::string_view text = trim(item.text.substr(0, cut.value_or(item.text.size())));
    put_back(item, cut);
    put(field, text, item.line);
    last_ = field;
    last_shape_ = shape;
  }

  /// Where the part after `item` begins that has no line of its own.
  std::optional<std::size_t> glue_in(const Item& item, Shape shape, std::size_t from) const {
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

  std::optional<std::size_t> glued_point(const Item& item) const {
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
  std::size_t part_after(const Item& item, std::size_t from) const {
    if (item.label) {
      return part_of(*item.label, from);
    }
    return matching_part(item, from, Labelled::yes);
  }

  enum class Labelled { no, yes };

  /// The first part from `from` on that the item fits; the number of parts if none. Without
  /// `labelled`, parts that have their label further down are left to it.
  std::size_t matching_part(const Item& item, std::size_t from, Labelled labelled) const {
    for (std::size_t part = from; part < parts_.size(); ++part) {
      const bool taken = labelled == Labelled::no && labelled_later(parts_[part].fields[0]);
      if (!taken && fits(parts_[part], item)) {
        return part;
      }
    }
    return parts_.size();
  }

  bool labelled_later(Field field) const {
    return std::ranges::any_of(items_, [field](const Item& item) { return item.label == field; });
  }

  std::size_t part_of(Field field, std::size_t from) const {
    const auto part = std::find_if(
        parts_.begin() + static_cast<std::ptrdiff_t>(from), parts_.end(),
        [field](const Part& p) { return std::ranges::find(p.fields, field) != p.fields.end(); });
    return static_cast<std::size_t>(part - parts_.begin());
  }

  bool fits(const Part& part, const Item& item) const {
    if (item.is_address || part.shape == Shape::address) {
      return item.is_address && part.shape == Shape::address;
    }
    const std::string_view text = item.text;
    const bool bracket = mark_size(text, 0, '[') > 0;
    switch (part.shape) {
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

  bool fits_names(const Item& item) const {
    const std::string_view text = item.text;
    const std::size_t bracket = find_literal(text, 0, "[").value_or(text.size());
    const std::string_view names = text.substr(0, bracket);
    if (has_han(names) || names.size() > kMaxAuthorLine) {
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
    if (!last_ || !may_continue(*last_) || item.is_address || has_han(item.text) != chinese) {
      last_.reset();
      return;
    }
    const auto cut = glue_in(item, chinese ? Shape::chinese : Shape::latin, next_part_);
    const std::string_view text = trim(item.text.substr(0, cut.value_or(item.text.size())));
    put_back(item, cut);
    claims_.claim(text, name_of(*last_), number_);
    if (*last_ != Field::key_points) {
      append_line(*text_field(paper_, *last_), record_text(text, context_.clean));
    } else if (!paper_.key_points.empty()) {
      append_line(paper_.key_points.back(),
                  record_text(without_closer(text, format_.points), context_.clean));
    }
  }

  void put(Field field, std::string_view text, int line) {
    switch (field) {
      case Field::authors:
        return put_authors(text, line);
      case Field::affiliations:
        return put_affiliations(text);
      case Field::key_points:
        return put_point(text, line);
      case Field::url:
        return put_address(text, line);
      default:
        return put_text(field, text);
    }
  }

  void put_text(Field field, std::string_view text) {
    claims_.claim(text, name_of(field), number_);
    append_line(*text_field(paper_, field), record_text(text, context_.clean));
    last_ = field;
    last_shape_ = has_han(text) ? Shape::chinese : Shape::latin;
  }

  void put_authors(std::string_view text, int line) {
    claims_.claim(text, name_of(Field::authors), number_);
    NameList list = split_authors(text, format_.names);
    if (list.names.size() > context_.max_names) {
      report(line, {.severity = Severity::warning,
                    .code = "digest/names-limit",
                    .message = "this paper has " + std::to_string(list.names.size()) +
                               " authors; the first " + std::to_string(context_.max_names) +
                               " are kept (the limit max_names)",
                    .remedy = "shorten the list and end it with …"});
      list.names.resize(context_.max_names);
      list.truncated = true;
    }
    for (const std::string_view name : list.names) {
      paper_.authors.push_back(record_text(name, context_.clean));
    }
    paper_.authors_truncated = list.truncated;
  }

  void put_affiliations(std::string_view text) {
    claims_.claim(text, name_of(Field::affiliations), number_);
    text.remove_prefix(mark_size(text, 0, '['));
    text.remove_suffix(literal_suffix_size(text, "]").value_or(0));
    const NameList list = split_affiliations(text, format_.names);
    for (const std::string_view name : list.names) {
      paper_.affiliations.push_back(record_text(name, context_.clean));
    }
    paper_.affiliations_truncated = list.truncated;
  }

  void put_point(std::string_view text, int line) {
    claims_.claim(text, name_of(Field::key_points), number_);
    const auto point = numbered_point(text, format_.points);
    const std::string_view content = point ? point->text : without_closer(text, format_.points);
    if (point && point->number != last_point_ + 1) {
      report(line, {.severity = Severity::warning,
                    .code = "digest/skipped-point",
                    .message = "point " + std::to_string(point->number) + " stands behind point " +
                               std::to_string(last_point_) + " of this paper",
                    .remedy = "look whether a line is missing, or number the points anew"});
    }
    last_point_ = point ? point->number : last_point_ + 1;
    paper_.key_points.push_back(record_text(content, context_.clean));
  }

  void put_address(std::string_view text, int line) {
    claims_.claim(text, name_of(Field::url), number_);
    reference_ = text;
    if (text::is_web_url(text)) {
      paper_.url = record_text(text, context_.clean);
      return;
    }
    const bool known = find_arxiv_id(text).has_value() || find_doi(text).has_value();
    report(line,
           {.severity = Severity::warning,
            .code = "digest/not-a-web-address",
            .message = known ? "this reference is no link" : "this is no http or https address",
            .remedy = known ? "write the whole address, such as https://arxiv.org/abs/2302.02801"
                            : "only http and https addresses become links; correct it, or "
                              "leave it: the paper is shown without a link"});
  }

  void finish() {
    paper_.arxiv_id = find_arxiv_id(reference_).value_or("");
    paper_.id = paper_identity(reference_, paper_.title);
    if (!paper_.title.empty()) {
      check_promises();
    }
  }

  void check_promises() {
    std::string missing;
    for (const Field field : format_.promises(block_.section)) {
      if (!has(field)) {
        missing += (missing.empty() ? "" : ", ") + std::string(name_of(field));
      }
    }
    if (!missing.empty()) {
      report(block_.header.line,
             {.severity = Severity::warning,
              .code = "digest/missing-field",
              .message =
                  "this paper lacks what the format \"" + format_.name + "\" promises: " + missing,
              .remedy = "look whether a line of the paper is missing, or `sitegen explain` the "
                        "file to see where it went"});
    }
    if (reference_.empty()) {
      report(block_.header.line,
             {.severity = Severity::warning,
              .code = "digest/missing-url",
              .message = "this paper has no address",
              .remedy = "put its link on a line of its own at the end of the record; without one "
                        "the paper is known by its title alone"});
    }
  }

  bool has(Field field) {
    switch (field) {
      case Field::rank:
        return paper_.rank.has_value();
      case Field::category:
        return !paper_.category.empty();
      case Field::authors:
        return !paper_.authors.empty();
      case Field::affiliations:
        return !paper_.affiliations.empty();
      case Field::key_points:
        return !paper_.key_points.empty();
      case Field::url:
        return !reference_.empty();
      default:
        return !text_field(paper_, field)->empty();
    }
  }

  void report(int line, Diagnostic diagnostic) {
    diagnostics_.push_back(diagnostics::at_line(context_.source, line, std::move(diagnostic)));
  }

  const RecordBlock& block_;
  int number_;
  const RecordContext& context_;
  const Format& format_;
  std::span<const Part> parts_;
  ClaimBook& claims_;
  Paper paper_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<Item> items_;
  std::size_t next_part_ = 0;  ///< parts before it are filled or passed over
  std::optional<Field> open_;  ///< the label that waits for its text
  std::optional<Field> last_;  ///< what the line before went to
  Shape last_shape_ = Shape::latin;
  int last_point_ = 0;
  std::string_view reference_;  ///< the address as given, whatever it is
};

}  // namespace

diagnostics::Reported<Paper> read_record(const RecordBlock& block, int number,
                                         const RecordContext& context, ClaimBook& claims) {
  return RecordReader(block, number, context, claims).read();
}

std::string record_text(std::string_view text, bool clean) {
  if (clean) {
    return std::string(text);
  }
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint point = text::code_point_at(text, i);
    const bool control =
        (point.value < 0x20 && point.value != '\t') || (point.value >= 0x7F && point.value <= 0x9F);
    if (point.malformed) {
      text::append_utf8(out, text::kReplacement);
    } else if (!control) {
      out += text.substr(i, point.size);
    }
    i += point.size;
  }
  return out;
}

}  // namespace digest
