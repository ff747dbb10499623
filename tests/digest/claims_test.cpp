#include "digest/claims.hpp"

#include "digest/case_files.hpp"
#include "digest/parse_digest.hpp"

#include <gtest/gtest.h>

namespace {

using digest::Claim;
using digest::ClaimBook;

TEST(ClaimBook, GivesBlanksAndLineBreaksToTheClaimBeforeThem) {
  const text::SourceText source("a.txt", "  title  authors \n\nrest\n");
  ClaimBook book(source);
  book.claim(source.bytes().substr(2, 5), "title", 1);
  book.claim(source.bytes().substr(9, 7), "authors", 1);

  const std::vector<Claim> claims = std::move(book).complete();

  const std::vector<Claim> expected = {
      {0, 9, "title", 1}, {9, 9, "authors", 1}, {18, 1, "blank", 0}, {19, 5, "unclaimed", 0}};
  EXPECT_EQ(claims, expected);
}

TEST(ClaimBook, ReportsWhatNobodyClaimsInTheMiddleOfALine) {
  const text::SourceText source("a.txt", "one two three");
  ClaimBook book(source);
  book.claim(source.bytes().substr(0, 3), "title", 1);
  book.claim(source.bytes().substr(8, 5), "url", 1);

  const std::vector<Claim> claims = std::move(book).complete();

  ASSERT_EQ(claims.size(), 3U);
  EXPECT_EQ(claims[1].kind, "unclaimed");
}

TEST(ClaimBook, LetsTheFirstOfTwoClaimsStand) {
  const text::SourceText source("a.txt", "one two");
  ClaimBook book(source);
  book.claim(source.bytes(), "title", 1);
  book.claim(source.bytes().substr(4), "url", 1);

  const std::vector<Claim> claims = std::move(book).complete();

  EXPECT_EQ(claims, (std::vector<Claim>{{0, 7, "title", 1}}));
}

TEST(Claims, CoverAFileOfRecordsThatCannotBeRead) {
  const text::SourceText source("papers.jsonl", "{\"title\":\r\"T\"}\r");

  const std::vector<digest::ParsedDigest> parsed = digest::parse_digest_file(source).value;

  ASSERT_EQ(parsed.size(), 1U);
  ASSERT_EQ(parsed[0].claims.size(), 1U);
  EXPECT_EQ(parsed[0].claims[0].size, source.bytes().size());
}

/// The accounting: every byte of every case belongs to exactly one claim, and no claim reaches over
/// a line break.
TEST(Claims, CoverEveryByteOfEveryCaseOnce) {
  for (const std::string& name : digest_tests::case_names()) {
    const text::SourceText source(name,
                                  digest_tests::read_file(digest_tests::case_folder() / name));
    for (const digest::ParsedDigest& parsed : digest::parse_digest_file(source).value) {
      std::size_t covered = 0;
      for (const Claim& claim : parsed.claims) {
        EXPECT_EQ(claim.offset, covered) << name;
        EXPECT_GT(claim.size, 0U) << name;
        const std::size_t last = claim.offset + claim.size - 1;
        EXPECT_EQ(source.place_of(claim.offset).line, source.place_of(last).line) << name;
        covered += claim.size;
      }
      EXPECT_EQ(covered, source.bytes().size()) << name;
    }
  }
}

}  // namespace
