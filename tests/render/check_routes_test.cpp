#include "render/check_routes.hpp"

#include "small_site.hpp"

#include <gtest/gtest.h>

namespace {

TEST(CheckRoute, FindsNothingInTheBuiltInTemplates) {
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {make_paper("2302.00001", "A")})});

  for (const site::Place& place : site->places()) {
    EXPECT_TRUE(render::check_route(*site, place).empty()) << place.route->path;
  }
}

TEST(CheckRoute, NamesTheTemplateOfADeadLink) {
  pipeline::AssemblyInput input;
  input.folder.templates.push_back({.name = "404.html",
                                    .source = std::make_shared<const text::SourceText>(
                                        "templates/404.html", "<a href=\"/nowhere/\">x</a>")});
  const auto site = pipeline::assemble_site(std::move(input), 1).site;

  const auto said = render::check_route(*site, *site->locate("/404.html"));

  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].code, "render/dead-link");
  EXPECT_EQ(said[0].where.path, "templates/404.html");
}

}  // namespace
