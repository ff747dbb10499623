#include "render/draw_svg.hpp"

#include "png_reader.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <future>
#include <vector>

namespace {

constexpr render::PixelSize kSize = {.width = 12, .height = 6};
constexpr std::uint32_t kRed = 0xFF0000;
constexpr std::uint32_t kWhite = 0xFFFFFF;

std::string svg(const std::string& inside) {
  return R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" )"
         R"(viewBox="0 0 12 6">)" +
         inside + "</svg>";
}

TEST(DrawSvg, MakesAPngOfItsSizeOnWhite) {
  const auto png =
      render::draw_svg(svg(R"(<rect width="6" height="6" fill="#f00"/>)"), kSize).value();

  EXPECT_TRUE(png.starts_with("\x89PNG\r\n\x1A\n"));
  const PngReader picture(png);
  EXPECT_EQ(picture.width(), 12);
  EXPECT_EQ(picture.height(), 6);
  EXPECT_EQ(picture.pixel(3, 3), kRed);
  EXPECT_EQ(picture.pixel(9, 3), kWhite);
  EXPECT_EQ(png.find("tIME"), std::string::npos) << "a time would make each build another file";
}

TEST(DrawSvg, LoadsNothingFromElsewhere) {
  const TemporaryFolder folder;
  folder.write(
      "red.png",
      render::draw_svg(svg(R"(<rect width="12" height="6" fill="#f00"/>)"), kSize).value());
  folder.write("red.css", "rect { fill: #f00 }");
  folder.write("red.svg", svg(R"(<g id="a"><rect width="12" height="6" fill="#f00"/></g>)"));
  const std::string there = folder.path();
  const std::vector<std::string> references = {
      R"(<image width="12" height="6" xlink:href="file://)" + there + R"(/red.png"/>)",
      R"(<image width="12" height="6" href=")" + there + R"(/red.png"/>)",
      R"(<use href=")" + there + R"(/red.svg#a"/>)",
      "<style>@import url(\"file://" + there +
          "/red.css\");</style><rect width=\"12\" height=\"6\" fill=\"#fff\"/>",
      R"(<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href=")" + there +
          R"(/red.svg"/>)"};

  for (const std::string& reference : references) {
    const auto png = render::draw_svg(svg(reference), kSize);
    EXPECT_TRUE(!png || PngReader(*png).pixel(3, 3) == kWhite) << reference;
  }
}

TEST(DrawSvg, SaysWhatIsWrong) {
  EXPECT_FALSE(render::draw_svg("<svg><g></svg>", kSize).has_value());
  EXPECT_FALSE(render::draw_svg("", kSize).error().empty());
  EXPECT_FALSE(render::check_svg("no markup").has_value());
  EXPECT_TRUE(render::check_svg(svg("")).has_value());
}

TEST(DrawSvg, MakesTheSameBytesOnEveryThread) {
  const std::string text = svg(R"(<text x="1" y="5" font-size="4">Aé读</text>)");
  const std::string one = render::draw_svg(text, kSize).value();

  std::vector<std::future<std::string>> others;
  for (int i = 0; i < 4; ++i) {
    others.push_back(
        std::async(std::launch::async, [&text] { return render::draw_svg(text, kSize).value(); }));
  }
  for (std::future<std::string>& other : others) {
    EXPECT_EQ(other.get(), one);
  }
}

}  // namespace
