#include "commands/command_line.hpp"

#include "commands/exit_status.hpp"
#include "site/generator_name.hpp"
#include "text/suggestion.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <sstream>
#include <string_view>
#include <utility>

namespace commands {

namespace {

constexpr const char* kFooter =
    "Diagnostics go to stderr as path:line:col. Exit status: 0 clean, 1 errors in content or\n"
    "templates (with --strict also warnings), 2 usage or configuration, 70 a bug of ours.";

void add_source(CLI::App& command, std::string& source) {
  command.add_option("-s,--source", source, "the site's folder, which holds site.yaml")
      ->type_name("DIR")
      ->capture_default_str();
}

/// Every subcommand and where its arguments go.
struct Arguments {
  BuildCommand build;
  ServeCommand serve;
  CheckCommand check;
  ExtractCommand extract;
  ExplainCommand explain;
  RoutesCommand routes;
  WhichCommand which;
  RenderCommand render;
};

void add_build(CLI::App& app, BuildCommand& build) {
  CLI::App* command = app.add_subcommand("build", "turn the digests into a website");
  add_source(*command, build.source);
  command->add_option("-o,--output", build.output, "where the website goes [SOURCE/public]")
      ->type_name("DIR");
  command->add_option("--base-url", build.base_url, "where it will be served, over site.yaml's")
      ->type_name("URL");
  command->add_option("-j,--jobs", build.jobs, "threads; 0: as many as the machine has")
      ->type_name("N")
      ->capture_default_str();
  command->add_flag("--strict", build.strict, "warnings stop the build as errors do");
  command->add_flag("--clean", build.clean, "also remove files that sitegen did not write");
  command->add_flag("-q,--quiet", build.quiet, "say nothing but what is wrong");
  command->add_flag("--json", build.json, "diagnostics and summary as JSON Lines");
}

void add_serve(CLI::App& app, ServeCommand& serve) {
  CLI::App* command = app.add_subcommand("serve", "preview the site and reload it on every edit");
  add_source(*command, serve.source);
  command->add_option("--host", serve.host, "the address to listen on")
      ->type_name("HOST")
      ->capture_default_str();
  command->add_option("-p,--port", serve.port, "the port; 0: any free one")
      ->type_name("PORT")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  command->add_flag("--open", serve.open, "open a browser");
}

void add_check(CLI::App& app, CheckCommand& check) {
  CLI::App* command = app.add_subcommand(
      "check", "everything that is wrong with digests, settings, templates and links, in one run");
  add_source(*command, check.source);
  command->add_flag("--strict", check.strict, "warnings count as errors");
  command->add_flag("--json", check.json, "diagnostics as JSON Lines");
}

void add_formats(CLI::App& command, std::string& formats) {
  command.add_option("--formats", formats, "a folder of digest formats [SOURCE/formats]")
      ->type_name("DIR")
      ->check(CLI::ExistingDirectory);
}

void add_readers(CLI::App& app, Arguments& arguments) {
  CLI::App* extract =
      app.add_subcommand("extract", "the records of digests as data or as citations");
  extract->add_option("paths", arguments.extract.paths, "digests, or folders of them")
      ->type_name("FILE|DIR")
      ->check(CLI::ExistingPath)
      ->required();
  add_source(*extract, arguments.extract.source);
  add_formats(*extract, arguments.extract.formats);
  extract->add_option("--format", arguments.extract.format, "how records are written")
      ->check(CLI::IsMember({"jsonl", "yaml", "csv", "bibtex", "ris", "csl-json"}))
      ->capture_default_str();
  extract->add_flag("--strict", arguments.extract.strict, "warnings count as errors");
  CLI::App* explain = app.add_subcommand("explain", "each line of a digest and what claimed it");
  explain->add_option("path", arguments.explain.path, "a digest")
      ->type_name("FILE")
      ->check(CLI::ExistingFile)
      ->required();
  add_source(*explain, arguments.explain.source);
  add_formats(*explain, arguments.explain.formats);
  explain->add_flag("--json", arguments.explain.json, "one object a line");
}

void add_lookers(CLI::App& app, Arguments& arguments) {
  CLI::App* routes = app.add_subcommand("routes", "every address of the site");
  add_source(*routes, arguments.routes.source);
  CLI::App* which = app.add_subcommand("which", "where a template comes from");
  which->add_option("template", arguments.which.template_name, "its name, as paper.html")
      ->type_name("TEMPLATE")
      ->required();
  add_source(*which, arguments.which.source);
}

void add_render(CLI::App& app, RenderCommand& render) {
  CLI::App* command = app.add_subcommand("render", "one template with data of your own");
  command->add_option("template", render.template_path, "its name, or its path below --templates")
      ->type_name("TEMPLATE")
      ->required();
  command->add_option("--templates", render.templates, "the folder of all templates")
      ->type_name("DIR")
      ->check(CLI::ExistingDirectory)
      ->capture_default_str();
  command->add_option("--data", render.data, "what the template sees: a JSON object")
      ->type_name("FILE.json")
      ->check(CLI::ExistingFile);
  command->add_flag("!--no-autoescape", render.autoescape, "print text as it is");
  command->add_flag("--trim-blocks", render.trim_blocks, "drop the line break after a block tag");
  command->add_flag("--lstrip-blocks", render.lstrip_blocks, "drop blanks before a block tag");
  command->add_flag("--keep-trailing-newline", render.keep_trailing_newline,
                    "keep the line break that ends a template");
  command->add_option("--undefined", render.undefined, "what a missing name does")
      ->check(CLI::IsMember({"lenient", "strict", "chainable"}))
      ->capture_default_str();
}

Usage usage_error(const CLI::App& app, const CLI::ParseError& error) {
  std::ostringstream out;
  std::ostringstream err;
  const int status = app.exit(error, out, err);
  if (status == 0) {
    return {.text = out.str(), .exit_status = kClean};
  }
  return {.text = "sitegen: " + err.str(), .exit_status = kUsage};
}

/// CLI11 does not say which word it did not know, nor what was meant.
std::optional<Usage> unknown_command(const CLI::App& app, int argc, const char* const* argv) {
  if (argc < 2 || std::string_view(argv[1]).starts_with('-')) {
    return std::nullopt;
  }
  const std::vector<const CLI::App*> commands =
      app.get_subcommands([](const CLI::App*) { return true; });
  std::vector<std::string> names;
  names.reserve(commands.size());
  for (const CLI::App* command : commands) {
    names.push_back(command->get_name());
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string_view word = argv[1];
  if (std::ranges::find(known, word) != known.end()) {
    return std::nullopt;
  }
  const std::string meant = text::did_you_mean(word, known);
  return Usage{.text = "sitegen: there is no command \"" + std::string(word) + "\"" +
                       (meant.empty() ? "" : "; " + meant) +
                       "\nRun sitegen --help for the commands.\n",
               .exit_status = kUsage};
}

Command chosen(const CLI::App& app, Arguments arguments) {
  const std::string name = app.get_subcommands().front()->get_name();
  if (name == "build") {
    return std::move(arguments.build);
  }
  if (name == "serve") {
    return std::move(arguments.serve);
  }
  if (name == "check") {
    return std::move(arguments.check);
  }
  if (name == "extract") {
    return std::move(arguments.extract);
  }
  if (name == "explain") {
    return std::move(arguments.explain);
  }
  if (name == "routes") {
    return std::move(arguments.routes);
  }
  if (name == "render") {
    return std::move(arguments.render);
  }
  return std::move(arguments.which);
}

}  // namespace

Command parse_command_line(int argc, const char* const* argv) {
  CLI::App app("Turns a folder of paper digests into a website.", "sitegen");
  app.set_version_flag("--version", std::string(site::generator_name()));
  app.require_subcommand(1);
  app.footer(kFooter);
  Arguments arguments;
  add_build(app, arguments.build);
  add_serve(app, arguments.serve);
  add_check(app, arguments.check);
  add_readers(app, arguments);
  add_lookers(app, arguments);
  add_render(app, arguments.render);
  if (std::optional<Usage> unknown = unknown_command(app, argc, argv)) {
    return *std::move(unknown);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return usage_error(app, error);
  }
  return chosen(app, std::move(arguments));
}

}  // namespace commands
