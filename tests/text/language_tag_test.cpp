#include "text/language_tag.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace {

TEST(LanguageTag, TellsTheLanguageByTheScript) {
  struct Case {
    std::string_view text;
    std::string_view tag;
  };

  const std::vector<Case> cases = {
      {"", "en"},
      {"42 %", "en"},
      {"A plain sentence.", "en"},
      {"一句话总结", "zh-Hans"},
      {"用 ScienceQA 检验 GPT-3.5 的多模态思维链", "zh-Hans"},
      {"SAM: 万物分割", "zh-Hans"},
      {"The character 道 has been read in many ways by many commentators.", "en"},
      {"言語モデルに画像を説明させる", "ja"},
      {"언어 모델의 추론", "ko"},
      {"\xff\xfe", "en"},
  };

  for (const Case& one : cases) {
    EXPECT_EQ(text::language_tag(one.text), one.tag) << one.text;
  }
}

}  // namespace
