#include "config/yaml.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using config::parse_yaml;
using values::Kind;

TEST(ParseYaml, TypesPlainScalarsByTheCoreSchemaAndKeepsQuotedOnesAsText) {
  const text::SourceText source("a.yaml",
                                "flag: true\nno: no\nquoted: \"true\"\nnumber: 42\nreal: 1.5\n"
                                "date: 2023-02-08\nversion: 1.2.3\nnothing: ~\nempty:\n");

  const auto value = parse_yaml(source);

  ASSERT_TRUE(value.has_value());
  EXPECT_EQ(value->member("flag").kind(), Kind::boolean);
  EXPECT_EQ(value->member("no").as_text(), "no");
  EXPECT_EQ(value->member("quoted").as_text(), "true");
  EXPECT_EQ(value->member("number").as_integer(), 42);
  EXPECT_EQ(value->member("real").as_real(), 1.5);
  EXPECT_EQ(value->member("date").as_text(), "2023-02-08");
  EXPECT_EQ(value->member("version").as_text(), "1.2.3");
  EXPECT_TRUE(value->member("nothing").is_none());
  EXPECT_TRUE(value->member("empty").is_none());
}

TEST(ParseYaml, KeepsTheOrderOfMembers) {
  const text::SourceText source("a.yaml", "b: 1\na: 2\nc: 3\n");

  const auto value = parse_yaml(source);

  ASSERT_TRUE(value.has_value());
  EXPECT_EQ(value->member_name(0), "b");
  EXPECT_EQ(value->member_name(1), "a");
  EXPECT_EQ(value->member_name(2), "c");
}

struct BadYaml {
  std::string yaml;
  std::string code;
  int line;
};

class ParseYamlRefuses : public testing::TestWithParam<BadYaml> {};

TEST_P(ParseYamlRefuses, WithThePlace) {
  const text::SourceText source("a.yaml", GetParam().yaml);

  const auto value = parse_yaml(source);

  ASSERT_FALSE(value.has_value());
  EXPECT_EQ(value.error().code, GetParam().code);
  EXPECT_EQ(value.error().where.line, GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(
    Table, ParseYamlRefuses,
    testing::Values(
        BadYaml{"a: 1\nb: [1, 2\n", "config/bad-yaml", 3},
        BadYaml{"a: 1\na: 2\n", "config/bad-yaml", 2},
        BadYaml{"a: *nowhere\n", "config/bad-yaml", 1}, BadYaml{"a: b: c\n", "config/bad-yaml", 1},
        BadYaml{std::string(600, '[') + "1" + std::string(600, ']'), "config/yaml-limit", 0},
        BadYaml{std::string(100, '[') + "1" + std::string(100, ']'), "config/yaml-limit", 1},
        BadYaml{std::string((1U << 20U) + 1, ' '), "config/yaml-limit", 0}));

}  // namespace
