#include "catalog/merge_records.hpp"

#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

namespace catalog {

namespace {

struct TextField {
  const char* name;
  std::string digest::Paper::*text;
};

/// What is said in a word: one value is as good as another.
constexpr std::array kShortTexts = {
    TextField{"category", &digest::Paper::category},
    TextField{"title_zh", &digest::Paper::title_zh},
    TextField{"url", &digest::Paper::url},
    TextField{"arxiv_id", &digest::Paper::arxiv_id},
    TextField{"published", &digest::Paper::published},
    TextField{"updated", &digest::Paper::updated},
};

/// What is told: the longer text tells more.
constexpr std::array kLongTexts = {
    TextField{"tldr", &digest::Paper::tldr},
    TextField{"motivation", &digest::Paper::motivation},
    TextField{"method", &digest::Paper::method},
    TextField{"advantage", &digest::Paper::advantage},
    TextField{"abstract", &digest::Paper::abstract},
    TextField{"abstract_zh", &digest::Paper::abstract_zh},
    TextField{"venue", &digest::Paper::venue},
    TextField{"remark", &digest::Paper::remark},
};

/// `title` without the mark of a cut.
std::string_view without_ellipsis(std::string_view title) {
  for (const std::string_view mark : {"...", "…"}) {
    if (title.ends_with(mark)) {
      return text::trim_right(title.substr(0, title.size() - mark.size()));
    }
  }
  return title;
}

/// Whether `title` is `later` with its end cut off.
bool is_cut(std::string_view title, std::string_view later) {
  const std::string_view beginning = without_ellipsis(title);
  return beginning.size() < later.size() &&
         text::ascii_lower(later.substr(0, beginning.size())) == text::ascii_lower(beginning);
}

/// Takes the longer list of names, with its mark of having been cut.
bool take_more_names(std::vector<std::string>& names, std::vector<std::string>& later) {
  if (later.size() <= names.size()) {
    return false;
  }
  names = std::move(later);
  return true;
}

bool take_new_links(std::vector<digest::Link>& links, std::vector<digest::Link>& later) {
  bool taken = false;
  for (digest::Link& link : later) {
    if (std::ranges::find(links, link.url, &digest::Link::url) == links.end()) {
      links.push_back(std::move(link));
      taken = true;
    }
  }
  return taken;
}

}  // namespace

namespace {

/// A field that the later record gave is from where that one has it.
void merge_origins(digest::Paper& paper, const std::vector<std::string>& changed,
                   const digest::Paper& later) {
  const auto is_new = [&](const digest::EnrichedField& one) {
    return std::ranges::find(changed, one.field) != changed.end() ||
           (one.field == "doi" && std::ranges::find(changed, "links") != changed.end());
  };
  std::erase_if(paper.enriched, is_new);
  std::ranges::copy_if(later.enriched, std::back_inserter(paper.enriched), is_new);
  std::ranges::sort(paper.enriched);
}

}  // namespace

std::vector<std::string> merge_records(digest::Paper& paper, digest::Paper later) {
  std::vector<std::string> changed;
  if (is_cut(paper.title, later.title)) {
    paper.title = std::move(later.title);
    changed.emplace_back("title");
  }
  for (const auto& [name, field] : kShortTexts) {
    if ((paper.*field).empty() && !(later.*field).empty()) {
      paper.*field = std::move(later.*field);
      changed.emplace_back(name);
    }
  }
  if (take_more_names(paper.authors, later.authors)) {
    paper.authors_truncated = later.authors_truncated;
    changed.emplace_back("authors");
  }
  if (take_more_names(paper.affiliations, later.affiliations)) {
    paper.affiliations_truncated = later.affiliations_truncated;
    changed.emplace_back("affiliations");
  }
  if (later.key_points.size() > paper.key_points.size()) {
    paper.key_points = std::move(later.key_points);
    changed.emplace_back("key_points");
  }
  for (const auto& [name, field] : kLongTexts) {
    if (text::count_code_points(later.*field) > text::count_code_points(paper.*field)) {
      paper.*field = std::move(later.*field);
      changed.emplace_back(name);
    }
  }
  if (take_new_links(paper.links, later.links)) {
    changed.emplace_back("links");
  }
  if (paper.arxiv_categories.empty() && !later.arxiv_categories.empty()) {
    paper.arxiv_categories = std::move(later.arxiv_categories);
    changed.emplace_back("arxiv_categories");
  }
  merge_origins(paper, changed, later);
  return changed;
}

}  // namespace catalog
