#include "enrich/snapshot_line.hpp"

#include <gtest/gtest.h>

namespace {

const char* const kLine =
    R"line({"id":"2301.00101","submitter":"L. Okafor","authors":"Lucy Okafor and M. J. Tan",)line"
    R"line("title":"Pebble:\n  A Small Network","comments":"8 pages",)line"
    R"line("journal-ref":"Lakeside Lett. 3 (2023)","doi":"10.1000/ABC","report-no":null,)line"
    R"line("categories":"cs.LG stat.ML","abstract":"  Small models count\ntheir errors.\n",)line"
    R"line("versions":[{"version":"v1","created":"Mon, 2 Jan 2023 19:18:42 GMT"}],)line"
    R"line("update_date":"2023-01-05",)line"
    R"line("authors_parsed":[["Okafor","Lucy",""],["Tan","M. J.","Jr"]]})line";

TEST(SnapshotLine, ShowsItsIdWithoutBeingRead) {
  EXPECT_EQ(enrich::snapshot_id(kLine), "2301.00101");
  EXPECT_EQ(enrich::snapshot_id("  { \"id\" : \"hep-th/9901001\", "), "hep-th/9901001");
  EXPECT_EQ(enrich::snapshot_id("{\"ids\": 1}"), "");
  EXPECT_EQ(enrich::snapshot_id("{\"id\": 7}"), "");
  EXPECT_EQ(enrich::snapshot_id("{\"id\":\"2301"), "");
  EXPECT_EQ(enrich::snapshot_id(""), "");
}

TEST(SnapshotLine, SaysWhatIsKnownOfAPaper) {
  enrich::SnapshotReader reader;

  const auto paper = reader.read(kLine);

  ASSERT_TRUE(paper);
  EXPECT_EQ(paper->arxiv_id, "2301.00101");
  EXPECT_EQ(paper->title, "Pebble: A Small Network");
  EXPECT_EQ(paper->authors[0].shown(), "Lucy Okafor");
  EXPECT_EQ(paper->authors[1].shown(), "M. J. Tan Jr");
  EXPECT_EQ(paper->abstract, "Small models count their errors.");
  EXPECT_EQ(paper->categories, (std::vector<std::string>{"cs.LG", "stat.ML"}));
  EXPECT_EQ(paper->doi, "10.1000/abc");
  EXPECT_EQ(paper->venue, "Lakeside Lett. 3 (2023)");
  EXPECT_EQ(paper->published, "2023-01-02");
  EXPECT_EQ(paper->updated, "2023-01-05");
  EXPECT_FALSE(reader.read("{\"id\":"));
  EXPECT_FALSE(reader.read("[]"));
}

}  // namespace
