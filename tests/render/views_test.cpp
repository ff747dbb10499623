#include "render/views.hpp"

#include "render/data_model.hpp"
#include "small_site.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

namespace {

using values::Value;

std::string data_model() {
  std::ifstream file(std::string(SITEGEN_PROJECT_DIR) + "/docs/data_model.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The names in the first column of the tables under the heading `heading`.
std::set<std::string> documented(const std::string& heading) {
  const std::string text = data_model();
  const std::size_t start = text.find("\n## " + heading + "\n");
  EXPECT_NE(start, std::string::npos) << heading;
  const std::string section = text.substr(start, text.find("\n## ", start + 4) - start);
  std::set<std::string> names;
  const std::regex row(R"(\n\| ((?:`[a-z_]+` ?)+) \|)");
  const std::regex name(R"(`([a-z_]+)`)");
  for (std::sregex_iterator line(section.begin(), section.end(), row), end; line != end; ++line) {
    const std::string cell = (*line)[1];
    for (std::sregex_token_iterator word(cell.begin(), cell.end(), name, 1), last; word != last;
         ++word) {
      names.insert(*word);
    }
  }
  return names;
}

std::set<std::string> fields_of(const values::RecordType& type) {
  std::set<std::string> names;
  for (const values::RecordField& field : type.fields) {
    names.insert(std::string(field.name));
  }
  return names;
}

TEST(DataModel, DocumentsEveryFieldAndNoOther) {
  EXPECT_EQ(documented("`site`"), fields_of(render::kSiteType));
  EXPECT_EQ(documented("A digest"), fields_of(render::kDigestType));
  EXPECT_EQ(documented("A paper"), fields_of(render::kPaperType));
  EXPECT_EQ(documented("A term"), fields_of(render::kTermType));
  EXPECT_EQ(documented("A citation"), fields_of(render::kCitationType));
  EXPECT_EQ(documented("A feed"), fields_of(render::kFeedType));
  std::set<std::string> both = fields_of(render::kYearType);
  both.merge(fields_of(render::kMonthType));
  EXPECT_EQ(documented("A year, a month"), both);
}

/// How the documentation writes what a record is: by its name, or, for small ones, by its fields.
std::string documented_record(const values::RecordType& type) {
  const std::set<std::string_view> named = {"site", "page",  "digest",     "paper",   "term",
                                            "year", "month", "appearance", "citation"};
  if (named.contains(type.name)) {
    return std::string(type.name);
  }
  std::string fields;
  for (const values::RecordField& field : type.fields) {
    fields += (fields.empty() ? "" : ", ") + std::string(field.name);
  }
  return "`{" + fields + "}`";
}

std::string documented_type(const values::Shape& shape) {
  const std::string none = shape.optional ? " or none" : "";
  switch (shape.kind) {
    case values::Kind::text:
      return "text" + none;
    case values::Kind::integer:
      return "integer" + none;
    case values::Kind::boolean:
      return "boolean";
    case values::Kind::list:
      if (shape.record != nullptr) {
        return "list of " + documented_record(*shape.record);
      }
      return shape.items == values::Kind::text ? "list of text" : "list of week";
    default:
      if (shape.record == nullptr) {
        return shape.kind == values::Kind::map ? "map" + none : "";
      }
      return documented_record(*shape.record) + none;
  }
}

/// The types in the tables under `heading`, by name. A cell with one type for several names gives
/// it to all, one with as many types as names to each its own.
std::map<std::string, std::string> documented_types(const std::string& heading) {
  const std::string text = data_model();
  const std::size_t start = text.find("\n## " + heading + "\n");
  const std::string section = text.substr(start, text.find("\n## ", start + 4) - start);
  std::map<std::string, std::string> types;
  const std::regex row(R"(\n\| ((?:`[a-z_]+` ?)+) \| ([^|]+) \|)");
  const std::regex name(R"(`([a-z_]+)`)");
  for (std::sregex_iterator line(section.begin(), section.end(), row), end; line != end; ++line) {
    const std::string names = (*line)[1];
    const std::string cell = (*line)[2];
    const std::size_t comma = cell.find("{") == std::string::npos ? cell.find(", ") : cell.npos;
    bool first = true;
    for (std::sregex_token_iterator word(names.begin(), names.end(), name, 1), last; word != last;
         ++word) {
      types[*word] = comma == cell.npos ? cell
                     : first            ? cell.substr(0, comma)
                                        : cell.substr(comma + 2);
      first = false;
    }
  }
  return types;
}

void expect_types(const std::string& heading, const values::RecordType& type) {
  const std::map<std::string, std::string> documented = documented_types(heading);
  for (const values::RecordField& field : type.fields) {
    const auto found = documented.find(std::string(field.name));
    ASSERT_NE(found, documented.end()) << heading << ": " << field.name;
    EXPECT_EQ(found->second, documented_type(field.shape)) << heading << ": " << field.name;
  }
}

TEST(DataModel, DocumentsTheTypeOfEveryField) {
  expect_types("`site`", render::kSiteType);
  expect_types("`page`", render::kPageType);
  expect_types("A digest", render::kDigestType);
  expect_types("A paper", render::kPaperType);
  expect_types("A term", render::kTermType);
  expect_types("A citation", render::kCitationType);
}

TEST(DataModel, DocumentsTheNamesOfEveryKindOfPage) {
  const std::string text = data_model();
  const std::string section = text.substr(text.find("\n## By kind of page\n"));
  for (const jinja::DataModel::Page& page : render::data_model({}).pages) {
    for (const jinja::Variable& variable : page.variables) {
      if (variable.name != "page") {
        EXPECT_NE(section.find("`" + variable.name + "`"), std::string::npos)
            << page.templates.front() << ": " << variable.name;
      }
    }
    EXPECT_NE(section.find(page.templates.front()), std::string::npos) << page.templates.front();
  }
}

/// What the checks of templates rely on is what the views really give.
void expect_shape(const Value& value, const values::Shape& shape, const std::string& path) {
  if (!shape.known() || (value.is_none() && shape.optional)) {
    return;
  }
  ASSERT_EQ(value.kind(), shape.kind) << path;
  if (shape.kind == values::Kind::map && value.record_type() != nullptr) {
    EXPECT_EQ(value.record_type(), shape.record) << path;
  }
  if (shape.kind == values::Kind::map && value.record_type() == nullptr) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      const values::RecordField* field = shape.record->find(value.member_name(i));
      ASSERT_NE(field, nullptr) << path << "." << value.member_name(i);
      expect_shape(value.member_value(i), field->shape, path + "." + std::string(field->name));
    }
  }
  if (shape.kind == values::Kind::list && value.size() > 0) {
    const values::Shape item =
        shape.record != nullptr ? values::Shape{.kind = values::Kind::map, .record = shape.record}
                                : values::Shape{.kind = shape.items};
    expect_shape(value.at(0), item, path + "[0]");
  }
}

/// Reads every field of `value` and of what it leads to, `depth` steps far: none may crash or be
/// undefined.
void walk(const Value& value, int depth, const std::string& path) {
  EXPECT_FALSE(value.is_undefined()) << path;
  if (depth == 0) {
    return;
  }
  if (value.kind() == values::Kind::map) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (value.record_type() != nullptr) {
        expect_shape(value.member_value(i), value.record_type()->fields[i].shape,
                     path + "." + std::string(value.member_name(i)));
      }
      walk(value.member_value(i), depth - 1, path + "." + std::string(value.member_name(i)));
    }
  }
  if (value.kind() == values::Kind::list && value.size() > 0) {
    walk(value.at(0), depth - 1, path + "[0]");
  }
}

