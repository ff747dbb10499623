#include "commands/build_summary.hpp"

#include "small_site.hpp"

#include <gtest/gtest.h>

namespace {

commands::BuildSummary summary_of(const site::Site& site) {
  return {.site = site,
          .counts = {.pages = 20, .written = 3, .kept = 17, .removed = 1, .bytes = 1'234'567},
          .times = {{"read", std::chrono::microseconds(400)},
                    {"parse", std::chrono::microseconds(12'000)}},
          .output = "public",
          .complaints = "1 warning"};
}

TEST(SummaryText, SaysWhatWasBuilt) {
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {make_paper("2302.00001", "A")})});

  EXPECT_EQ(commands::summary_text(summary_of(*site)),
            "1 digest, 1 paper -> 20 files (1.2 MB) in public, 12 ms\n"
            "  pages  1 index page, 1 year, 1 month, 1 day, 1 paper, 3 overviews, 1 category, "
            "2 authors, 1 institution, 1 title index page, 1 404 page, 1 search page, 4 search "
            "files, 7 assets, 1 data "
            "page, 6 feeds, 12 citation files, 3 record files, 2 crawler files\n"
            "  files  3 written, 17 unchanged, 1 removed\n"
            "  time   read <1 ms, parse 12 ms\n"
            "  1 warning\n");
}

TEST(SummaryJson, SaysTheSameToPrograms) {
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {make_paper("2302.00001", "A")})});

  const std::string json = commands::summary_json(summary_of(*site));

  EXPECT_NE(json.find("\"papers\":1"), std::string::npos);
  EXPECT_NE(json.find("\"microseconds\":{\"read\":400,\"parse\":12000}"), std::string::npos);
}

}  // namespace
