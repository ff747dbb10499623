#include "catalog/category_names.hpp"

#include "catalog/sample_digests.hpp"

#include <gtest/gtest.h>

namespace {

using catalog::CategoryNames;
using catalog_test::digest_of;

catalog::CatalogDigest with_legend(const std::string& date,
                                   std::vector<digest::LegendEntry> legend) {
  catalog::CatalogDigest digest;
  digest.head = digest_of("a", date);
  digest.head.legend = std::move(legend);
  return digest;
}

TEST(CategoryNames, ComeFromTheNewestLegendThatHasTheTag) {
  const std::vector<catalog::CatalogDigest> digests = {
      with_legend("2023-02-08", {{"LG", "学习"}, {"CV", "视觉"}}),
      with_legend("2023-02-09", {{"LG", "机器学习（新）"}, {"CV", " "}}),
      with_legend("", {{"LG", "undated"}, {"XX", "only here"}})};
  const CategoryNames names(digests, {});

  EXPECT_EQ(names.name_of("LG"), "机器学习（新）");
  EXPECT_EQ(names.name_of("lg"), "机器学习（新）");
  EXPECT_EQ(names.name_of("CV"), "视觉");
  EXPECT_EQ(names.name_of("XX"), "only here");
}

TEST(CategoryNames, OfTheSiteAreStronger) {
  const std::vector<catalog::CatalogDigest> digests = {with_legend("2023-02-08", {{"LG", "学习"}})};
  catalog::CatalogOptions options;
  options.category_names = {{"lg", "Learning"}};
  options.category_arxiv = {{"LG", "stat.ML"}};
  const CategoryNames names(digests, options);

  EXPECT_EQ(names.name_of("LG"), "Learning");
  EXPECT_EQ(names.arxiv_of("LG"), "stat.ML");
}

TEST(CategoryNames, AreBuiltInForTheUsualTags) {
  const CategoryNames chinese({}, {});
  catalog::CatalogOptions options;
  options.language = "en";
  const CategoryNames english({}, options);

  EXPECT_EQ(chinese.name_of("AS"), "音频与语音");
  EXPECT_EQ(english.name_of("AS"), "Audio and Speech Processing");
  EXPECT_EQ(english.name_of("eess.AS"), "Audio and Speech Processing");
  EXPECT_EQ(chinese.name_of("ZZ"), "");
}

TEST(CategoryNames, MapToArxiv) {
  const CategoryNames names({}, {});

  for (const auto& [code, arxiv] : std::vector<std::pair<std::string, std::string>>{
           {"LG", "cs.LG"},    {"CV", "cs.CV"},    {"CL", "cs.CL"},   {"RO", "cs.RO"},
           {"AS", "eess.AS"},  {"AI", "cs.AI"},    {"IR", "cs.IR"},   {"NE", "cs.NE"},
           {"SD", "cs.SD"},    {"GR", "cs.GR"},    {"HC", "cs.HC"},   {"CR", "cs.CR"},
           {"SI", "cs.SI"},    {"IV", "eess.IV"},  {"SP", "eess.SP"}, {"ML", "stat.ML"},
           {"QM", "q-bio.QM"}, {"cs.LG", "cs.LG"}, {"ZZ", ""},        {"math.OC", "math.OC"},
           {"cs.LG/x", ""},    {".LG", ""},        {"cs.", ""}}) {
    EXPECT_EQ(names.arxiv_of(code), arxiv) << code;
  }
}

}  // namespace
