#include "config/site_config.hpp"

#include "config/setting_readers.hpp"
#include "text/suggestion.hpp"
#include "text/url.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <utility>

namespace config {

namespace {

using diagnostics::Diagnostic;

/// `LG: 机器学习`, or `LG: {name: 机器学习, arxiv: cs.LG}`.
ReadSetting categories_into(std::map<std::string, CategoryConfig>& target) {
  return [&target](SettingReader& reader, const YAML::Node& node) {
    if (!node.IsMap()) {
      reader.complain_of_type(node, "a map of category tags and names");
      return;
    }
    for (const auto& member : node) {
      CategoryConfig& category = target[member.first.Scalar()];
      if (member.second.IsScalar()) {
        category.name = member.second.Scalar();
        continue;
      }
      read_map(reader, member.second,
               {{"name", text_into(category.name)}, {"arxiv", text_into(category.arxiv)}});
    }
  };
}

/// `late-march: 2023-03-28`.
ReadSetting dates_into(std::map<std::string, text::CalendarDate>& target) {
  return [&target](SettingReader& reader, const YAML::Node& node) {
    if (!node.IsMap()) {
      reader.complain_of_type(node, "a map of digest names and dates");
      return;
    }
    for (const auto& member : node) {
      const auto date =
          member.second.IsScalar() ? text::parse_iso_date(member.second.Scalar()) : std::nullopt;
      if (!date) {
        reader.complain(member.second, {.code = "config/bad-value",
                                        .message = "this is not a date",
                                        .remedy = "write it as 2023-02-08 or 2023-02"});
        continue;
      }
      target[member.first.Scalar()] = *date;
    }
  };
}

constexpr std::array<std::string_view, 2> kLanguages = {"zh", "en"};

/// `languages: [zh, en]`: the first one is the site's own, unless `language` says another of them.
ReadSetting languages_into(std::vector<std::string>& target) {
  return [&target](SettingReader& reader, const YAML::Node& node) {
    if (!node.IsSequence()) {
      reader.complain_of_type(node, "a list of languages, such as [zh, en]");
      return;
    }
    for (const YAML::Node& item : node) {
      std::string language;
      choice_into(language, {kLanguages.begin(), kLanguages.end()})(reader, item);
      if (!language.empty() && std::ranges::find(target, language) == target.end()) {
        target.push_back(std::move(language));
      }
    }
  };
}

/// `gb18030`, or `{late-march: big5}`.
ReadSetting encoding_into(EncodingConfig& target) {
  return [&target](SettingReader& reader, const YAML::Node& node) {
    const auto read = [&reader](const YAML::Node& one) {
      const std::string name = one.IsScalar() ? one.Scalar() : std::string();
      const std::optional<text::Encoding> encoding = text::encoding_named(name);
      if (!encoding) {
        const std::string meant = text::did_you_mean(name, text::encoding_names());
        reader.complain(one,
                        {.code = "config/bad-value",
                         .message = "this is not the name of an encoding",
                         .remedy = meant.empty() ? "known are utf-8, utf-16le, utf-16be, gb18030, "
                                                   "big5 and windows-1252"
                                                 : meant});
      }
      return encoding;
    };
    if (!node.IsMap()) {
      target.others = read(node);
      return;
    }
    for (const auto& member : node) {
      if (const std::optional<text::Encoding> encoding = read(member.second)) {
        target.by_digest[member.first.Scalar()] = *encoding;
      }
    }
  };
}

/// `en: {title: Leaves, description: A few papers a day.}`
ReadSetting translations_into(std::map<std::string, Translation>& target) {
  return [&target](SettingReader& reader, const YAML::Node& node) {
    std::vector<SettingKey> keys;
    for (const std::string_view language : kLanguages) {
      keys.push_back({language, [&target, language](SettingReader& inner, const YAML::Node& texts) {
                        Translation& translation = target[std::string(language)];
                        read_map(inner, texts,
                                 {{"title", text_into(translation.title)},
                                  {"description", text_into(translation.description)}});
                      }});
    }
    read_map(reader, node, keys);
  };
}

/// `[arxiv.json, "*.bib"]`, or one of them.
ReadSetting enrich_into(std::vector<EnrichPattern>& target) {
  return [&target](SettingReader& reader, const YAML::Node& node) {
    const auto add = [&](const YAML::Node& one) {
      if (!one.IsScalar() || one.Scalar().empty()) {
        reader.complain_of_type(one, "a path, or a list of paths");
        return;
      }
      target.push_back(
          {.pattern = one.Scalar(), .where = at_node(reader.source, one, Diagnostic()).where});
    };
    if (!node.IsSequence()) {
      add(node);
      return;
    }
    for (const YAML::Node& one : node) {
      add(one);
    }
  };
}

ReadSetting base_url_into(std::string& target) {
  return [&target](SettingReader& reader, const YAML::Node& node) {
    diagnostics::Reported<std::string> url =
        check_base_url(node.IsScalar() ? node.Scalar() : std::string(), {});
    target = std::move(url.value);
    for (Diagnostic& diagnostic : url.diagnostics) {
      reader.complain(node, std::move(diagnostic));
    }
  };
}

/// `example.org,2024`, `name@example.org,2024-02-08` (RFC 4151, taggingEntity).
bool is_tag_authority(std::string_view text) {
  const std::size_t comma = text.find(',');
  const std::string_view name = text.substr(0, comma);
  const std::string_view date = comma == text.npos ? text : text.substr(comma + 1);
  const bool year_only = date.size() == 4;
  const bool plain_name = !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' ||
           c == '@';
  });
  return comma != text.npos && plain_name &&
         text::parse_iso_date(std::string(date) + (year_only ? "-01" : "")).has_value();
}

