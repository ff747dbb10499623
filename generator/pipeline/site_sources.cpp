#include "pipeline/site_sources.hpp"

#include "text/embedded_file.hpp"

#include <algorithm>
#include <memory>
#include <span>
#include <string_view>

namespace pipeline {

// Made by generator/cmake/embed_files.cmake.
std::span<const text::EmbeddedFile> builtin_templates();
std::span<const text::EmbeddedFile> builtin_themes();

namespace {

using files::NamedSource;

constexpr std::string_view kDefaultTheme = "default";

bool has(const std::vector<NamedSource>& sources, std::string_view name) {
  return std::ranges::find(sources, name, &NamedSource::name) != sources.end();
}

NamedSource builtin(const text::EmbeddedFile& file, std::string name) {
  return {.name = std::move(name),
          .source = std::make_shared<const text::SourceText>("(built in)/" + std::string(file.path),
                                                             std::string(file.bytes))};
}

void add_missing(std::vector<NamedSource>& sources, const text::EmbeddedFile& file,
                 std::string_view name) {
  if (!has(sources, name)) {
    sources.push_back(builtin(file, std::string(name)));
  }
}

/// What is replaced stays known as `LAYER/NAME`, for templates that change only a part of it.
void add_template(std::vector<NamedSource>& templates, const text::EmbeddedFile& file,
                  std::string name, std::string_view layer) {
  if (has(templates, name)) {
    name = std::string(layer) + "/" + name;
  }
  add_missing(templates, file, name);
}

/// Adds what `folder` lacks of the built-in theme `theme`. Returns whether there is one.
bool add_builtin_theme(files::SiteFolder& folder, std::string_view theme) {
  const std::string prefix = std::string(theme) + "/";
  bool found = false;
  for (const text::EmbeddedFile& file : builtin_themes()) {
    if (!file.path.starts_with(prefix)) {
      continue;
    }
    found = true;
    const std::string_view path = file.path.substr(prefix.size());
    const std::size_t slash = path.find('/');
    const std::string_view kind = path.substr(0, slash);
    const std::string_view name = path.substr(slash + 1);
    if (kind == "assets") {
      add_missing(folder.assets, file, name);
    } else if (kind == "strings") {
      add_missing(folder.strings, file, name);
    } else if (kind == "templates") {
      add_template(folder.templates, file, std::string(name), "theme");
    }
  }
  return found;
}

/// Whether `name` is that of a replaced template: `default/paper.html` beside `paper.html`.
bool is_replaced(const std::vector<NamedSource>& templates, std::string_view name) {
  const std::size_t slash = name.find('/');
  const std::string_view layer = name.substr(0, slash);
  return slash != std::string_view::npos && (layer == "theme" || layer == kDefaultTheme) &&
         has(templates, name.substr(slash + 1));
}

/// Replaced templates that nobody extends are not there: they need not fit what replaced others.
void drop_unused(std::vector<NamedSource>& templates) {
  const std::vector<NamedSource> all = templates;
  std::erase_if(templates, [&all](const NamedSource& one) {
    return is_replaced(all, one.name) && std::ranges::none_of(all, [&](const NamedSource& other) {
             return other.source->bytes().find(one.name) != std::string_view::npos;
           });
  });
}

/// One stylesheet a page: the theme's tokens go in front of its rules.
void join_tokens(std::vector<NamedSource>& assets) {
  const auto tokens = std::ranges::find(assets, "tokens.css", &NamedSource::name);
  const auto style = std::ranges::find(assets, "style.css", &NamedSource::name);
  if (tokens == assets.end() || style == assets.end()) {
    return;
  }
  style->source = std::make_shared<const text::SourceText>(
      style->source->path(),
      std::string(tokens->source->bytes()) + "\n" + std::string(style->source->bytes()));
  assets.erase(tokens);
}

}  // namespace

std::vector<diagnostics::Diagnostic> add_builtin_sources(files::SiteFolder& folder,
                                                         const std::string& theme) {
  const bool is_builtin = add_builtin_theme(folder, theme);
  for (const text::EmbeddedFile& file : builtin_templates()) {
    add_template(folder.templates, file, std::string(file.path), kDefaultTheme);
  }
  drop_unused(folder.templates);
  add_builtin_theme(folder, kDefaultTheme);
  join_tokens(folder.assets);
  if (folder.theme_found || is_builtin) {
    return {};
  }
  return {{.code = "files/unknown-theme",
           .where = {.path = "site.yaml"},
           .message = "there is no theme \"" + theme + "\"",
           .remedy = "make the folder themes/" + theme + "/, or use theme: default or ledger"}};
}

}  // namespace pipeline
