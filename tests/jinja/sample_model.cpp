#include "jinja/sample_model.hpp"

#include <array>
#include <string>
#include <utility>

namespace jinja_cases {

namespace {

using values::Kind;
using values::RecordField;
using values::RecordType;
using values::Shape;

extern const RecordType kAuthor;
extern const RecordType kDigest;
extern const RecordType kPaper;

constexpr Shape kText{.kind = Kind::text};
constexpr Shape kTextOrNone{.kind = Kind::text, .optional = true};
constexpr Shape kPapers{.kind = Kind::list, .record = &kPaper};

// The data of a case are maps, so the types need no functions to read their fields.
constexpr auto kAuthorFields = std::to_array<RecordField>({
    {"name", nullptr, kText},
    {"url", nullptr, kTextOrNone},
});

constexpr auto kPaperFields = std::to_array<RecordField>({
    {"title", nullptr, kText},
    {"abstract", nullptr, kTextOrNone},
    {"rank", nullptr, {.kind = Kind::integer}},
    {"score", nullptr, {.kind = Kind::real}},
    {"open", nullptr, {.kind = Kind::boolean}},
    {"authors", nullptr, {.kind = Kind::list, .record = &kAuthor}},
    {"tags", nullptr, {.kind = Kind::list, .items = Kind::text}},
    {"digest", nullptr, {.kind = Kind::map, .record = &kDigest}},
});

constexpr auto kDigestFields = std::to_array<RecordField>({
    {"title", nullptr, kText},
    {"date", nullptr, kTextOrNone},
    {"papers", nullptr, kPapers},
});

constexpr auto kSiteFields = std::to_array<RecordField>({
    {"title", nullptr, kText},
    {"papers", nullptr, kPapers},
    {"strings", nullptr, {.kind = Kind::map}},
});

constexpr RecordType kAuthor{"author", kAuthorFields};
constexpr RecordType kPaper{"paper", kPaperFields};
constexpr RecordType kDigest{"digest", kDigestFields};
constexpr RecordType kSite{"site", kSiteFields};

Shape shape_of_word(std::string_view word) {
  const bool optional = word.ends_with('?');
  word.remove_suffix(optional ? 1 : 0);
  static constexpr auto kKinds = std::to_array<std::pair<std::string_view, Kind>>({
      {"text", Kind::text},
      {"integer", Kind::integer},
      {"real", Kind::real},
      {"boolean", Kind::boolean},
      {"map", Kind::map},
  });
  for (const auto& [name, kind] : kKinds) {
    if (word == name) {
      return {.kind = kind, .optional = optional};
    }
  }
  for (const RecordType* const type : {&kAuthor, &kPaper, &kDigest, &kSite}) {
    if (word == type->name) {
      return {.kind = Kind::map, .record = type, .optional = optional};
    }
  }
  return {};
}

Shape shape_of(const values::Value& described) {
  if (described.kind() != Kind::list) {
    return shape_of_word(described.as_text());
  }
  const Shape item = shape_of_word(described.at(0).as_text());
  return {.kind = Kind::list, .record = item.record, .items = item.kind};
}

std::vector<jinja::Variable> variables_of(const values::Value& described) {
  std::vector<jinja::Variable> variables;
  for (std::size_t i = 0; i < described.size(); ++i) {
    variables.push_back(
        {std::string(described.member_name(i)), shape_of(described.member_value(i))});
  }
  return variables;
}

}  // namespace

jinja::DataModel read_model(const values::Value& section) {
  jinja::DataModel model;
  for (std::size_t i = 0; i < section.size(); ++i) {
    const std::string name(section.member_name(i));
    std::vector<jinja::Variable> variables = variables_of(section.member_value(i));
    if (name == "globals") {
      model.globals = std::move(variables);
    } else {
      model.pages.push_back({{name}, std::move(variables)});
    }
  }
  return model;
}

}  // namespace jinja_cases
