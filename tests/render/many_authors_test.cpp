#include "render/render_route.hpp"
#include "small_site.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

/// The bytes of the page at `path` on a site with one paper by `people`.
std::size_t page_size(int people, const std::string& path) {
  digest::Paper paper = make_paper("2401.00001", "Together");
  paper.authors.clear();
  for (int i = 0; i < people; ++i) {
    paper.authors.push_back("Ann Name" + std::to_string(10'000 + i));
  }
  const auto site = make_site({make_digest("a", {2024, 1, 1}, {paper})});
  const site::Route* const route = site->find(path);
  return route == nullptr ? 0 : render::render_route(*site, *route)->bytes.size();
}

/// Those whose name stands among thousands have pages all the same, and there are thousands of
/// them.
TEST(PaperByThousands, CostsThePagesThatListItNothing) {
  for (const char* const path : {"/authors/ann-name10001/", "/", "/2024/01/01/"}) {
    const std::size_t size = page_size(2000, path);
    EXPECT_GT(size, 1000U) << path;
    EXPECT_LT(size, page_size(300, path) + 2000) << path;
  }
}

TEST(PaperByThousands, IsCitedByAThousand) {
  const std::string path = "/papers/2401.00001/";
  const std::size_t of_names_alone = 2000 * std::string("<a href=\"/authors/…/\">…</a>").size() * 3;
  EXPECT_LT(page_size(4000, path), page_size(2000, path) + of_names_alone);
}

}  // namespace
