#include "digest/paper_members.hpp"

namespace digest {

namespace {

/// Null for what is no text.
std::string Paper::*text_of(Field field) {
  switch (field) {
    case Field::category:
      return &Paper::category;
    case Field::title:
      return &Paper::title;
    case Field::title_zh:
      return &Paper::title_zh;
    case Field::tldr:
      return &Paper::tldr;
    case Field::motivation:
      return &Paper::motivation;
    case Field::method:
      return &Paper::method;
    case Field::advantage:
      return &Paper::advantage;
    case Field::abstract:
      return &Paper::abstract;
    case Field::abstract_zh:
      return &Paper::abstract_zh;
    case Field::venue:
      return &Paper::venue;
    case Field::remark:
      return &Paper::remark;
    case Field::rank:
    case Field::authors:
    case Field::affiliations:
    case Field::key_points:
    case Field::url:
    case Field::links:
    case Field::date:
      break;
  }
  return nullptr;
}

}  // namespace

std::string* text_member(Paper& paper, Field field) {
  std::string Paper::*const text = text_of(field);
  return text == nullptr ? nullptr : &(paper.*text);
}

bool has_member(const Paper& paper, Field field) {
  switch (field) {
    case Field::rank:
      return paper.rank.has_value();
    case Field::authors:
      return !paper.authors.empty();
    case Field::affiliations:
      return !paper.affiliations.empty();
    case Field::key_points:
      return !paper.key_points.empty();
    case Field::url:
      return !paper.url.empty();
    case Field::links:
      return !paper.links.empty();
    default:
      break;
  }
  std::string Paper::*const text = text_of(field);
  return text != nullptr && !(paper.*text).empty();
}

}  // namespace digest
