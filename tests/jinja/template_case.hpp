#pragma once

#include "diagnostics/expected.hpp"
#include "jinja/environment.hpp"
#include "values/value.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jinja_cases {

/// A part of a case: what stands behind a line `=== NAME`, without the line break before the next
/// one.
struct Section {
  std::string name;
  std::string text;
};

/// One file of tests/jinja/cases. Three sections are YAML and may be left out: `options` (see
/// template_case.cpp), `data` (what the page sees) and `model` (see sample_model.hpp). `expected`
/// is the output, or the diagnostics as they are shown. Every other section is a template; the
/// first one is rendered.
struct TemplateCase {
  std::vector<Section> templates;
  jinja::Options options;
  jinja::DataModel model;
  values::Map data;
  std::string expected;
  std::string differs;   ///< an option of tests/jinja/differential: why it is not as in Jinja2
  std::string reported;  ///< the same, of a difference that is to go
  std::vector<std::string> unreadable;  ///< sections that are no YAML
};

[[nodiscard]] TemplateCase read_template_case(std::string_view file);

/// What rendering the first template gives, or the error that ends it. Templates that are not used
/// may be broken.
[[nodiscard]] diagnostics::Expected<std::string> render_template_case(const TemplateCase& one);

/// What the case gives: diagnostics of compiling, if there is an error among them alone, then what
/// rendering the first template gives.
[[nodiscard]] std::string run_template_case(const TemplateCase& one);

}  // namespace jinja_cases
