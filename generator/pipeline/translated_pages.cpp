#include "pipeline/translated_pages.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace pipeline {

namespace {

/// A page's name in its parts: `about.en.md` is `about.md` in `en`.
struct PageName {
  std::string name;
  std::string language;  ///< empty: for every language
};

PageName split_name(const std::string& file, const std::vector<std::string>& languages) {
  const std::size_t ending = file.rfind('.');
  const std::size_t dot = file.rfind('.', ending == 0 ? 0 : ending - 1);
  if (ending == std::string::npos || dot == std::string::npos || dot >= ending) {
    return {file, {}};
  }
  std::string language = file.substr(dot + 1, ending - dot - 1);
  if (std::ranges::find(languages, language) == languages.end()) {
    return {file, {}};
  }
  return {file.substr(0, dot) + file.substr(ending), std::move(language)};
}

}  // namespace

std::vector<files::NamedSource> pages_in(const std::string& language,
                                         const std::vector<std::string>& languages,
                                         const std::vector<files::NamedSource>& all) {
  std::map<std::string, files::Source> chosen;
  for (const files::NamedSource& page : all) {
    PageName name = split_name(page.name, languages);
    if (name.language == language) {
      chosen[std::move(name.name)] = page.source;
    } else if (name.language.empty()) {
      chosen.emplace(std::move(name.name), page.source);
    }
  }
  std::vector<files::NamedSource> pages;
  for (auto& [name, source] : chosen) {
    pages.push_back({.name = name, .source = std::move(source)});
  }
  return pages;
}

}  // namespace pipeline
