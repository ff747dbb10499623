#include "text/slug.hpp"

#include "text/random_text.hpp"
#include "text/utf8.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace text {
namespace {

TEST(Slugify, MakesAReadablePieceOfAUrl) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", ""},
      {"Title", "title"},
      {"Café  Zürich, 机器学习!", "cafe-zurich-机器学习"},
      {"Attention Is All You Need", "attention-is-all-you-need"},
      {"  --a--b--  ", "a-b"},
      {"C++ & C#", "c-c"},
      {"GPT-4: a 1.5x study", "gpt-4-a-1-5x-study"},
      {"Straße", "strasse"},
      {"Ａｂｃ　１２", "abc-12"},
      {"ﬁne №1 ½", "fine-no1-1-2"},
      {"Łukasz Kaiser", "lukasz-kaiser"},
      {"O'Brien, J.", "o-brien-j"},
      {"../../etc/passwd", "etc-passwd"},
      {"a\\b", "a-b"},
      {"%2e%2e%2f", "2e-2e-2f"},
      {"<script>alert(1)</script>", "script-alert-1-script"},
      {std::string("a\0b", 3), "a-b"},
      {"a\nb", "a-b"},
      {"...", ""},
      {"。，！", ""},
      {"😀", ""},
      {"\xFF\xFE", ""},
      {"a\xFF"
       "b",
       "a-b"},
      {"がぎ", "がぎ"},
      {"Чайковский", "чайковский"},
      {"हिन्दी", "हिन्दी"},
      {"so\u00ADft\u200Bly", "softly"},
  };
  for (const auto& [text, slug] : cases) {
    EXPECT_EQ(slugify(text), slug) << text;
  }
}

TEST(Slugify, IsEqualForTwoSpellingsOfOneName) {
  EXPECT_EQ(slugify("José García"), slugify("Jose\xCC\x81 Garci\xCC\x81"
                                            "a"));
  EXPECT_EQ(slugify("OPENAI"), slugify("OpenAI"));
}

TEST(Slugify, CutsLongTextsAtACharacter) {
  EXPECT_EQ(slugify(std::string(500, 'a')), std::string(kMaxSlugSize, 'a'));
  std::string han;
  for (int i = 0; i < 100; ++i) {
    han += "中";
  }
  EXPECT_EQ(slugify(han).size(), kMaxSlugSize - kMaxSlugSize % 3);
  EXPECT_EQ(slugify(std::string(kMaxSlugSize, 'a') + " b"), std::string(kMaxSlugSize, 'a'));
  EXPECT_EQ(slugify(std::string(kMaxSlugSize - 1, 'a') + " b"), std::string(kMaxSlugSize - 1, 'a'));
}

TEST(Slugify, NeverLeavesTheOutputFolder) {
  RandomText random;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = random.bytes(120);
    const std::string slug = slugify(text);

    EXPECT_LE(slug.size(), kMaxSlugSize);
    EXPECT_EQ(slug.find_first_of("/.\\%?#<>\"'& \n\r\t"), std::string::npos) << slug;
    EXPECT_TRUE(std::ranges::none_of(slug, [](char c) { return c >= 0 && c < 0x20; }));
    EXPECT_FALSE(first_malformed(slug));
    EXPECT_FALSE(slug.starts_with('-') || slug.ends_with('-')) << slug;
    EXPECT_EQ(slug.find("--"), std::string::npos) << slug;
    EXPECT_EQ(slugify(slug), slug) << text;
  }
}

}  // namespace
}  // namespace text
