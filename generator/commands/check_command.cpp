#include "commands/report.hpp"
#include "commands/run.hpp"
#include "pipeline/check_site.hpp"
#include "pipeline/load_site.hpp"

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <vector>

namespace commands {

namespace {

std::string place_of(const digest::SourceLines& source) {
  return source.file + ":" + std::to_string(source.line);
}

/// Which records were taken for one paper: no mistake, but what an editor wants to look over.
void print_merges(const catalog::Catalog& catalog) {
  for (const catalog::Merge& merge : catalog.merges) {
    std::cout << place_of(merge.joined) << ": \"" << catalog.papers[merge.paper.value].record.title
              << "\" is the paper of " << place_of(merge.first) << " by its identity "
              << catalog.papers[merge.paper.value].record.id;
    for (const std::string& field : merge.filled) {
      std::cout << (&field == &merge.filled.front() ? ", and gives it: " : ", ") << field;
    }
    std::cout << "\n";
  }
}

/// Initials that may stand for people whom the catalog knows in full. They are never joined: the
/// editor says in authors.yaml whose they are.
void print_possible_people(const catalog::Catalog& catalog) {
  const std::vector<catalog::Term>& authors = catalog.terms_of(catalog::Taxonomy::author);
  for (const catalog::Term& author : authors) {
    for (const catalog::TermIndex& person : author.may_be) {
      if (&person == &author.may_be.front()) {
        const catalog::PaperIndex first = std::ranges::min(author.papers);
        std::cout << place_of(catalog.papers[first.value].record.source) << ": " << author.name
                  << " may be ";
      } else {
        std::cout << ", ";
      }
      std::cout << authors[person.value].name;
    }
    std::cout << (author.may_be.empty() ? "" : "\n");
  }
}

std::size_t count_initials(const catalog::Catalog& catalog) {
  const auto& authors = catalog.terms_of(catalog::Taxonomy::author);
  return static_cast<std::size_t>(std::ranges::count(authors, true, &catalog::Term::initials_only));
}

/// What files gave that digests lacked.
void print_filled(const enrich::FillCounts& counts) {
  for (const auto& [origin, count] : counts) {
    std::cout << origin.first << ": gives " << origin.second << " of " << plural(count, "record")
              << "\n";
  }
}

}  // namespace

int run_check(const CheckCommand& command) {
  const Strict strict = command.strict ? Strict::yes : Strict::no;
  const pipeline::LoadedSite loaded = pipeline::load_site({.root = command.source});
  const std::vector<diagnostics::Diagnostic> said = pipeline::check_site(loaded, 0);
  print_diagnostics(said, command.json ? Format::json : Format::text);
  if (!command.json && loaded.site != nullptr) {
    const std::string complaints = count_in_words(said);
    const catalog::Catalog& catalog = loaded.site->catalog();
    print_merges(catalog);
    print_possible_people(catalog);
    print_filled(loaded.filled);
    std::cout << plural(catalog.digests.size(), "digest") << ", "
              << plural(catalog.papers.size(), "paper") << ", "
              << plural(loaded.site->routes().size(), "page") << ", "
              << plural(catalog.merges.size(), "merge") << ", "
              << plural(count_initials(catalog), "author")
              << " by initials only: " << (complaints.empty() ? "nothing is wrong" : complaints)
              << "\n";
  }
  return exit_status_of(said, strict);
}

}  // namespace commands
