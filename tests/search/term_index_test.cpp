#include "search/term_index.hpp"

#include "small_site.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <thread>

namespace {

std::vector<digest::Digest> many_digests(int count) {
  std::vector<digest::Digest> digests;
  for (int i = 0; i < count; ++i) {
    std::vector<digest::Paper> papers;
    for (int paper = 0; paper < 10; ++paper) {
      const std::string number = std::to_string(10'000 + i * 10 + paper);
      papers.push_back(make_paper("2302." + number, "Paper number" + number + " on learning"));
      papers.back().title_zh = "第" + number + "篇关于学习的论文";
      papers.back().abstract = std::string(2000, 'x') + " filler" + number;
    }
    digests.push_back(make_digest("d" + std::to_string(i), {2023, 1 + i / 28, 1 + i % 28}, papers));
  }
  return digests;
}

struct FoundTerm {
  std::uint32_t papers = 0;
  std::vector<search::Posting> list;
};

/// Reads a file as docs/search.md describes it.
std::map<std::string, FoundTerm> terms_in(std::string_view bytes) {
  std::map<std::string, FoundTerm> terms;
  std::size_t at = 4;
  const auto number = [&bytes, &at] {
    std::uint32_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes[at++]);
      value |= (byte & 0x7FU) << shift;
      if (byte < 0x80) {
        return value;
      }
    }
  };
  std::string name;
  while (at < bytes.size()) {
    name.resize(number());
    const std::uint32_t rest = number();
    name += bytes.substr(at, rest);
    at += rest;
    FoundTerm& term = terms[name];
    term.papers = number();
    std::uint32_t paper = 0;
    for (std::uint32_t i = 0; i < std::min(term.papers, search::kLongestList); ++i) {
      paper += number();
      term.list.push_back({paper, static_cast<std::uint8_t>(bytes[at++])});
    }
  }
  return terms;
}

TEST(TermIndex, HoldsEveryTermOnceInTheFileThatItsNameLeadsTo) {
  const auto site = make_site(many_digests(40));
  const search::TermIndex& index = site->search_terms();

  std::map<std::string, FoundTerm> all;
  ASSERT_GT(index.file_count(), 3U);
  for (std::size_t file = 0; file < index.file_count(); ++file) {
    for (auto& [name, term] : terms_in(index.file_bytes(file))) {
      EXPECT_GE(name, index.first_name(file));
      if (file + 1 < index.file_count()) {
        EXPECT_LT(name, index.first_name(file + 1));
      }
      EXPECT_TRUE(all.emplace(name, term).second) << name;
    }
  }
  EXPECT_EQ(all.at("学习").papers, 400U);
  EXPECT_EQ(all.at("andrea").papers, 400U);
  EXPECT_EQ(all.at("#2302.10123").list.front().paper, 123U);
  EXPECT_EQ(all.at("number10123").list.front().standing & search::kInTitle, search::kInTitle);
  EXPECT_EQ(all.at("filler10123").list.front().standing & search::kInTitle, 0);
  EXPECT_EQ(all.at("andrea").list.front().standing & search::kInAuthors, search::kInAuthors);
}

TEST(TermIndex, WeighsATitleMoreThanAnAbstract) {
  digest::Paper in_title = make_paper("2302.00001", "Rare");
  digest::Paper in_abstract = make_paper("2302.00002", "Other");
  in_abstract.abstract = "rare";
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {in_title, in_abstract})});

  const FoundTerm rare = terms_in(site->search_terms().file_bytes(0)).at("rare");

  EXPECT_GT(rare.list.at(0).standing & search::kMostWeight,
            rare.list.at(1).standing & search::kMostWeight);
}

TEST(TermIndex, IsTheSameForAnyNumberOfThreads) {
  const auto one = make_site(many_digests(150));
  const auto other = make_site(many_digests(150));
  static_cast<void>(
      other->search_terms([](std::size_t count, const std::function<void(std::size_t)>& call) {
        std::vector<std::jthread> threads;
        for (std::size_t i = count; i-- > 0;) {
          threads.emplace_back(call, i);
          if (threads.size() == 16) {
            threads.clear();
          }
        }
      }));

  EXPECT_EQ(one->search_terms().version(), other->search_terms().version());
  for (std::size_t file = 0; file < one->search_terms().file_count(); ++file) {
    EXPECT_EQ(one->search_terms().file_bytes(file), other->search_terms().file_bytes(file));
  }
}

TEST(TermIndex, ChangesItsVersionWithAnyWord) {
  const auto version = [](const std::string& title) {
    return make_site({make_digest("a", {2023, 2, 8}, {make_paper("2302.00001", title)})})
        ->search_terms()
        .version();
  };

  EXPECT_EQ(version("One"), version("One"));
  EXPECT_NE(version("One"), version("Two"));
}

TEST(TermIndex, OfASiteWithoutPapersIsOneEmptyFile) {
  const auto site = make_site({});

  EXPECT_EQ(site->search_terms().file_count(), 1U);
  EXPECT_EQ(site->search_terms().file_bytes(0).size(), 4U);
}

TEST(LazyTermIndex, IsOneForAllWhoAskAtOnce) {
  const auto site = make_site(many_digests(20));
  std::array<const search::TermIndex*, 4> seen{};
  {
    std::vector<std::jthread> threads;
    for (const search::TermIndex*& one : seen) {
      threads.emplace_back([&one, &site] { one = &site->search_terms(); });
    }
  }

  EXPECT_EQ(std::ranges::count(seen, seen.front()), std::ssize(seen));
}

}  // namespace
