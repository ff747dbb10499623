#include "digest/part_matcher.hpp"

#include "digest/author_names.hpp"
#include "digest/glued_fields.hpp"
#include "digest/key_points.hpp"
#include "digest/markdown_marks.hpp"
#include "digest/script.hpp"

#include <algorithm>
#include <string_view>

namespace digest {

std::optional<std::size_t> PartMatcher::glue_in(const RecordItem& item, Shape shape,
                                                std::size_t from) const {
  if (shape == Shape::bracketed) {
    return glue_between(item.text, shape, Shape::latin, format_.names);
  }
  const std::size_t next = items_.empty() ? parts_.size() : part_after(items_.next(), from);
  for (std::size_t missing = from; missing < next; ++missing) {
    const Part& part = parts_[missing];
    if (items_.labelled_later(part.fields[0])) {
      continue;
    }
    if (const auto cut = glue_between(item.text, shape, part.shape, format_.names)) {
      return cut;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> PartMatcher::glued_point(const RecordItem& item,
                                                    std::size_t from) const {
  const auto point = numbered_point(item.text, format_.points);
  if (!point) {
    return glue_in(item, Shape::chinese, from);
  }
  const auto next = items_.empty() || items_.next().label
                        ? std::nullopt
                        : numbered_point(items_.next().text, format_.points);
  if (next && next->number <= point->number + 1) {
    return std::nullopt;
  }
  const auto cut = find_point(item.text, point->number + 1, format_.points);
  return cut || next ? cut : glue_in(item, Shape::chinese, from);
}

/// The part that the next item will go to.
std::size_t PartMatcher::part_after(const RecordItem& item, std::size_t from) const {
  if (item.label) {
    return part_of(*item.label, from);
  }
  return matching_part(item, from, Labelled::yes);
}

std::size_t PartMatcher::matching_part(const RecordItem& item, std::size_t from,
                                       Labelled labelled) const {
  for (std::size_t part = from; part < parts_.size(); ++part) {
    const bool taken = labelled == Labelled::no && items_.labelled_later(parts_[part].fields[0]);
    if (!taken && fits(parts_[part], item)) {
      return part;
    }
  }
  return parts_.size();
}

std::size_t PartMatcher::part_of(Field field, std::size_t from) const {
  const auto part = std::find_if(
      parts_.begin() + static_cast<std::ptrdiff_t>(from), parts_.end(),
      [field](const Part& p) { return std::ranges::find(p.fields, field) != p.fields.end(); });
  return static_cast<std::size_t>(part - parts_.begin());
}

bool PartMatcher::fits(const Part& part, const RecordItem& item) const {
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

bool PartMatcher::fits_names(const RecordItem& item) const {
  const std::string_view text = item.text;
  const std::size_t bracket = find_literal(text, 0, "[").value_or(text.size());
  const std::string_view names = text.substr(0, bracket);
  if (has_han(names)) {
    return false;
  }
  // The Latin line above the affiliations is the authors', whatever it looks like.
  const bool above_affiliations = bracket == text.size() && !items_.empty() &&
                                  !items_.next().label && mark_size(items_.next().text, 0, '[') > 0;
  return above_affiliations || looks_like_names(names, format_.names);
}

std::size_t PartMatcher::unlabelled_part(const RecordItem& item, std::size_t from) const {
  return matching_part(item, from, Labelled::no);
}

}  // namespace digest
