#include "config/term_entries.hpp"

#include <gtest/gtest.h>

namespace {

using config::is_orcid;
using config::is_ror;
using config::parse_authors;
using config::parse_institutions;
using text::SourceText;

TEST(ParseAuthors, ReadsEveryKey) {
  const SourceText source("authors.yaml", R"(
- name: Jie Li
  names: [J Li, "Li, J."]
  slug: jie-li-nowhere
  papers: [2302.00001]
  digests: late-march
  categories: [LG]
  orcid: https://orcid.org/0000-0002-1825-0097
  url: https://people.example/jie
  note: University of Nowhere
- name: Jun Li
)");

  const auto [entries, said] = parse_authors(source);

  EXPECT_TRUE(said.empty());
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].name.text, "Jie Li");
  ASSERT_EQ(entries[0].names.size(), 2U);
  EXPECT_EQ(entries[0].names[1].text, "Li, J.");
  EXPECT_EQ(entries[0].names[1].where, (diagnostics::Location{"authors.yaml", 3, 17}));
  EXPECT_EQ(entries[0].names[1].source_line, "  names: [J Li, \"Li, J.\"]");
  EXPECT_EQ(entries[0].slug, "jie-li-nowhere");
  EXPECT_EQ(entries[0].papers[0].text, "2302.00001");
  EXPECT_EQ(entries[0].digests[0].text, "late-march");
  EXPECT_EQ(entries[0].categories[0].text, "LG");
  EXPECT_EQ(entries[0].orcid, "0000-0002-1825-0097");
  EXPECT_EQ(entries[0].url, "https://people.example/jie");
  EXPECT_EQ(entries[0].note, "University of Nowhere");
}

TEST(ParseInstitutions, ReadsEveryKey) {
  const SourceText source("institutions.yaml", R"(
- name: University of Nowhere
  aliases: UN
  country: Nowhere
  ror: https://ror.org/042nb2s44
  url: https://nowhere.example
)");

  const auto [entries, said] = parse_institutions(source);

  EXPECT_TRUE(said.empty());
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].names[0].text, "UN");
  EXPECT_EQ(entries[0].country, "Nowhere");
  EXPECT_EQ(entries[0].ror, "042nb2s44");
  EXPECT_EQ(entries[0].url, "https://nowhere.example");
}

TEST(ParseAuthors, IsTotal) {
  for (const char* const bytes :
       {"", "~", "[]", "name: x", "- x", "- [x]", "- name: [x]", "- names: x", "- {}", "- ~",
        "- name: x\n  names: {a: b}", "- name: x\n  names: [[a]]", "- name: x\n  orcid: [a]",
        "- {[a]: b}", "- name: x\n  slug: ..", "[", "- name: \"\x01\""}) {
    const SourceText source("authors.yaml", bytes);
    EXPECT_LE(parse_authors(source).value.size(), 1U) << bytes;
  }
}

TEST(IsOrcid, ChecksTheLastDigit) {
  EXPECT_TRUE(is_orcid("0000-0002-1825-0097"));
  EXPECT_TRUE(is_orcid("0000-0001-5109-3700"));
  EXPECT_TRUE(is_orcid("0000-0002-1694-233X"));
  for (const char* const wrong :
       {"", "0000-0002-1825-0098", "0000-0002-1825-009X", "0000-0002-1694-233x", "0000000218250097",
        "0000-0002-1825-0097 ", "0000-0002-1825 0097", "000a-0002-1825-0097"}) {
    EXPECT_FALSE(is_orcid(wrong)) << wrong;
  }
}

TEST(IsRor, ChecksTheLastDigits) {
  for (const char* const right : {"042nb2s44", "05dxps055", "00f54p054", "03vek6s52"}) {
    EXPECT_TRUE(is_ror(right)) << right;
  }
  for (const char* const wrong :
       {"", "042nb2s45", "142nb2s44", "042nb2l44", "042NB2S44", "042nb2s4"}) {
    EXPECT_FALSE(is_ror(wrong)) << wrong;
  }
}

}  // namespace
