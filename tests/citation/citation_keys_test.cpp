#include "citation/citation_keys.hpp"

#include "small_site.hpp"

#include <gtest/gtest.h>

#include <set>

namespace {

using citation::KeySource;

digest::Paper written_by(const std::string& id, const std::string& title,
                         const std::string& author) {
  digest::Paper paper = make_paper(id, title);
  paper.authors = {author};
  return paper;
}

std::string wanted(const std::string& title, const std::string& author) {
  const digest::Paper paper = written_by("2302.00001", title, author);
  return citation::wanted_key({.paper = &paper, .listed = {2023, 2, 8}});
}

TEST(CitationKey, IsNameYearAndFirstWord) {
  EXPECT_EQ(wanted("Language Models", "F F. Xu"), "xu2023language");
  EXPECT_EQ(wanted("On the Self-Supervised Learning", "L van der Maaten"), "maaten2023self");
  EXPECT_EQ(wanted("A Über Title", "É Évans"), "evans2023uber");
  EXPECT_EQ(wanted("3D Faces", "O'Brien"), "obrien20233d");
  EXPECT_EQ(wanted("The", "王伟"), "anon2023the");
  EXPECT_EQ(wanted("标题", "王伟"), "anon2023");
}

TEST(CitationKey, HasTheYearOfTheArxivNumber) {
  const digest::Paper paper = written_by("1706.02413", "Deep Sets", "C R. Qi");

  EXPECT_EQ(citation::wanted_key({.paper = &paper, .listed = {2023, 3, 3}}), "qi2017deep");
}

TEST(CitationKeys, AreUniqueAndStayWhenPapersAreAddedBehind) {
  std::vector<digest::Paper> papers;
  for (int i = 10'000; i < 10'400; ++i) {
    papers.push_back(written_by("2302." + std::to_string(i), "Language Models", "F Xu"));
  }
  std::vector<KeySource> sources;
  for (const digest::Paper& paper : papers) {
    sources.push_back({.paper = &paper, .listed = {2023, 2, 8}});
  }

  const std::vector<std::string> all = citation::citation_keys(sources);
  sources.resize(100);
  const std::vector<std::string> fewer = citation::citation_keys(sources);

  EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size());
  EXPECT_EQ(all.front(), "xu2023language");
  EXPECT_TRUE(std::equal(fewer.begin(), fewer.end(), all.begin()));
}

}  // namespace
