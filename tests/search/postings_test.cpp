#include "search/postings.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

search::PaperTerm term(std::uint64_t hash, std::uint8_t standing) {
  return {.hash = hash, .name_at = 0, .name_size = 1, .standing = standing};
}

TEST(Postings, ComeBackAsTheyWereAdded) {
  search::Postings postings;
  std::vector<std::uint32_t> papers;
  // Far apart and close together, enough for many pieces.
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    papers.push_back(i * i / 7);
    postings.add(term(1, static_cast<std::uint8_t>(i % 63 + 1)), "a", papers.back());
    postings.add(term(2 + i, 5), "b", papers.back());
  }

  const std::vector<search::Posting> read =
      search::postings_from(postings.list_of(postings.terms().front()));

  ASSERT_EQ(read.size(), papers.size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    ASSERT_EQ(read[i].paper, papers[i]);
    ASSERT_EQ(read[i].standing, i % 63 + 1);
  }
  EXPECT_EQ(postings.terms().size(), 20'001U);
  EXPECT_EQ(postings.terms().front().papers, 20'000U);
}

TEST(Postings, AreWrittenAsTheyAreRead) {
  const std::vector<search::Posting> list = {{0, 1}, {127, 2}, {128, 3}, {100'000, 0xFF}};

  const std::string bytes = search::list_from(list);

  EXPECT_EQ(bytes.size(), 2U + 2U + 2U + 4U);
  EXPECT_EQ(search::list_from(search::postings_from(bytes)), bytes);
}

TEST(Postings, OfBrokenBytesEnd) {
  EXPECT_TRUE(search::postings_from("\xff\xff\xff\xff\xff\xff\xff").empty());
  EXPECT_TRUE(search::postings_from("\x05").empty());
}

}  // namespace
