// One file a case: sections that begin with a line `=== NAME`. `options` and `data` (YAML) may be
// left out; every other section but `expected` is a template, the first one is rendered.
// `expected` is the output, or the diagnostics as they are shown. UPDATE_GOLDEN=1 writes it anew.
#include "config/yaml.hpp"
#include "diagnostics/show_diagnostic.hpp"
#include "jinja/environment.hpp"
#include "text/whitespace.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kCases = fs::path(SITEGEN_PROJECT_DIR) / "tests/jinja/cases";

struct Section {
  std::string name;
  std::string text;
};

std::vector<Section> sections_of(std::string_view file) {
  std::vector<Section> sections;
  file.remove_suffix(file.ends_with('\n') ? 1 : 0);
  for (const std::string_view line : text::split(file, "\n")) {
    if (line.starts_with("=== ")) {
      sections.push_back({std::string(line.substr(4)), ""});
    } else if (!sections.empty()) {
      sections.back().text.append(line).append("\n");
    }
  }
  for (Section& section : sections) {
    // The line break before the next section belongs to neither.
    section.text.pop_back();
  }
  return sections;
}

struct Case {
  std::vector<Section> templates;
  values::Value data = values::Value::map({});
  values::Value options = values::Value::map({});
  std::string expected;
};

values::Value yaml(const Section& section) {
  const auto value = config::parse_yaml(text::SourceText(section.name, section.text));
  EXPECT_TRUE(value.has_value()) << section.text;
  return value.value_or(values::Value::map({}));
}

Case read_case(const std::string& file) {
  Case result;
  for (Section& section : sections_of(file)) {
    if (section.name == "data") {
      result.data = yaml(section);
    } else if (section.name == "options") {
      result.options = yaml(section);
    } else if (section.name == "expected") {
      result.expected = section.text;
    } else {
      result.templates.push_back(std::move(section));
    }
  }
  return result;
}

std::string render(const Case& one) {
  std::vector<jinja::TemplateSource> sources;
  for (const Section& section : one.templates) {
    sources.push_back(
        {.name = section.name,
         .source = std::make_shared<const text::SourceText>(section.name, section.text)});
  }
  const auto flag = [&one](const char* name, bool fallback) {
    return one.options.member(name).as_boolean(fallback);
  };
  const bool lenient = one.options.member("undefined").as_text() == "lenient";
  const auto compiled = jinja::Environment::compile(
      sources,
      {.autoescape = flag("autoescape", true),
       .trim_blocks = flag("trim_blocks", false),
       .lstrip_blocks = flag("lstrip_blocks", false),
       .undefined = lenient ? jinja::Undefined::lenient : jinja::Undefined::strict},
      {});
  std::string out;
  for (const diagnostics::Diagnostic& problem : compiled.diagnostics) {
    out += diagnostics::show_diagnostic(problem, diagnostics::Colour::no);
  }
  if (!out.empty()) {
    return out;
  }
  values::Map context;
  for (std::size_t i = 0; i < one.data.size(); ++i) {
    context.set(std::string(one.data.member_name(i)), one.data.member_value(i));
  }
  values::Map globals;
  globals.set("site", values::Value::view("the site"));
  const auto problem = compiled.value.render(one.templates.front().name, globals, context, out);
  return problem ? diagnostics::show_diagnostic(*problem, diagnostics::Colour::no) : out;
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kCases)) {
    names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

class JinjaCase : public testing::TestWithParam<std::string> {};

TEST_P(JinjaCase, RendersExactlySo) {
  const fs::path path = kCases / (GetParam() + ".txt");
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const Case one = read_case(text);
  const std::string out = render(one);
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    const std::string head = text.substr(0, text.find("=== expected"));
    std::ofstream(path, std::ios::binary) << head << "=== expected\n" << out << "\n";
    return;
  }

  EXPECT_EQ(out, one.expected);
}

INSTANTIATE_TEST_SUITE_P(Cases, JinjaCase, testing::ValuesIn(case_names()),
                         [](const auto& one) { return one.param; });

}  // namespace
