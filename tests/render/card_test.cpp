#include "render/card.hpp"

#include "png_reader.hpp"
#include "render/check_routes.hpp"
#include "render/render_route.hpp"
#include "small_site.hpp"
#include "xml_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace {

using testing::HasSubstr;
using testing::Not;

pipeline::AssemblyInput site_of(std::vector<digest::Digest> digests) {
  pipeline::AssemblyInput input;
  input.config.title = "Papers & more";
  input.config.base_url = "https://e.org/papers";
  input.config.social_cards = true;
  input.digests = std::move(digests);
  input.can_show = [](char32_t) { return true; };
  return input;
}

digest::Digest two_papers() {
  digest::Paper first =
      make_paper("2302.00001", "Learning to Read Long Papers Without Getting Lost");
  first.title_zh = "学着读长论文而不迷路";
  digest::Paper second = make_paper("2302.00002", "Small Models, Big Claims");
  second.category = "CL";
  digest::Paper brief = make_paper("2302.00003", "In Brief Only");
  brief.section = digest::Section::also;
  return make_digest("a", {2023, 2, 8}, {first, second, brief});
}

std::string page_at(const site::Site& site, std::string_view path) {
  const auto place = site.locate(path);
  EXPECT_TRUE(place.has_value()) << path;
  return place ? render::render_route(*place->site, *place->route).value().bytes : std::string();
}

/// The text of a card, and the file of tests/render/cards/ that says what it should be.
void expect_card(const site::Site& site, const std::string& path, const std::string& name) {
  const auto place = site.locate(path);
  ASSERT_TRUE(place.has_value());
  const std::string svg = render::card_svg(*place->site, *place->route).value();
  const std::string file = std::string(SITEGEN_PROJECT_DIR) + "/tests/render/cards/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(file, std::ios::binary) << svg;
  }
  std::ifstream expected(file, std::ios::binary);
  EXPECT_EQ(svg, std::string(std::istreambuf_iterator<char>(expected), {}));
}

TEST(Card, IsWrittenInTheLanguageOfItsTree) {
  pipeline::AssemblyInput input = site_of({two_papers()});
  input.config.other_languages = {"en"};
  const auto site = pipeline::assemble_site(std::move(input), 1).site;

  expect_card(*site, "/2023/02/08/card.png", "zh.svg");
  expect_card(*site, "/en/2023/02/08/card.png", "en.svg");
}

TEST(Card, IsAPngThatIsDrawnWhenItIsAskedFor) {
  const auto site = pipeline::assemble_site(site_of({two_papers()}), 1).site;

  const auto page = render::render_route(*site, *site->find("/2023/02/08/card.png"));

  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(page->media_type, "image/png");
  const PngReader picture(page->bytes);
  ASSERT_TRUE(picture.is_png());
  EXPECT_EQ(picture.width(), 1200);
  EXPECT_EQ(picture.height(), 630);
  EXPECT_EQ(picture.pixel(1199, 629), 0xFBFAF7U);
}

TEST(Card, StandsForTheIndexItsDayAndThePapersFeaturedThere) {
  const auto site = pipeline::assemble_site(
                        site_of({two_papers(), make_digest("b", {2023, 2, 9},
                                                           {make_paper("2302.00001", "Again")})}),
                        1)
                        .site;
  const std::string first = R"(og:image" content="https://e.org/papers/2023/02/08/card.png")";
  const std::string second = R"(og:image" content="https://e.org/papers/2023/02/09/card.png")";

  EXPECT_THAT(page_at(*site, "/"), HasSubstr(second));
  EXPECT_THAT(page_at(*site, "/2023/02/08/"), HasSubstr(first));
  EXPECT_THAT(page_at(*site, "/2023/02/09/"), HasSubstr(second));
  EXPECT_THAT(page_at(*site, "/papers/2302.00001/"), HasSubstr(first)) << "of its first day";
  for (const char* path : {"/papers/2302.00003/", "/2023/02/", "/categories/lg/", "/404.html"}) {
    EXPECT_THAT(page_at(*site, path), Not(HasSubstr("og:image"))) << path;
  }
}

