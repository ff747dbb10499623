#include "commands/exit_status.hpp"
#include "commands/report.hpp"
#include "commands/run.hpp"
#include "files/site_folder.hpp"
#include "jinja/environment.hpp"
#include "values/json.hpp"

#include <iostream>
#include <utility>

namespace commands {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Expected;

Expected<values::Value> read_data(const std::string& path) {
  if (path.empty()) {
    return values::Value::map({});
  }
  const Expected<files::Source> source = files::read_one(path);
  if (!source) {
    return diagnostics::failure(source.error());
  }
  return values::parse_json(**source);
}

jinja::Undefined undefined_of(const std::string& name) {
  if (name == "strict") {
    return jinja::Undefined::strict;
  }
  return name == "chainable" ? jinja::Undefined::chainable : jinja::Undefined::lenient;
}

/// The template's name below the folder of templates: its path may be given either way.
std::string name_below(const std::string& path, const std::string& folder) {
  const std::string prefix = folder + (folder.ends_with('/') ? "" : "/");
  return path.starts_with(prefix) ? path.substr(prefix.size()) : path;
}

}  // namespace

int run_render(const RenderCommand& command) {
  const Expected<values::Value> data = read_data(command.data);
  if (!data) {
    print_diagnostics({data.error()}, Format::text);
    return kUsage;
  }
  auto sources = files::read_templates(command.templates);
  std::vector<jinja::TemplateSource> templates;
  for (files::NamedSource& source : sources.value) {
    templates.push_back({.name = source.name, .source = std::move(source.source)});
  }
  const auto compiled =
      jinja::Environment::compile(std::move(templates),
                                  {.autoescape = command.autoescape,
                                   .trim_blocks = command.trim_blocks,
                                   .lstrip_blocks = command.lstrip_blocks,
                                   .keep_trailing_newline = command.keep_trailing_newline,
                                   .undefined = undefined_of(command.undefined)},
                                  {});
  values::Map context;
  for (std::size_t i = 0; i < data->size(); ++i) {
    context.set(std::string(data->member_name(i)), data->member_value(i));
  }
  std::string out;
  std::vector<Diagnostic> said = compiled.diagnostics;
  if (exit_status_of(said, Strict::no) == kClean) {
    if (auto problem = compiled.value.render(name_below(command.template_path, command.templates),
                                             {}, context, out)) {
      said.push_back(*std::move(problem));
    }
  }
  print_diagnostics(said, Format::text);
  const int status = exit_status_of(said, Strict::no);
  if (status == kClean) {
    std::cout << out;
  }
  return status;
}

}  // namespace commands
