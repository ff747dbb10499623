#include "enrich/read_csl_json.hpp"

#include <gtest/gtest.h>

namespace {

TEST(ReadCslJson, SaysWhatIsKnownOfAPaper) {
  const auto read = enrich::read_csl_json(text::SourceText("a.json", R"([
    {"title": "Seeing Rain", "DOI": "10.1000/RAIN", "URL": "https://arxiv.org/abs/2301.00202",
     "author": [{"family": "Dijk", "non-dropping-particle": "van", "given": "Sam"},
                {"literal": "Rain Group"}],
     "container-title": "Lakeside Letters", "abstract": "We  read\ndrops.",
     "issued": {"date-parts": [[2023, "2", 8]]}}, 7])"));

  ASSERT_EQ(read.value.size(), 1U);
  EXPECT_EQ(read.value[0].authors[0].shown(), "Sam van Dijk");
  EXPECT_EQ(read.value[0].authors[1].shown(), "Rain Group");
  EXPECT_EQ(read.value[0].arxiv_id, "2301.00202");
  EXPECT_EQ(read.value[0].doi, "10.1000/rain");
  EXPECT_EQ(read.value[0].abstract, "We read drops.");
  EXPECT_EQ(read.value[0].published, "2023-02-08");
  ASSERT_EQ(read.diagnostics.size(), 1U);
  EXPECT_EQ(read.diagnostics[0].code, "enrich/bad-csl");
}

TEST(ReadCslJson, ReportsAFileThatIsNoArray) {
  for (const char* const text : {"[", "{\"title\": 1}", ""}) {
    EXPECT_EQ(enrich::read_csl_json(text::SourceText("a.json", text)).diagnostics.size(), 1U);
  }
}

}  // namespace
