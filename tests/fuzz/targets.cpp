#include "targets.hpp"

#include "config/front_matter.hpp"
#include "config/site_config.hpp"
#include "config/yaml.hpp"
#include "digest/parse_digest.hpp"
#include "markdown/markdown_to_html.hpp"
#include "promise.hpp"
#include "text/utf8.hpp"

#include <string>

namespace fuzz {

void read_digest(std::string_view bytes) {
  const text::SourceText source("content/2023-02-08.txt", std::string(bytes));
  const auto parsed = digest::parse_digest_file(source, {});
  for (const digest::ParsedDigest& one : parsed.value) {
    for (const digest::Paper& paper : one.digest.papers) {
      promise(!paper.title.empty(), "papers have titles");
      promise(paper.url.empty() || paper.url.starts_with("http"), "addresses are http");
      promise(!text::first_malformed(paper.title), "titles are UTF-8");
    }
  }
}

void read_yaml(std::string_view bytes) {
  const text::SourceText source("site.yaml", std::string(bytes));
  const auto config = config::parse_site_config(source);
  promise(config.value.theme.find('/') == std::string::npos, "themes are names");
  const auto matter = config::split_front_matter(source);
  promise(!matter || matter->body.size() <= bytes.size(), "a body is a part of its file");
}

void convert_markdown(std::string_view bytes) {
  const markdown::Document document = markdown::markdown_to_html(bytes, "/base");
  promise(document.html.find("<script") == std::string::npos, "pages have no script");
  promise(document.html.find("href=\"javascript:") == std::string::npos, "links run nothing");
}

}  // namespace fuzz