TEST(Views, EveryFieldOfEveryTypeCanBeRead) {
  const auto site =
      make_site({make_digest("a", {2023, 2, 8},
                             {make_paper("2302.00001", "A small model learns"),
                              make_paper("2302.00002", "A small model forgets")}),
                 make_digest("b", {2023, 3, 0}, {make_paper("2302.00001", "A small model learns")}),
                 make_digest("c", {}, {make_paper("2303.00003", "C")})});

  walk(render::site_value(*site), 6, "site");
}

TEST(Views, AnEmptySiteHasFieldsToo) {
  walk(render::site_value(*make_site({})), 3, "site");
}

TEST(Views, TakeNothingFromTheRecord) {
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {make_paper("2302.00001", "A")})});

  const Value title = render::paper_value(*site, {0}).member("title");

  EXPECT_EQ(title.as_text().data(), site->catalog().papers[0].record.title.data())
      << "the value views the catalog's own bytes";
}

TEST(Views, PairTopicsWithPapersOnlyWhenThereAreAsMany) {
  digest::Digest paired = make_digest(
      "a", {2023, 2, 8}, {make_paper("2302.00001", "A"), make_paper("2302.00002", "B")});
  paired.summary = "甲、乙";
  digest::Digest unpaired = make_digest("b", {2023, 2, 9}, {make_paper("2302.00003", "C")});
  unpaired.summary = "甲、乙";
  const auto site = make_site({paired, unpaired});

  const Value topics = render::digest_value(*site, {0}).member("topics");
  EXPECT_EQ(topics.at(1).member("text").as_text(), "乙");
  EXPECT_EQ(topics.at(1).member("paper").member("title").as_text(), "B");
  EXPECT_TRUE(render::digest_value(*site, {1}).member("topics").at(0).member("paper").is_none());
}

TEST(Views, NameTheDigestOnADayWithSeveral) {
  const auto site = make_site({make_digest("one", {2023, 2, 8}, {make_paper("2302.00001", "A")}),
                               make_digest("two", {2023, 2, 8}, {make_paper("2302.00002", "B")})});

  EXPECT_EQ(render::digest_value(*site, {1}).member("path").as_text(), "/2023/02/08/#two");
}

}  // namespace
