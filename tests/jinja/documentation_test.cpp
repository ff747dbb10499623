// The examples of docs/template_language.md, run; and whether it names what there is.
#include "config/yaml.hpp"
#include "diagnostics/show_diagnostic.hpp"
#include "jinja/environment.hpp"
#include "jinja/filter_table.hpp"
#include "jinja/template_object.hpp"
#include "jinja/test_table.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

std::string document() {
  std::ifstream file(std::string(SITEGEN_PROJECT_DIR) + "/docs/template_language.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Example {
  std::string source;
  std::string data;
  std::string output;
};

/// The fenced block that begins at `at`, if it is of that kind; `at` is moved behind it.
bool take_block(const std::string& text, const std::string& kind, std::size_t& at,
                std::string& block) {
  const std::string open = "```" + kind + "\n";
  if (text.compare(at, open.size(), open) != 0) {
    return false;
  }
  const std::size_t start = at + open.size();
  const std::size_t end = text.find("\n```\n", start);
  block = text.substr(start, end - start);
  at = end + 5;
  return true;
}

std::vector<Example> examples() {
  const std::string text = document();
  std::vector<Example> found;
  for (std::size_t at = text.find("```jinja\n"); at != std::string::npos;
       at = text.find("```jinja\n", at)) {
    Example example;
    take_block(text, "jinja", at, example.source);
    take_block(text, "yaml", at, example.data);
    EXPECT_TRUE(take_block(text, "output", at, example.output)) << example.source;
    found.push_back(std::move(example));
  }
  return found;
}

std::string render(const Example& example) {
  const auto source = std::make_shared<const text::SourceText>("a.html", example.source);
  const auto compiled = jinja::Environment::compile({{.name = "a.html", .source = source}}, {}, {});
  const auto data = config::parse_yaml(text::SourceText("data", example.data));
  values::Map context;
  for (std::size_t i = 0; data && i < data->size(); ++i) {
    context.set(std::string(data->member_name(i)), data->member_value(i));
  }
  std::string out;
  const auto problem = compiled.value.render("a.html", {}, context, out);
  return problem ? diagnostics::show_diagnostic(*problem, diagnostics::Colour::no) : out;
}

TEST(TemplateDocumentation, ShowsExamplesThatAreTrue) {
  const std::vector<Example> all = examples();

  EXPECT_GE(all.size(), 6U);
  for (const Example& example : all) {
    EXPECT_EQ(render(example), example.output);
  }
}

TEST(TemplateDocumentation, NamesEveryFilterTestAndFunction) {
  const std::string text = document();
  std::vector<std::string_view> names = jinja::builtin_filter_names();
  for (const std::string_view test : jinja::builtin_test_names()) {
    names.push_back(test);
  }
  for (const auto& function : jinja::builtin_functions()) {
    names.push_back(function.first);
  }
  for (const std::string_view name : names) {
    const std::string start = "`" + std::string(name);
    EXPECT_TRUE(text.find(start + "`") != std::string::npos ||
                text.find(start + "(") != std::string::npos)
        << name;
  }
}

}  // namespace
