#include "pipeline/assemble_site.hpp"

#include "catalog/build_catalog.hpp"
#include "config/interface_strings.hpp"
#include "config/term_entries.hpp"
#include "diagnostics/diagnostic_list.hpp"
#include "jinja/environment.hpp"
#include "parallel/for_each_index.hpp"
#include "pipeline/site_sources.hpp"
#include "pipeline/translated_pages.hpp"
#include "render/card_fonts.hpp"
#include "render/data_model.hpp"
#include "render/installed_fonts.hpp"
#include "render/site_filters.hpp"
#include "site/plan_routes.hpp"
#include "site/route_clashes.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
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

/// What the site says of people and institutions; absent files say nothing.
void read_entries(const files::SiteFolder& folder, catalog::CatalogOptions& options,
                  std::vector<Diagnostic>& said) {
  if (folder.authors != nullptr) {
    options.authors = taken(config::parse_authors(*folder.authors), said);
  }
  if (folder.institutions != nullptr) {
    options.institutions = taken(config::parse_institutions(*folder.institutions), said);
  }
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

/// What one tree of pages is assembled from: a site has one for each language.
struct TreeInput {
  config::SiteConfig config;  ///< in the tree's language
  site::LanguageTree tree;
  const std::vector<site::LanguageTree>&
      trees;  ///< all of them; empty if there is but one language
  const files::SiteFolder& folder;
  std::vector<digest::Digest> digests;
  std::vector<std::shared_ptr<const site::Site>> translations;
  render::CardFonts& card_fonts;  ///< of all trees, so that what is missing is said once
};

std::shared_ptr<const site::Site> assemble_tree(TreeInput input, unsigned threads,
                                                StageClock& clock, std::vector<Diagnostic>& said) {
  site::SiteParts parts;
  parts.config = std::move(input.config);
  parts.trees = input.trees;
  parts.translations = std::move(input.translations);
  catalog::CatalogOptions options = catalog_options(parts.config, threads);
  read_entries(input.folder, options, said);
  parts.catalog = taken(catalog::build_catalog(std::move(input.digests), options), said);
  clock.end_of("catalog");

  const text::BaseUrl base = text::split_base_url(parts.config.base_url);
  std::vector<std::string> languages;
  std::ranges::transform(input.trees, std::back_inserter(languages), &site::LanguageTree::language);
  parts.pages = read_pages(pages_in(parts.config.language, languages, input.folder.pages),
                           base.path + input.tree.prefix, said);
  parts.strings = read_strings(input.folder.strings, parts.config.language, said);
  parts.assets = make_assets(input.folder.assets);
  parts.templates = compile_templates(
      input.folder.templates,
      std::make_shared<const render::FilterInput>(render::FilterInput{.strings = parts.strings,
                                                                      .assets = parts.assets,
                                                                      .base = base,
                                                                      .prefix = input.tree.prefix}),
      render::data_model(parts.pages), said);
  clock.end_of("templates");

  // Beyond this point no paper is added and no link changes: pages may be rendered in any order.
  const site::PlanInput plan_input{
      .config = parts.config,
      .catalog = parts.catalog,
      .pages = parts.pages,
      .assets = parts.assets,
      .prefix = input.tree.prefix,
      .drawable = input.card_fonts.drawable_digests(parts.catalog, parts.config, parts.strings)};
  parts.plan = site::plan_routes(plan_input);
  diagnostics::append(said, site::find_route_clashes(plan_input, parts.plan));
  auto assembled = std::make_shared<const site::Site>(std::move(parts));
  clock.end_of("plan");
  return assembled;
}

/// The settings as they are in another language of the site.
config::SiteConfig translated(config::SiteConfig config, const std::string& language) {
  const config::Translation& texts = config.translations[language];
  config.language = language;
  config.title = texts.title.empty() ? config.title : texts.title;
  config.description = texts.description.empty() ? config.description : texts.description;
  // Names of categories are in the site's own language; the built-in ones are in both.
  for (auto& [code, category] : config.categories) {
    category.name.clear();
  }
  return config;
}

std::vector<site::LanguageTree> trees_of(const config::SiteConfig& config) {
  std::vector<site::LanguageTree> trees;
  for (const std::string& language : config.other_languages) {
    if (trees.empty()) {
      trees.push_back({config.language, ""});
    }
    trees.push_back({language, "/" + language});
  }
  return trees;
}

/// Fonts are looked for only if a site has cards.
bool has_glyph(char32_t value) {
  return render::installed_fonts().can_show(value);
}

}  // namespace

LoadedSite assemble_site(AssemblyInput input, unsigned threads) {
  LoadedSite loaded;
  StageClock clock;
  diagnostics::append(loaded.diagnostics, add_builtin_sources(input.folder, input.config.theme));
  const std::vector<site::LanguageTree> trees = trees_of(input.config);
  render::CardFonts card_fonts(input.can_show ? std::move(input.can_show) : has_glyph);
  std::vector<std::shared_ptr<const site::Site>> translations;
  for (std::size_t i = 1; i < trees.size(); ++i) {
    StageClock unused;
    translations.push_back(assemble_tree({.config = translated(input.config, trees[i].language),
                                          .tree = trees[i],
                                          .trees = trees,
                                          .folder = input.folder,
                                          .digests = input.digests,
                                          .translations = {},
                                          .card_fonts = card_fonts},
                                         threads, unused, loaded.diagnostics));
  }
  if (!translations.empty()) {
    clock.end_of("translations");
  }
  loaded.site = assemble_tree({.config = std::move(input.config),
                               .tree = trees.empty() ? site::LanguageTree() : trees.front(),
                               .trees = trees,
                               .folder = input.folder,
                               .digests = std::move(input.digests),
                               .translations = std::move(translations),
                               .card_fonts = card_fonts},
                              threads, clock, loaded.diagnostics);
  if (std::optional<Diagnostic> complaint = card_fonts.complaint()) {
    loaded.diagnostics.push_back(*std::move(complaint));
  }
  loaded.times = clock.times();
  return loaded;
}

}  // namespace pipeline
