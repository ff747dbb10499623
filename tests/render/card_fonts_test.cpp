#include "render/card_fonts.hpp"

#include "render/installed_fonts.hpp"
#include "small_site.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace {

bool is_latin(char32_t value) {
  return value < 0x250;
}

/// Two days; the title of the second one's paper has two characters that are not Latin.
pipeline::AssemblyInput two_days(const std::string& base_url = "https://e.org") {
  pipeline::AssemblyInput input;
  input.config.social_cards = true;
  input.config.base_url = base_url;
  input.config.language = "en";
  input.digests = {make_digest("a", {2023, 2, 8}, {make_paper("2302.00001", "Plain")}),
                   make_digest("b", {2023, 2, 9}, {make_paper("2302.00002", "Ωmega λ")})};
  input.can_show = is_latin;
  return input;
}

std::vector<diagnostics::Diagnostic> said_of_fonts(const pipeline::LoadedSite& loaded) {
  std::vector<diagnostics::Diagnostic> said;
  std::ranges::copy_if(loaded.diagnostics, std::back_inserter(said),
                       [](const auto& one) { return one.code == "render/missing-font"; });
  return said;
}

TEST(CardFonts, LeaveOutTheCardsOfDaysThatNoFontCanShow) {
  const pipeline::LoadedSite loaded = pipeline::assemble_site(two_days(), 1);

  EXPECT_NE(loaded.site->find("/2023/02/08/card.png"), nullptr);
  EXPECT_EQ(loaded.site->find("/2023/02/09/card.png"), nullptr);
  const auto said = said_of_fonts(loaded);
  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].severity, diagnostics::Severity::warning);
  EXPECT_THAT(said[0].message, testing::HasSubstr("Ω (U+03A9) and 1 more character of"));
  EXPECT_THAT(said[0].remedy, testing::HasSubstr("fonts-noto-cjk"));
}

TEST(CardFonts, ComplainOnceForAllLanguages) {
  pipeline::AssemblyInput input = two_days();
  input.config.language = "zh";
  input.config.other_languages = {"en"};

  const pipeline::LoadedSite loaded = pipeline::assemble_site(std::move(input), 1);

  EXPECT_EQ(said_of_fonts(loaded).size(), 1U);
  EXPECT_EQ(loaded.site->find("/2023/02/08/card.png"), nullptr) << "its date is Chinese";
  EXPECT_TRUE(loaded.site->locate("/en/2023/02/08/card.png").has_value());
}

TEST(CardFonts, AskForNoCharacterThatACardDoesNotShow) {
  pipeline::AssemblyInput input = two_days();
  input.digests[0].papers[0].title_zh = "只在中文页面上";
  input.digests[1].papers[0].title = "Also plain";
  digest::Paper brief = make_paper("2302.00003", "λ in brief");
  brief.section = digest::Section::also;
  input.digests[1].papers.push_back(brief);

  const pipeline::LoadedSite loaded = pipeline::assemble_site(std::move(input), 1);

  EXPECT_TRUE(said_of_fonts(loaded).empty());
  EXPECT_NE(loaded.site->find("/2023/02/09/card.png"), nullptr);
}

TEST(CardFonts, AskForMathematicsAsACardShowsIt) {
  pipeline::AssemblyInput input = two_days();
  input.digests[1].papers[0].title = "Sorting in $O(n^4)$";

  const pipeline::LoadedSite loaded = pipeline::assemble_site(std::move(input), 1);

  const auto said = said_of_fonts(loaded);
  ASSERT_EQ(said.size(), 1U);
  EXPECT_THAT(said[0].message, testing::HasSubstr("\u2074 (U+2074)"));
}

TEST(CardFonts, SayNothingWhereNoCardIsWanted) {
  pipeline::AssemblyInput off = two_days();
  off.config.social_cards = false;

  for (pipeline::AssemblyInput& input : std::array{std::move(off), two_days("")}) {
    const pipeline::LoadedSite loaded = pipeline::assemble_site(std::move(input), 1);
    EXPECT_TRUE(said_of_fonts(loaded).empty());
    EXPECT_EQ(loaded.site->find("/2023/02/08/card.png"), nullptr);
  }
}

TEST(InstalledFonts, NeedNoneForWhatIsNotSeen) {
  const render::InstalledFonts& fonts = render::installed_fonts();

  for (const char32_t value : {U' ', U'\u200B', U'\u200D', U'\uFE0F', U'\u202E'}) {
    EXPECT_TRUE(fonts.can_show(value)) << static_cast<unsigned>(value);
  }
}

/// In a process of its own, which has not yet looked for fonts.
TEST(InstalledFontsDeathTest, ShowNothingWhereThereAreNone) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const TemporaryFolder folder;
  folder.write("fonts.conf", "<?xml version=\"1.0\"?><fontconfig><dir>" + folder.path() +
                                 "/none</dir></fontconfig>");

  EXPECT_EXIT(
      {
        ::setenv("FONTCONFIG_FILE", (folder.path() + "/fonts.conf").c_str(), 1);
        const render::InstalledFonts fonts;
        std::_Exit(fonts.can_show(U'A') || !fonts.version().empty() ? 1 : 0);
      },
      testing::ExitedWithCode(0), "");
}

}  // namespace
