#include "targets.hpp"

#include "config/front_matter.hpp"
#include "config/site_config.hpp"
#include "config/yaml.hpp"
#include "digest/parse_digest.hpp"
#include "jinja/environment.hpp"
#include "markdown/markdown_to_html.hpp"
#include "text/utf8.hpp"

#include <cstdlib>
#include <memory>
#include <string>

namespace fuzz {

namespace {

void promise(bool kept) {
  if (!kept) {
    std::abort();
  }
}

}  // namespace

void read_digest(std::string_view bytes) {
  const text::SourceText source("content/2023-02-08.txt", std::string(bytes));
  const auto parsed = digest::parse_digest_file(source, {});
  for (const digest::ParsedDigest& one : parsed.value) {
    for (const digest::Paper& paper : one.digest.papers) {
      promise(!paper.title.empty());
      promise(paper.url.empty() || paper.url.starts_with("http"));
      promise(!text::first_malformed(paper.title));
    }
  }
}

void render_template(std::string_view bytes) {
  const auto source = std::make_shared<const text::SourceText>("a.html", std::string(bytes));
  const auto environment = jinja::Environment::compile(
      {{.name = "a.html", .source = source}}, {.undefined = jinja::Undefined::lenient}, {});
  values::Map context;
  context.set("text", values::Value::view("<b>"));
  context.set("list", values::Value::list({values::Value::integer(1), values::Value::none()}));
  std::string out;
  if (const auto problem = environment.value.render("a.html", {}, context, out)) {
    promise(!problem->message.empty());
  }
}

void read_yaml(std::string_view bytes) {
  const text::SourceText source("site.yaml", std::string(bytes));
  const auto config = config::parse_site_config(source);
  promise(config.value.theme.find('/') == std::string::npos);
  const auto matter = config::split_front_matter(source);
  promise(!matter || matter->body.size() <= bytes.size());
}

void convert_markdown(std::string_view bytes) {
  const markdown::Document document = markdown::markdown_to_html(bytes, "/base");
  promise(document.html.find("<script") == std::string::npos);
  promise(document.html.find("href=\"javascript:") == std::string::npos);
}

}  // namespace fuzz