ReadSetting authority_into(std::string& target) {
  return [&target](SettingReader& reader, const YAML::Node& node) {
    if (!node.IsScalar() || !is_tag_authority(node.Scalar())) {
      reader.complain(node, {.code = "config/bad-value",
                             .message = "this must be a domain or mail address in lower case, a "
                                        "comma, and a date on which it was yours",
                             .remedy = "for example example.org,2024"});
      return;
    }
    target = node.Scalar();
  };
}

std::vector<SettingKey> keys_of(SiteConfig& config) {
  return {
      {"title", text_into(config.title)},
      {"description", text_into(config.description)},
      {"base_url", base_url_into(config.base_url)},
      {"language", choice_into(config.language, {kLanguages.begin(), kLanguages.end()})},
      {"languages", languages_into(config.other_languages)},
      {"translations", translations_into(config.translations)},
      {"author", text_into(config.author)},
      {"theme", text_into(config.theme)},
      {"categories", categories_into(config.categories)},
      {"taxonomies", map_into({{"categories", flag_into(config.taxonomies.categories)},
                               {"authors", flag_into(config.taxonomies.authors)},
                               {"institutions", flag_into(config.taxonomies.institutions)}})},
      {"paginate", map_into({{"papers", count_into(config.paginate.papers, 1, 10'000)},
                             {"terms", count_into(config.paginate.terms, 1, 10'000)}})},
      {"feeds",
       map_into({{"authority", authority_into(config.feeds.authority)},
                 {"min_papers", count_into(config.feeds.min_papers, 0, 1'000'000)},
                 {"term_formats", choice_into(config.feeds.term_formats, {"atom", "all"})}})},
      {"citations",
       map_into({{"min_papers", count_into(config.citations.min_papers, 0, 1'000'000)},
                 {"term_formats", choice_into(config.citations.term_formats, {"bibtex", "all"})}})},
      {"data", map_into({{"sqlite", flag_into(config.data.sqlite)}})},
      {"dates", dates_into(config.dates)},
      {"encoding", encoding_into(config.encoding)},
      {"enrich", enrich_into(config.enrich)},
      {"related", count_into(config.related, 0, 50)},
      {"qr_codes", flag_into(config.qr_codes)},
      {"social_cards", flag_into(config.social_cards)},
  };
}

/// The site's own language is not one of the others.
void settle_languages(SiteConfig& config, bool names_own) {
  std::vector<std::string>& others = config.other_languages;
  if (!others.empty() && !names_own) {
    config.language = others.front();
  }
  std::erase(others, config.language);
}

}  // namespace

std::vector<std::string> site_config_keys() {
  SiteConfig config;
  std::vector<std::string> names;
  for (const SettingKey& key : keys_of(config)) {
    names.emplace_back(key.name);
  }
  return names;
}

diagnostics::Reported<std::string> check_base_url(std::string url, diagnostics::Location where) {
  while (url.ends_with('/')) {
    url.pop_back();
  }
  const bool plain = url.find_first_of("?#") == std::string::npos;
  if (url.empty() || (plain && text::is_web_url(url))) {
    return {.value = std::move(url), .diagnostics = {}};
  }
  return {.value = {},
          .diagnostics = {{.code = "config/bad-value",
                           .where = std::move(where),
                           .message = "a base URL begins with http:// or https:// and has neither "
                                      "query nor fragment",
                           .remedy = "for example https://example.org/papers"}}};
}

diagnostics::Reported<SiteConfig> parse_site_config(const text::SourceText& source) {
  diagnostics::Reported<SiteConfig> result;
  const diagnostics::Expected<YAML::Node> node = load_yaml(source);
  if (!node) {
    result.diagnostics.push_back(node.error());
    return result;
  }
  SettingReader reader{.source = source, .diagnostics = {}};
  try {
    read_map(reader, *node, keys_of(result.value));
    const bool names_own = node->IsMap() && (*node)["language"].IsDefined();
    settle_languages(result.value, names_own);
  } catch (const YAML::Exception& error) {
    reader.diagnostics.push_back(
        at_mark(source, error.mark, {.code = "config/bad-yaml", .message = error.msg}));
  }
  // A theme is the name of a folder beside the others, never a path out of it.
  if (result.value.theme.find_first_of("/\\") != std::string::npos ||
      result.value.theme.starts_with('.')) {
    reader.diagnostics.push_back({.code = "config/bad-value",
                                  .where = {.path = source.path()},
                                  .message = "a theme is named by its folder under themes/"});
    result.value.theme = SiteConfig().theme;
  }
  result.diagnostics = std::move(reader.diagnostics);
  return result;
}

}  // namespace config
