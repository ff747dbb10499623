#include "commands/exit_status.hpp"
#include "commands/report.hpp"
#include "commands/run.hpp"
#include "config/site_config.hpp"
#include "files/site_folder.hpp"
#include "pipeline/site_sources.hpp"
#include "text/suggestion.hpp"

#include <iostream>

namespace commands {

int run_which(const WhichCommand& command) {
  const auto source = files::read_site_config(command.source);
  if (!source) {
    print_diagnostics({source.error()}, Format::text);
    return kUsage;
  }
  const std::string theme = config::parse_site_config(**source).value.theme;
  files::SiteFolder folder = files::read_site_folder(command.source, theme).value;
  print_diagnostics(pipeline::add_builtin_sources(folder, theme), Format::text);
  std::vector<std::string_view> names;
  for (const files::NamedSource& one : folder.templates) {
    if (one.name == command.template_name) {
      std::cout << one.source->path() << "\n";
      return kClean;
    }
    names.push_back(one.name);
  }
  const std::string meant = text::did_you_mean(command.template_name, names);
  std::cerr << "sitegen: there is no template \"" << command.template_name << "\""
            << (meant.empty() ? "" : "; " + meant) << "\n";
  return kContentErrors;
}

}  // namespace commands