TEST(Card, IsDescribedInThePagesHead) {
  const auto site = pipeline::assemble_site(site_of({two_papers()}), 1).site;

  const std::string page = page_at(*site, "/papers/2302.00002/");

  EXPECT_THAT(page, HasSubstr(R"(<meta property="og:image:width" content="1200">)"));
  EXPECT_THAT(page, HasSubstr(R"(<meta property="og:image:height" content="630">)"));
  EXPECT_THAT(page,
              HasSubstr(R"(og:image:alt" content="2023年2月8日 星期三 – Papers &amp; more">)"));
  EXPECT_THAT(page, HasSubstr(R"(<meta name="twitter:card" content="summary_large_image">)"));
  const std::string open = R"(<script type="application/ld+json">)";
  const std::size_t begin = page.find(open) + open.size();
  const auto data =
      nlohmann::json::parse(page.substr(begin, page.find("</script>", begin) - begin));
  EXPECT_EQ(data.at("@graph").at(0).at("image").at("url"),
            "https://e.org/papers/2023/02/08/card.png");
}

TEST(Card, StaysWellFormedWhateverATitleHolds) {
  const std::vector<std::string> titles = {
      "<script>alert(1)</script> ]]> <!-- & &lt; \"quoted\" 'so'",
      "{{ 7*7 }}{% raw %}",
      std::string("controls \x01\x02\x1B\x7F") + "\xEE\x80\x80 and \xEF\xBF\xBF",
      std::string(800, 'W'),
      std::string("an address https://example.org/") + std::string(400, 'x') + " after it",
      "\u202Eعنوان طويل من اليمين إلى اليسار\u202C with Latin",
      "emoji 👩‍🔬🇨🇳👍🏽 and marks a\u0301\u0302\u0303\u0304",
      "每天几篇值得细读的机器学习论文，" + std::string(300, '!'),
      "   "};
  for (const std::string& title : titles) {
    const auto site = pipeline::assemble_site(
                          site_of({make_digest("a", {2023, 2, 8},
                                               {make_paper("2302.00001", title),
                                                make_paper("2302.00002", title + " again")})}),
                          1)
                          .site;
    const site::Route& route = *site->find("/2023/02/08/card.png");

    const std::string svg = render::card_svg(*site, route).value();

    const XmlReader xml(svg);
    EXPECT_TRUE(xml.is_well_formed()) << svg;
    EXPECT_TRUE(xml.texts("//*[local-name()='script']").empty());
    EXPECT_THAT(svg, Not(HasSubstr(">49<")));
    EXPECT_LT(svg.size(), 6000U) << "what does not fit is left out";
    const auto png = render::card_png(*site, route);
    ASSERT_TRUE(png.has_value()) << png.error().message;
    EXPECT_TRUE(PngReader(*png).is_png());
  }
}

TEST(Card, OfSeveralDigestsCountsThePapersOfAll) {
  const auto site =
      pipeline::assemble_site(
          site_of({make_digest("a", {2023, 2, 8}, {make_paper("2302.00001", "One")}),
                   make_digest("b", {2023, 2, 8}, {make_paper("2302.00002", "Two")})}),
          1)
          .site;

  const std::string svg = render::card_svg(*site, *site->find("/2023/02/08/card.png")).value();

  EXPECT_THAT(svg, HasSubstr(">One<"));
  EXPECT_THAT(svg, HasSubstr(">Two<"));
  EXPECT_THAT(svg, HasSubstr(">2 篇论文<"));
}

TEST(Card, IsCheckedWithoutBeingDrawn) {
  pipeline::AssemblyInput input = site_of({two_papers()});
  input.folder.templates.push_back(
      {.name = "card.svg",
       .source = std::make_shared<const text::SourceText>("templates/card.svg", "<svg><g></svg>")});
  const auto site = pipeline::assemble_site(std::move(input), 1).site;
  const site::Place place = *site->locate("/2023/02/08/card.png");

  const auto said = render::check_route(*site, place);

  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].code, "render/bad-card");
  EXPECT_EQ(said[0].where.path, "templates/card.svg");
  EXPECT_EQ(render::render_route(*site, *place.route).error(), said[0]);
}

}  // namespace
