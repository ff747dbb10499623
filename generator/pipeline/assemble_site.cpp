#include "pipeline/assemble_site.hpp"

#include "catalog/build_catalog.hpp"
#include "config/interface_strings.hpp"
#include "diagnostics/diagnostic_list.hpp"
#include "jinja/environment.hpp"
#include "parallel/for_each_index.hpp"
#include "pipeline/site_sources.hpp"
#include "render/data_model.hpp"
#include "render/site_filters.hpp"
#include "site/plan_routes.hpp"
#include "site/route_clashes.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace pipeline {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Reported;

/// Takes the value of a stage and leaves what it said in `said`.
template <typename Value>
Value taken(Reported<Value> stage, std::vector<Diagnostic>& said) {
  diagnostics::append(said, std::move(stage.diagnostics));
  return std::move(stage.value);
}

catalog::CatalogOptions catalog_options(const config::SiteConfig& config, unsigned threads) {
  catalog::CatalogOptions options{
      .language = config.language,
      .related_count = config.related,
      .for_each = [threads](std::size_t count, const std::function<void(std::size_t)>& call) {
        parallel::for_each_index(count, threads, call);
      }};
  for (const auto& [code, category] : config.categories) {
    if (!category.name.empty()) {
      options.category_names.emplace(code, category.name);
    }
    if (!category.arxiv.empty()) {
      options.category_arxiv.emplace(code, category.arxiv);
    }
  }
  return options;
}

std::vector<site::WrittenPage> read_pages(const std::vector<files::NamedSource>& sources,
                                          const std::string& base_path,
                                          std::vector<Diagnostic>& said) {
  std::vector<site::WrittenPage> pages;
  for (const files::NamedSource& source : sources) {
    std::optional<site::WrittenPage> page =
        taken(site::read_written_page(source.name, *source.source, base_path), said);
    if (page) {
      pages.push_back(*std::move(page));
    }
  }
  std::ranges::sort(pages, {},
                    [](const site::WrittenPage& page) { return std::tie(page.weight, page.name); });
  return pages;
}

config::InterfaceStrings read_strings(const std::vector<files::NamedSource>& sources,
                                      const std::string& language, std::vector<Diagnostic>& said) {
  const auto source = std::ranges::find(sources, language + ".yaml", &files::NamedSource::name);
  return source == sources.end() ? config::InterfaceStrings()
                                 : taken(config::parse_interface_strings(*source->source), said);
}

site::AssetManifest make_assets(const std::vector<files::NamedSource>& sources) {
  std::vector<site::Asset> assets;
  assets.reserve(sources.size());
  for (const files::NamedSource& source : sources) {
    assets.push_back(site::make_asset(source.name, source.source));
  }
  return site::AssetManifest(std::move(assets));
}

jinja::Environment compile_templates(const std::vector<files::NamedSource>& sources,
                                     const std::shared_ptr<const render::FilterInput>& filters,
                                     const jinja::DataModel& model, std::vector<Diagnostic>& said) {
  std::vector<jinja::TemplateSource> templates;
  templates.reserve(sources.size());
  for (const files::NamedSource& source : sources) {
    templates.push_back({.name = source.name, .source = source.source});
  }
  return taken(jinja::Environment::compile(std::move(templates),
                                           {.trim_blocks = true, .lstrip_blocks = true},
                                           render::site_filters(filters), model),
               said);
}

}  // namespace

LoadedSite assemble_site(AssemblyInput input, unsigned threads) {
  LoadedSite loaded;
  std::vector<Diagnostic>& said = loaded.diagnostics;
  StageClock clock;
  site::SiteParts parts;
  parts.config = std::move(input.config);
  parts.catalog = taken(
      catalog::build_catalog(std::move(input.digests), catalog_options(parts.config, threads)),
      said);
  clock.end_of("catalog");

  files::SiteFolder& folder = input.folder;
  diagnostics::append(said, add_builtin_sources(folder, parts.config.theme));
  const text::BaseUrl base = text::split_base_url(parts.config.base_url);
  parts.pages = read_pages(folder.pages, base.path, said);
  parts.strings = read_strings(folder.strings, parts.config.language, said);
  parts.assets = make_assets(folder.assets);
  parts.templates =
      compile_templates(folder.templates,
                        std::make_shared<const render::FilterInput>(render::FilterInput{
                            .strings = parts.strings, .assets = parts.assets, .base = base}),
                        render::data_model(parts.pages), said);
  clock.end_of("templates");

  // Beyond this point no paper is added and no link changes: pages may be rendered in any order.
  const site::PlanInput plan_input{.config = parts.config,
                                   .catalog = parts.catalog,
                                   .pages = parts.pages,
                                   .assets = parts.assets};
  parts.plan = site::plan_routes(plan_input);
  diagnostics::append(said, site::find_route_clashes(plan_input, parts.plan));
  loaded.site = std::make_shared<const site::Site>(std::move(parts));
  clock.end_of("plan");
  loaded.times = clock.times();
  return loaded;
}

}  // namespace pipeline
