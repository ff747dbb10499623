// What is previewed is what is published: byte for byte, for every route.
#include "commands/preview_site.hpp"

#include "pipeline/load_site.hpp"
#include "publish/write_site.hpp"
#include "serve/answer_request.hpp"
#include "temporary_folder.hpp"
#include "text/url.hpp"

#include <gtest/gtest.h>

namespace {

class Preview : public testing::TestWithParam<std::string> {};

TEST_P(Preview, AnswersEveryRouteWithTheBytesThatBuildWrites) {
  const auto site = pipeline::load_site({.root = SITEGEN_PROJECT_DIR, .base_url = GetParam()}).site;
  const TemporaryFolder folder;
  (void)publish::write_site(*site, {.output = folder.path() + "/public"});
  const serve::Preview preview{.site = commands::preview_of(site)};

  for (const site::Route& route : site->routes()) {
    const serve::Response response = serve::answer_request(
        preview, {.method = "GET", .target = route.href, .host = "localhost:8080"},
        {.own = {.host = "127.0.0.1", .port = 8080}, .reloading = serve::Reloading::off});

    const int expected = route.kind == site::RouteKind::not_found ? 404 : 200;
    EXPECT_EQ(response.status, expected) << route.href;
    EXPECT_TRUE(response.body == folder.read("public/" + site::output_file(route.path)))
        << route.href;
  }
}

INSTANTIATE_TEST_SUITE_P(BaseUrls, Preview, testing::Values("", "https://example.org/papers"));

}  // namespace
