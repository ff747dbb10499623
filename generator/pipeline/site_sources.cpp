#include "pipeline/site_sources.hpp"

#include "text/embedded_file.hpp"

#include <algorithm>
#include <memory>
#include <span>
#include <string_view>

namespace pipeline {

// Made by generator/cmake/embed_files.cmake.
std::span<const text::EmbeddedFile> builtin_templates();
std::span<const text::EmbeddedFile> builtin_theme();

namespace {

void add_missing(std::vector<files::NamedSource>& sources, const text::EmbeddedFile& file,
                 std::string_view name) {
  if (std::ranges::find(sources, name, &files::NamedSource::name) != sources.end()) {
    return;
  }
  sources.push_back({.name = std::string(name),
                     .source = std::make_shared<const text::SourceText>(
                         "(built in)/" + std::string(file.path), std::string(file.bytes))});
}

}  // namespace

std::vector<diagnostics::Diagnostic> add_builtin_sources(files::SiteFolder& folder,
                                                         const std::string& theme) {
  constexpr std::string_view kAssets = "assets/";
  constexpr std::string_view kStrings = "strings/";
  for (const text::EmbeddedFile& file : builtin_templates()) {
    add_missing(folder.templates, file, file.path);
  }
  for (const text::EmbeddedFile& file : builtin_theme()) {
    if (file.path.starts_with(kAssets)) {
      add_missing(folder.assets, file, file.path.substr(kAssets.size()));
    } else if (file.path.starts_with(kStrings)) {
      add_missing(folder.strings, file, file.path.substr(kStrings.size()));
    }
  }
  if (folder.theme_found || theme == "default") {
    return {};
  }
  return {{.code = "files/unknown-theme",
           .where = {.path = "site.yaml"},
           .message = "there is no theme \"" + theme + "\"",
           .remedy = "make the folder themes/" + theme + "/, or use theme: default"}};
}

}  // namespace pipeline
