#include "site/term_orders.hpp"

#include "small_site.hpp"

#include <gtest/gtest.h>

namespace {

TEST(OrderTerms, ListsAuthorsByFamilyNameAndByPapers) {
  digest::Paper first = make_paper("2302.00001", "A");
  first.authors = {"W Zhang", "B Adams", "X Ågren"};
  digest::Paper second = make_paper("2302.00002", "B");
  second.authors = {"W Zhang"};
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {first, second})});
  const auto& terms = site->catalog().terms_of(catalog::Taxonomy::author);
  const site::TermOrder& order = site->order_of(catalog::Taxonomy::author);
  const auto names = [&](const std::vector<catalog::TermIndex>& indices) {
    std::vector<std::string> list;
    for (const catalog::TermIndex index : indices) {
      list.push_back(terms[index.value].name);
    }
    return list;
  };

  EXPECT_EQ(names(order.by_name), (std::vector<std::string>{"B Adams", "X Ågren", "W Zhang"}));
  EXPECT_EQ(names(order.by_count), (std::vector<std::string>{"W Zhang", "B Adams", "X Ågren"}));
  EXPECT_EQ(order.place_by_name[order.by_name[1].value], 1U);
}

TEST(PapersByTitle, StandAsPeopleLookThemUp) {
  const auto site = make_site({make_digest(
      "a", {2023, 2, 8},
      {make_paper("2302.00001", "The Zebra"), make_paper("2302.00002", "“An Ant” and a Bee"),
       make_paper("2302.00003", "Éclairs for All"), make_paper("2302.00004", "eagles at Night"),
       make_paper("2302.00005", "扩散模型"), make_paper("2302.00006", "3D Maps")})});
  std::vector<std::string> ids;
  for (const catalog::PaperIndex paper : site->papers_by_title()) {
    ids.push_back(site->catalog().papers[paper.value].record.id);
  }

  EXPECT_EQ(ids, (std::vector<std::string>{"2302.00006", "2302.00002", "2302.00004", "2302.00003",
                                           "2302.00001", "2302.00005"}));
}

}  // namespace
