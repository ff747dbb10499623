#include "render/site_filters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using values::Value;

std::map<std::string, jinja::HostFilter> filters() {
  auto input = std::make_shared<render::FilterInput>();
  input->strings.texts = {
      {"papers", "{count} papers"},   {"papers_one", "1 paper"}, {"home", "Home"},
      {"date_long", "%a, %-d %b %Y"}, {"date_month", "%b %Y"},   {"date_year", "%Y"}};
  input->strings.weekdays_short = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  input->strings.months_short = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  input->assets = site::AssetManifest({site::make_asset(
      "style.css", std::make_shared<const text::SourceText>("style.css", "a{}"))});
  input->base = text::split_base_url("https://example.org/papers");
  return render::site_filters(input);
}

std::string apply(const std::string& name, const Value& input,
                  const jinja::Arguments& arguments = {}) {
  const auto all = filters();
  const auto result = all.at(name)(input, arguments);
  return result ? std::string(result->as_text()) : "error: " + result.error();
}

TEST(SiteFilters, TranslateAndFillIn) {
  const std::vector<std::string_view> names = {"count"};
  const std::vector<Value> one = {Value::integer(1)};
  const std::vector<Value> many = {Value::integer(7)};

  EXPECT_EQ(apply("t", Value::view("home")), "Home");
  EXPECT_EQ(apply("t", Value::view("papers"), {.names = names, .named = many}), "7 papers");
  EXPECT_EQ(apply("t", Value::view("papers"), {.names = names, .named = one}), "1 paper");
  EXPECT_EQ(apply("t", Value::view("hoem")),
            "error: there is no interface string \"hoem\"; did you mean \"home\"?");
}

TEST(SiteFilters, ShowNoMoreOfADateThanIsKnown) {
  const std::vector<Value> named = {Value::view("long")};
  const std::vector<Value> pattern = {Value::view("%Y/%m")};

  EXPECT_EQ(apply("date", Value::view("2023-02-08"), {.positional = named}), "Wed, 8 Feb 2023");
  EXPECT_EQ(apply("date", Value::view("2023-02"), {.positional = named}), "Feb 2023");
  EXPECT_EQ(apply("date", Value::view("2023"), {.positional = named}), "2023");
  EXPECT_EQ(apply("date", Value::view("2023-02-08"), {.positional = pattern}), "2023/02");
  EXPECT_TRUE(apply("date", Value::view("soon")).starts_with("error: \"soon\" is not a date"));
}

TEST(SiteFilters, KnowWhereThingsArePublished) {
  EXPECT_TRUE(apply("asset", Value::view("style.css")).starts_with("/papers/assets/style."));
  EXPECT_TRUE(apply("asset", Value::view("stile.css")).ends_with("did you mean \"style.css\"?"));
  EXPECT_TRUE(apply("integrity", Value::view("style.css")).starts_with("sha384-"));
  EXPECT_TRUE(apply("integrity", Value::view("stile.css")).starts_with("error: the theme has no"));
  EXPECT_EQ(apply("url", Value::view("/about/")), "/papers/about/");
  EXPECT_EQ(apply("absolute_url", Value::view("/about/")), "https://example.org/papers/about/");
}

TEST(SiteFilters, ConvertMarkdownAndLeaveOutWhatIsRawHtml) {
  const auto markdown = filters().at("markdown");
  const auto html = markdown(values::Value::view("*a* <script>b</script>"), {});

  ASSERT_TRUE(html.has_value());
  EXPECT_TRUE(html->is_trusted());
  EXPECT_THAT(std::string(html->as_text()), testing::HasSubstr("<em>a</em>"));
  EXPECT_THAT(std::string(html->as_text()), testing::Not(testing::HasSubstr("<script>")));
}

}  // namespace
