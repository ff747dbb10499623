#include "jinja/environment.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

namespace {

/// The second of two pages that show `source` and share their fragments. `x` is the page's: "one"
/// on the first, "two" on this one.
std::string second_page(const std::string& source) {
  jinja::DataModel model;
  model.pages.push_back({{"page.html"}, {{"x", {}}}});
  const auto compiled = jinja::Environment::compile(
      {{.name = "page.html",
        .source = std::make_shared<const text::SourceText>("page.html", source)}},
      {}, {}, model);
  EXPECT_TRUE(compiled.diagnostics.empty());
  const values::Map globals;
  const jinja::Fragments fragments(compiled.value.fragment_count());
  std::string page;
  for (const char* x : {"one", "two"}) {
    values::Map context;
    context.set("x", values::Value::view(x));
    page.clear();
    EXPECT_FALSE(compiled.value.render(
        "page.html", {.globals = globals, .context = context, .fragments = &fragments}, page));
  }
  return page;
}

TEST(TemplateFragments, KeepNothingThatReadsAName) {
  EXPECT_EQ(second_page("{% for i in [1] %}{{ i }}{{ x }}{% endfor %}"), "1two");
}

TEST(TemplateFragments, KeepNothingThatReadsANameBehindABranchThatMaySetIt) {
  EXPECT_EQ(second_page("{% for i in [1] %}{% if false %}{% set x = 1 %}{% endif %}{{ x }}"
                        "{% endfor %}"),
            "two");
  EXPECT_EQ(second_page("{% for i in [1] %}{% if false %}{% set x = 1 %}{% else %}{{ x }}"
                        "{% endif %}{% endfor %}"),
            "two");
}

TEST(TemplateFragments, KeepNothingThatReadsANameBehindABodyThatSetsItsOwn) {
  EXPECT_EQ(second_page("{% for i in [1] %}{% filter upper %}{% set x = 1 %}{% endfilter %}{{ x }}"
                        "{% endfor %}"),
            "two");
  EXPECT_EQ(second_page("{% for i in [1] %}{% set s %}{% set x = 1 %}{% endset %}{{ x }}"
                        "{% endfor %}"),
            "two");
}

}  // namespace
