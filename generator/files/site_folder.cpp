#include "files/site_folder.hpp"

#include "files/read_file.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <utility>

namespace files {

namespace {

namespace fs = boost::filesystem;
using diagnostics::Expected;
using diagnostics::failure;
using diagnostics::Severity;

/// Folders nest no deeper: a link that leads back up would never end.
constexpr int kMaxFolderDepth = 32;

constexpr std::array<std::string_view, 8> kDigestEndings = {".txt",  ".md",  ".jsonl", ".json",
                                                            ".yaml", ".yml", ".html",  ".htm"};

bool is_hidden(const std::string& name) {
  return name.starts_with('.') || name.ends_with('~');
}

/// The names of the files below `folder`, relative to it, sorted. An unreadable folder is reported.
void list_files(const fs::path& folder, const std::string& prefix, int depth,
                std::vector<std::string>& names) {
  boost::system::error_code error;
  fs::directory_iterator entry(folder, error);
  if (error || depth > kMaxFolderDepth) {
    return;
  }
  for (const fs::directory_iterator end; entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (is_hidden(name)) {
      continue;
    }
    if (fs::is_directory(entry->path(), error)) {
      list_files(entry->path(), prefix + name + "/", depth + 1, names);
    } else {
      names.push_back(prefix + name);
    }
  }
}

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> names;
  list_files(folder, "", 0, names);
  std::ranges::sort(names);
  return names;
}

struct Reader {
  std::string root;
  std::vector<diagnostics::Diagnostic> diagnostics;

  /// Reads every file below `folder` whose name `wanted` accepts.
  std::vector<NamedSource> read_all(const std::string& folder,
                                    const std::function<bool(const std::string&)>& wanted) {
    std::vector<NamedSource> sources;
    for (const std::string& name : files_below(root + "/" + folder)) {
      if (!wanted(name)) {
        continue;
      }
      const std::string shown = folder + "/" + name;
      Expected<Source> source = read_source(root + "/" + shown, shown);
      if (source) {
        sources.push_back({.name = name, .source = *std::move(source)});
      } else {
        diagnostics.push_back(std::move(source.error()));
      }
    }
    return sources;
  }
};

bool any_file(const std::string& /*name*/) {
  return true;
}

bool is_digest_name(const std::string& name) {
  return std::ranges::any_of(kDigestEndings,
                             [&name](std::string_view end) { return name.ends_with(end); });
}

bool is_format_name(const std::string& name) {
  return name.ends_with(".yaml") || name.ends_with(".yml");
}

diagnostics::Diagnostic not_a_digest(const std::string& path) {
  return {
      .severity = Severity::warning,
      .code = "files/unknown-kind",
      .where = {.path = path},
      .message = "this file is left out: digests end in .txt, .md, .html, .jsonl, .json or .yaml",
      .remedy = "rename it, or move it out of content/"};
}

/// The templates of the theme. What the site replaces stays known as `theme/NAME`.
void add_theme_templates(std::vector<NamedSource>& templates, std::vector<NamedSource> more) {
  for (NamedSource& one : more) {
    if (std::ranges::find(templates, one.name, &NamedSource::name) != templates.end()) {
      one.name.insert(0, "theme/");
    }
    templates.push_back(std::move(one));
  }
}

}  // namespace

Expected<Source> read_site_config(const std::string& root) {
  const std::string path = root + "/site.yaml";
  if (!is_file(path)) {
    return failure({.code = "files/no-site",
                    .where = {.path = path},
                    .message = "there is no site here: site.yaml is missing",
                    .remedy = "name the site's folder with -s, or write a site.yaml with a title"});
  }
  return read_source(path, "site.yaml");
}

diagnostics::Reported<SiteFolder> read_site_folder(const std::string& root,
                                                   const std::string& theme) {
  Reader reader{.root = root, .diagnostics = {}};
  SiteFolder folder;
  for (NamedSource& file : reader.read_all("content", [&reader](const std::string& name) {
         // A browser saves what belongs to a page beside it, in NAME_files/.
         if (name.starts_with("pages/") || name.find("_files/") != std::string::npos) {
           return false;
         }
         if (!is_digest_name(name)) {
           reader.diagnostics.push_back(not_a_digest("content/" + name));
           return false;
         }
         return true;
       })) {
    folder.digests.push_back(std::move(file.source));
  }
  folder.pages = reader.read_all("content/pages",
                                 [](const std::string& name) { return name.ends_with(".md"); });
  const std::string theme_folder = "themes/" + theme;
  folder.theme_found = is_folder(root + "/" + theme_folder);
  folder.templates = reader.read_all("templates", any_file);
  add_theme_templates(folder.templates, reader.read_all(theme_folder + "/templates", any_file));
  folder.assets = reader.read_all(theme_folder + "/assets", any_file);
  folder.strings = reader.read_all(theme_folder + "/strings", any_file);
  for (NamedSource& file : reader.read_all("formats", is_format_name)) {
    folder.formats.push_back(std::move(file.source));
  }
  return {.value = std::move(folder), .diagnostics = std::move(reader.diagnostics)};
}

diagnostics::Reported<std::vector<Source>> read_formats(const std::string& folder) {
  diagnostics::Reported<std::vector<Source>> result;
  for (const std::string& name : files_below(folder)) {
    if (!is_format_name(name)) {
      continue;
    }
    const std::string path = folder + (folder.ends_with('/') ? "" : "/") + name;
    if (Expected<Source> source = read_source(path, path)) {
      result.value.push_back(*std::move(source));
    } else {
      result.diagnostics.push_back(std::move(source.error()));
    }
  }
  return result;
}

Expected<Source> read_one(const std::string& path) {
  return read_source(path, path);
}

diagnostics::Reported<std::vector<NamedSource>> read_templates(const std::string& folder) {
  diagnostics::Reported<std::vector<NamedSource>> result;
  for (const std::string& name : files_below(folder)) {
    const std::string path = folder + (folder.ends_with('/') ? "" : "/") + name;
    Expected<Source> source = read_source(path, path);
    if (source) {
      result.value.push_back({.name = name, .source = *std::move(source)});
    } else {
      result.diagnostics.push_back(std::move(source.error()));
    }
  }
  return result;
}

diagnostics::Reported<std::vector<Source>> read_digests(const std::vector<std::string>& paths) {
  diagnostics::Reported<std::vector<Source>> result;
  const auto read = [&result](const std::string& path) {
    Expected<Source> source = read_source(path, path);
    if (source) {
      result.value.push_back(*std::move(source));
    } else {
      result.diagnostics.push_back(std::move(source.error()));
    }
  };
  for (const std::string& path : paths) {
    if (!is_folder(path)) {
      read(path);
      continue;
    }
    for (const std::string& name : files_below(path)) {
      if (is_digest_name(name)) {
        read(path + (path.ends_with('/') ? "" : "/") + name);
      }
    }
  }
  return result;
}

}  // namespace files
