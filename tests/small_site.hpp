#pragma once

#include "digest/digest.hpp"
#include "pipeline/assemble_site.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

// For tests: digests and sites made by hand.

inline digest::Paper make_paper(const std::string& id, const std::string& title) {
  digest::Paper paper;
  paper.id = id;
  paper.arxiv_id = id;
  paper.url = "https://arxiv.org/abs/" + id;
  paper.title = title;
  paper.category = "LG";
  paper.authors = {"J Andreas", "W Chen"};
  paper.affiliations = {"MIT CSAIL"};
  paper.source = {.file = "content/a.txt", .line = 1, .end_line = 1};
  return paper;
}

inline digest::Digest make_digest(const std::string& name, text::CalendarDate date,
                                  std::vector<digest::Paper> papers) {
  digest::Digest digest;
  digest.name = name;
  digest.file = "content/" + name + ".txt";
  digest.date = date;
  digest.legend = {{"LG", "机器学习"}};
  digest.papers = std::move(papers);
  return digest;
}

/// A site of `digests` with the built-in templates and theme.
inline std::shared_ptr<const site::Site> make_site(std::vector<digest::Digest> digests,
                                                   config::SiteConfig config = {}) {
  return pipeline::assemble_site({.config = std::move(config), .digests = std::move(digests)}, 1)
      .site;
}
