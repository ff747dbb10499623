#include "render/crawler_files.hpp"

#include "render/view_fields.hpp"
#include "site/file_names.hpp"
#include "site/file_routes.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

namespace render {

namespace {

using catalog::CatalogDigest;
using site::Route;

/// Digests that llms.txt names: the newest, as many as a front page has.
constexpr std::size_t kNamedDigests = 10;

/// `text` inside the brackets of a Markdown link.
std::string link_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\' || c == '<' || c == '`') {
      out.push_back('\\');
    }
    out.push_back(c == '\n' ? ' ' : c);
  }
  return out;
}

void append_link(std::string& out, std::string_view name, const std::string& address,
                 std::string_view about = {}) {
  out += "- [" + link_text(name) + "](" + address + ")";
  if (!about.empty()) {
    out += ": " + link_text(about);
  }
  out += "\n";
}

void append_files(std::string& out, const site::Site& site, std::span<const Route> files) {
  for (const Route& file : files) {
    append_link(out, site::file_name(file.format).shown, permalink_of(site, file));
  }
}

void append_digests(std::string& out, const site::Site& site) {
  const std::vector<CatalogDigest>& digests = site.catalog().digests;
  out += digests.empty() ? "" : "\n## Newest digests\n\n";
  const std::size_t count = std::min(kNamedDigests, digests.size());
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t index = digests.size() - 1 - i;
    const digest::Digest& head = digests[index].head;
    const std::string date = text::to_iso(head.date);
    append_link(
        out, date.size() == 10 ? date : date + (date.empty() ? "" : " ") + head.name,
        permalink_of(site, site.route_of(catalog::DigestIndex{static_cast<std::uint32_t>(index)})),
        std::to_string(digests[index].appearances.size()) + " papers");
  }
}

void append_categories(std::string& out, const site::Site& site) {
  constexpr auto kCategory = catalog::Taxonomy::category;
  if (site.overview_of(kCategory) == nullptr) {
    return;
  }
  out += "\n## Categories\n\n";
  for (const catalog::TermIndex term : site.order_of(kCategory).by_count) {
    const catalog::Term& category = site.catalog().terms_of(kCategory)[term.value];
    const std::string name = category.code.empty() || category.code == category.name
                                 ? category.name
                                 : category.code + " " + category.name;
    append_link(out, name, permalink_of(site, *site.route_of(kCategory, term)),
                std::to_string(category.papers.size()) + " papers");
  }
}

}  // namespace

/// Where the trees of the site's languages stand.
std::vector<std::string> prefixes_of(const site::Site& site) {
  std::vector<std::string> prefixes;
  for (const site::LanguageTree& tree : site.trees()) {
    prefixes.push_back(tree.prefix);
  }
  return prefixes.empty() ? std::vector<std::string>{""} : prefixes;
}

std::string robots(const site::Site& site) {
  std::string text = "User-agent: *\nAllow: /\n";
  std::string sitemaps;
  for (const std::string& prefix : prefixes_of(site)) {
    if (const auto sitemap = site.locate(prefix + "/sitemap.xml")) {
      sitemaps += "Sitemap: " + permalink_of(site, *sitemap->route) + "\n";
    }
  }
  return text + (sitemaps.empty() ? "" : "\n") + sitemaps;
}

std::string llms(const site::Site& site) {
  const catalog::Catalog& catalog = site.catalog();
  std::string text = "# " + link_text(site.config().title) + "\n";
  if (!site.config().description.empty()) {
    text += "\n> " + link_text(site.config().description) + "\n";
  }
  text += "\n" + std::to_string(catalog.papers.size()) + " papers from " +
          std::to_string(catalog.digests.size()) +
          " digests. Each paper has a page with its title, authors, key points and abstracts; "
          "each digest, category, author and institution has a page that lists its papers.\n";
  text += "\n## Data\n\n";
  append_link(text, "What there is", permalink_of(site, site.routes()[*site.plan().of_data]));
  append_files(text, site, site::record_files(site));
  append_files(text, site, site::citations_of(site, site.routes().front()));
  text += "\n## Feeds\n\n";
  append_files(text, site, site::feeds_of(site, site.routes().front()));
  append_digests(text, site);
  append_categories(text, site);
  return text;
}

}  // namespace render
