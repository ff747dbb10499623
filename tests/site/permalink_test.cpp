#include "site/permalink.hpp"

#include "site/route.hpp"

#include <gtest/gtest.h>

namespace {

digest::Paper paper(const std::string& id, const std::string& arxiv_id, const std::string& title) {
  digest::Paper paper;
  paper.id = id;
  paper.arxiv_id = arxiv_id;
  paper.title = title;
  return paper;
}

TEST(PaperPath, IsTheArxivIdWhereThereIsOne) {
  EXPECT_EQ(site::paper_path(paper("2302.02801", "2302.02801", "LaMPP")), "/papers/2302.02801/");
}

TEST(PaperPath, IsAReadableSlugWithADigestOfTheIdentityOtherwise) {
  const std::string old = site::paper_path(paper("cs/0205070", "cs/0205070", "Thumbs up?"));
  EXPECT_TRUE(old.starts_with("/papers/thumbs-up-")) << old;
  EXPECT_EQ(old.size(), std::string("/papers/thumbs-up-123456/").size());

  const std::string first = site::paper_path(paper("title:a", "", "Same title"));
  const std::string second = site::paper_path(paper("title:b", "", "Same title"));
  EXPECT_NE(first, second);
}

TEST(PaperPath, CannotLeaveTheFolderOfPapers) {
  const std::string path = site::paper_path(paper("../../etc", "../../etc", "../../etc/passwd"));
  EXPECT_TRUE(path.starts_with("/papers/etc-passwd-")) << path;
  EXPECT_EQ(path.find(".."), std::string::npos);
  const std::string dots = site::paper_path(paper("..", "..", ".."));
  EXPECT_EQ(dots.find(".."), std::string::npos) << dots;
}

TEST(DigestPath, SaysAsMuchOfTheDateAsIsKnown) {
  digest::Digest digest;
  digest.name = "late march";
  digest.date = {2023, 3, 28};
  EXPECT_EQ(site::digest_path(digest), "/2023/03/28/");
  digest.date = {2023, 3, 0};
  EXPECT_EQ(site::digest_path(digest), "/2023/03/late-march/");
  digest.date = {};
  EXPECT_EQ(site::digest_path(digest), "/undated/late-march/");
}

TEST(DigestPath, KeepsANameThatAUrlCanHold) {
  digest::Digest digest;
  digest.name = "004_C97c";
  EXPECT_EQ(site::digest_path(digest), "/undated/004_C97c/");
  digest.name = "摘编-3";
  EXPECT_EQ(site::digest_path(digest), "/undated/摘编-3/");
}

TEST(DigestPath, HasANameWhereTheFileHasNoneThatAUrlCanHold) {
  digest::Digest digest;
  digest.name = "!!!";
  EXPECT_EQ(site::digest_path(digest).size(), std::string("/undated/123456/").size());
}

TEST(WrittenPagePath, FollowsTheFolders) {
  EXPECT_EQ(site::written_page_path("about.md"), "/about/");
  EXPECT_EQ(site::written_page_path("guide/First steps.md"), "/guide/first-steps/");
  EXPECT_EQ(site::written_page_path("关于.md"), "/关于/");
  EXPECT_EQ(site::written_page_path("!!!.md"), "");
}

TEST(ListPagePath, NumbersLaterPages) {
  EXPECT_EQ(site::list_page_path("/categories/lg/", 1), "/categories/lg/");
  EXPECT_EQ(site::list_page_path("/categories/lg/", 2), "/categories/lg/page/2/");
}

TEST(OutputFile, IsAnIndexInAFolder) {
  EXPECT_EQ(site::output_file("/"), "index.html");
  EXPECT_EQ(site::output_file("/2023/02/"), "2023/02/index.html");
  EXPECT_EQ(site::output_file("/404.html"), "404.html");
}

}  // namespace
