#include "citation/person_name.hpp"

#include <gtest/gtest.h>

namespace {

using citation::PersonName;

struct Case {
  const char* name;
  PersonName parts;
};

void PrintTo(const Case& one, std::ostream* out) {
  *out << one.name;
}

class PartName : public testing::TestWithParam<Case> {};

TEST_P(PartName, KeepsParticlesAndSuffixesInTheirPlace) {
  EXPECT_EQ(citation::part_name(GetParam().name), GetParam().parts) << GetParam().name;
}

const Case kCases[] = {
    {"J Andreas", {.given = "J", .family = "Andreas"}},
    {"J C. O'Brien", {.given = "J C.", .family = "O'Brien"}},
    {"Laurens van der Maaten", {.given = "Laurens", .family = "van der Maaten"}},
    {"F v Fischer", {.given = "F", .family = "v Fischer"}},
    {"John Smith Jr.", {.given = "John", .family = "Smith", .suffix = "Jr."}},
    {"Smith, John", {.given = "John", .family = "Smith"}},
    {"John Smith, III", {.given = "John", .family = "Smith", .suffix = "III"}},
    {"É  Évariste", {.given = "É", .family = "Évariste"}},
    {"Wei 王", {.given = "Wei", .family = "王"}},
    {"OpenAI", {.literal = "OpenAI"}},
    {"王伟", {.literal = "王伟"}},
    {"A, B, C", {.literal = "A, B, C"}},
    {"Smith,", {.literal = "Smith,"}},
};

INSTANTIATE_TEST_SUITE_P(Names, PartName, testing::ValuesIn(kCases));

TEST(Inverted, SaysTheFamilyNameFirst) {
  EXPECT_EQ(citation::inverted(citation::part_name("Laurens van der Maaten")),
            "van der Maaten, Laurens");
  EXPECT_EQ(citation::inverted(citation::part_name("John Smith Jr.")), "Smith, John, Jr.");
  EXPECT_EQ(citation::inverted(citation::part_name("OpenAI")), "OpenAI");
}

}  // namespace
