#include "render/listing_view.hpp"

#include "small_site.hpp"

#include <gtest/gtest.h>

namespace {

TEST(PaginatorValue, KnowsItsNeighboursAndTheEndsOfEachPage) {
  config::SiteConfig config;
  config.paginate.papers = 2;
  const auto site =
      make_site({make_digest("a", {2023, 2, 8},
                             {make_paper("2302.00001", "A"), make_paper("2302.00002", "B"),
                              make_paper("2302.00003", "C")})},
                config);
  const render::Listing listing{.route = *site->find("/categories/lg/page/2/"),
                                .item_count = 3,
                                .per_page = 2,
                                .label = [](std::size_t item) { return std::to_string(item); }};

  const values::Value paginator = render::paginator_value(*site, listing);

  EXPECT_EQ(render::items_on_page(listing).begin, 2U);
  EXPECT_EQ(render::items_on_page(listing).end, 3U);
  EXPECT_EQ(paginator.member("number").as_integer(), 2);
  EXPECT_EQ(paginator.member("previous").as_text(), "/categories/lg/");
  EXPECT_TRUE(paginator.member("next").is_none());
  EXPECT_EQ(paginator.member("pages").at(0).member("last").as_text(), "1");
  EXPECT_TRUE(paginator.member("pages").at(1).member("current").as_boolean());
}

}  // namespace
