#include "catalog/possible_people.hpp"

#include "catalog/name_keys.hpp"
#include "catalog/sample_digests.hpp"

#include <gtest/gtest.h>

namespace {

using catalog::has_initials_only;

std::vector<catalog::Term> terms(const std::vector<std::string>& names) {
  std::vector<catalog::Term> terms;
  for (const std::string& name : names) {
    catalog::Term term;
    term.name = name;
    term.key = catalog::author_key(name);
    terms.push_back(std::move(term));
  }
  return terms;
}

/// The names that the first of `names` may stand for.
std::vector<std::string> may_be(const std::vector<std::string>& names) {
  std::vector<catalog::Term> authors = terms(names);
  catalog::find_possible_people(authors);
  std::vector<std::string> found;
  for (const catalog::TermIndex person : authors[0].may_be) {
    found.push_back(authors[person.value].name);
  }
  return found;
}

TEST(HasInitialsOnly, TellsInitialsFromNames) {
  for (const char* const key :
       {"j li", "a k lampinen", "h v hasselt", "j van der berg", "k roe jr", "é roux", "w xu"}) {
    EXPECT_TRUE(has_initials_only(key)) << key;
  }
  for (const char* const key : {"jie li", "plato", "张三", "jean-luc picot", "andrew k lampinen",
                                "a", "x y", "li", "", "van der berg"}) {
    EXPECT_FALSE(has_initials_only(key)) << key;
  }
}

TEST(FindPossiblePeople, NamesWhoeverSharesFamilyNameAndInitials) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(may_be({"J Li", "Jie Li", "Jun Li", "Wei Li", "Jie Lin", "J B Li"}),
            (Names{"Jie Li", "Jun Li"}));
  EXPECT_EQ(may_be({"W Xu", "Y Xu"}), Names{});
  EXPECT_EQ(may_be({"J-B Li", "Jie Li", "Jun Bo Li", "Jian-Bing Li", "Jing-Tao Li"}),
            (Names{"Jie Li", "Jun Bo Li", "Jian-Bing Li"}));
  EXPECT_EQ(may_be({"L van Berg", "Ludwig van Berg", "Ludwig Berg"}), Names{"Ludwig van Berg"});
  EXPECT_EQ(may_be({"K Roe", "Kim Roe Jr."}), Names{"Kim Roe Jr."});
}

TEST(FindPossiblePeople, LeavesPeopleAloneWhomTheSiteKnows) {
  std::vector<catalog::Term> authors = terms({"J Li", "Jie Li"});
  authors[0].entry = 0;

  catalog::find_possible_people(authors);

  EXPECT_FALSE(authors[0].initials_only);
  EXPECT_TRUE(authors[0].may_be.empty());
}

TEST(FindPossiblePeople, NamesTwelveAtMost) {
  std::vector<std::string> names = {"J Li"};
  for (char c = 'a'; c <= 'z'; ++c) {
    names.push_back(std::string("J") + c + " Li");
  }

  EXPECT_EQ(may_be(names).size(), catalog::kMostPossiblePeople);
}

}  // namespace
