#include "jinja/template_case.hpp"

#include "config/yaml.hpp"
#include "diagnostics/show_diagnostic.hpp"
#include "jinja/sample_model.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace jinja_cases {

namespace {

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
    section.text.resize(section.text.size() - (section.text.empty() ? 0 : 1));
  }
  return sections;
}

/// `undefined: strict|lenient|chainable`, Options' switches by their names, and
/// `limits: {depth: N, rounds: N, output_size: N}`.
jinja::Options options_of(const values::Value& section) {
  jinja::Options options;
  const auto read_switch = [&section](const char* name, bool& value) {
    value = section.member(name).as_boolean(value);
  };
  read_switch("autoescape", options.autoescape);
  read_switch("trim_blocks", options.trim_blocks);
  read_switch("lstrip_blocks", options.lstrip_blocks);
  read_switch("keep_trailing_newline", options.keep_trailing_newline);
  const values::Value undefined = section.member("undefined");
  if (undefined.as_text() == "lenient") {
    options.undefined = jinja::Undefined::lenient;
  } else if (undefined.as_text() == "chainable") {
    options.undefined = jinja::Undefined::chainable;
  }
  const values::Value limits = section.member("limits");
  const auto read_limit = [&limits](const char* name, auto& limit) {
    const std::int64_t wanted = limits.member(name).as_integer(-1);
    if (wanted >= 0) {
      limit = static_cast<std::remove_reference_t<decltype(limit)>>(wanted);
    }
  };
  read_limit("depth", options.limits.depth);
  read_limit("rounds", options.limits.rounds);
  read_limit("output_size", options.limits.output_size);
  return options;
}

/// `line_breaks: crlf`: the templates come from another system.
std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c == '\n' ? "\r\n" : std::string(1, c);
  }
  return out;
}

diagnostics::Reported<jinja::Environment> compile(const TemplateCase& one) {
  std::vector<jinja::TemplateSource> sources;
  for (const Section& section : one.templates) {
    sources.push_back(
        {.name = section.name,
         .source = std::make_shared<const text::SourceText>(section.name, section.text)});
  }
  return jinja::Environment::compile(std::move(sources), one.options, {}, one.model);
}

diagnostics::Expected<std::string> render_first(const TemplateCase& one,
                                                const jinja::Environment& environment) {
  values::Map globals;
  globals.set("site", values::Value::view("the site"));
  std::string page;
  if (const auto problem =
          environment.render(one.templates.front().name, globals, one.data, page)) {
    return diagnostics::failure(*problem);
  }
  return page;
}

}  // namespace

TemplateCase read_template_case(std::string_view file) {
  TemplateCase result;
  bool crlf = false;
  const auto yaml = [&result](const Section& section) {
    auto value = config::parse_yaml(text::SourceText(section.name, section.text));
    if (!value) {
      result.unreadable.push_back(section.name);
    }
    return value.value_or(values::Value());
  };
  for (Section& section : sections_of(file)) {
    if (section.name == "data") {
      const values::Value data = yaml(section);
      for (std::size_t i = 0; i < data.size() && data.kind() == values::Kind::map; ++i) {
        result.data.set(std::string(data.member_name(i)), data.member_value(i));
      }
    } else if (section.name == "options") {
      const values::Value options = yaml(section);
      result.options = options_of(options);
      result.differs = options.member("differs").as_text();
      result.reported = options.member("reported").as_text();
      crlf = options.member("line_breaks").as_text() == "crlf";
    } else if (section.name == "model") {
      result.model = read_model(yaml(section));
    } else if (section.name == "expected") {
      result.expected = std::move(section.text);
    } else {
      result.templates.push_back(std::move(section));
    }
  }
  for (Section& section : result.templates) {
    section.text = crlf ? with_crlf(section.text) : std::move(section.text);
  }
  return result;
}

diagnostics::Expected<std::string> render_template_case(const TemplateCase& one) {
  return render_first(one, compile(one).value);
}

std::string run_template_case(const TemplateCase& one) {
  const auto compiled = compile(one);
  std::string out;
  bool broken = one.templates.empty();
  for (const diagnostics::Diagnostic& problem : compiled.diagnostics) {
    out += diagnostics::show_diagnostic(problem, diagnostics::Colour::no);
    broken = broken || problem.severity == diagnostics::Severity::error;
  }
  if (broken) {
    return out;
  }
  const auto page = render_first(one, compiled.value);
  return out + (page ? *page : diagnostics::show_diagnostic(page.error(), diagnostics::Colour::no));
}

}  // namespace jinja_cases
