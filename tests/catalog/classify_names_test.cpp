// What the site's entries do to the authors of a catalog.
#include "catalog/classify_names.hpp"

#include "catalog/merge_duplicates.hpp"
#include "catalog/sample_digests.hpp"
#include "catalog/taxonomies.hpp"

#include <gtest/gtest.h>

namespace {

using catalog::Catalog;
using catalog::Taxonomy;
using catalog::Term;
using catalog_test::codes_of;
using catalog_test::digest_of;
using catalog_test::names_of;
using catalog_test::paper_by;
using catalog_test::slugs_of;
using Names = std::vector<std::string>;

/// Three papers by `J Li`, one also by `Jie Li`; of two by `A Bee` one spells her in full.
diagnostics::Reported<Catalog> with_authors(const std::string& yaml) {
  const text::SourceText source("authors.yaml", yaml);
  const catalog::CatalogOptions options{.authors = config::parse_authors(source).value};
  digest::Paper third = paper_by("2302.00003", {"J Li"});
  third.category = "CV";
  return catalog::add_taxonomies(
      catalog::merge_duplicates(
          {digest_of("a", "2023-02-08",
                     {paper_by("2302.00001", {"J Li", "A Bee"}),
                      paper_by("2302.00002", {"J Li", "Jie Li", "Anna Bee"})}),
           digest_of("b", "2023-02-09", {third})})
          .value,
      options);
}

const std::vector<Term>& authors(const Catalog& catalog) {
  return catalog.terms_of(Taxonomy::author);
}

Names author_names(const Catalog& catalog, std::size_t paper) {
  Names names;
  for (const catalog::TermIndex author : catalog.papers[paper].authors) {
    names.push_back(authors(catalog)[author.value].name);
  }
  return names;
}

/// `old slug -> slugs now`.
Names former(const Catalog& catalog) {
  Names lines;
  for (const catalog::FormerTerm& one : catalog.former_terms[1]) {
    std::string line = one.slug + " ->";
    for (const catalog::TermIndex term : one.now) {
      line += " " + authors(catalog)[term.value].slug;
    }
    lines.push_back(line);
  }
  return lines;
}

TEST(ClassifyNames, MergesSpellingsUnderTheNameOfTheEntry) {
  const auto [catalog, said] = with_authors("- name: Anna M. Bee\n  names: [A. Bee, Anna Bee]\n");

  EXPECT_EQ(codes_of(said), Names{});
  EXPECT_EQ(names_of(authors(catalog)), (Names{"Anna M. Bee", "J Li", "Jie Li"}));
  EXPECT_EQ(authors(catalog)[0].papers.size(), 2U);
  EXPECT_EQ(author_names(catalog, 0), (Names{"J Li", "Anna M. Bee"}));
  EXPECT_EQ(former(catalog), (Names{"a-bee -> anna-m-bee", "anna-bee -> anna-m-bee"}));
}

TEST(ClassifyNames, PartsANameByPapersAndSendsItsAddressToAll) {
  const auto [catalog, said] = with_authors(
      "- name: Jie Li\n  names: [J Li]\n  papers: [\"https://arxiv.org/pdf/2302.00001v2\"]\n"
      "- name: Jun Li\n  names: [J Li]\n  papers: [2302.00002]\n"
      "- name: Jing Li\n  names: [J Li]\n  categories: [cv]\n");

  EXPECT_EQ(codes_of(said), Names{});
  EXPECT_EQ(author_names(catalog, 0), (Names{"Jie Li", "A Bee"}));
  EXPECT_EQ(author_names(catalog, 1), (Names{"Jun Li", "Jie Li", "Anna Bee"}));
  EXPECT_EQ(author_names(catalog, 2), Names{"Jing Li"});
  EXPECT_EQ(former(catalog), Names{"j-li -> jie-li jun-li jing-li"});
}

TEST(ClassifyNames, KeepsWhatNoEntrySelectsUnderTheNameAsPrinted) {
  const auto [catalog, said] = with_authors("- name: Jun Li\n  names: [J Li]\n  digests: [b]\n");

  EXPECT_EQ(codes_of(said), Names{});
  EXPECT_EQ(slugs_of(authors(catalog)), (Names{"a-bee", "anna-bee", "j-li", "jie-li", "jun-li"}));
  EXPECT_EQ(authors(catalog)[2].papers.size(), 2U);
  EXPECT_EQ(former(catalog), Names{});
}

TEST(ClassifyNames, PartsPeopleOfOneNameBySlugs) {
  const auto [catalog, said] =
      with_authors("- name: J Li\n  slug: j-li-vision\n  papers: [2302.00003]\n- name: J Li\n");

  EXPECT_EQ(codes_of(said), Names{});
  EXPECT_EQ(slugs_of(authors(catalog)),
            (Names{"a-bee", "anna-bee", "j-li", "j-li-vision", "jie-li"}));
  EXPECT_EQ(authors(catalog)[3].name, "J Li");
  EXPECT_EQ(authors(catalog)[3].papers.size(), 1U);
}

TEST(ClassifyNames, KeepsAnEntryThatOnlyTellsAboutAName) {
  const auto [catalog, said] = with_authors("- name: Jie Li\n  orcid: 0000-0002-1825-0097\n");

  EXPECT_EQ(codes_of(said), Names{});
  const Term& jie = authors(catalog)[3];
  ASSERT_EQ(jie.entry, 0U);
  EXPECT_EQ(catalog.entries[1][0].orcid, "0000-0002-1825-0097");
  EXPECT_EQ(former(catalog), Names{});
}

TEST(ClassifyNames, SaysWhatIsListedTwice) {
  for (const char* const yaml :
       {"- name: X\n  names: [J Li]\n- name: Y\n  names: [J. Li]\n",
        "- name: X\n  names: [J Li, J. Li]\n", "- name: Jie Li\n- name: jie li\n",
        "- name: J Li\n  papers: [2302.00001]\n"}) {
    EXPECT_EQ(codes_of(with_authors(yaml).diagnostics)[0], "catalog/name-claimed-twice") << yaml;
  }
}

TEST(ClassifyNames, SaysWhatNoPaperHas) {
  const auto [catalog, said] = with_authors(
      "- name: Anna Bee\n  names: [Ana Bee, Zorro]\n"
      "- name: Jun Li\n  names: [J Li]\n  papers: [2302.00009, 2302.00001]\n");

  ASSERT_EQ(codes_of(said),
            (Names{"catalog/unknown-name", "catalog/unknown-name", "catalog/unknown-paper"}));
  EXPECT_EQ(said[0].message, "no paper has the name \"Ana Bee\"");
  EXPECT_EQ(said[0].remedy, "did you mean \"Anna Bee\"?");
  EXPECT_EQ(said[0].where, (diagnostics::Location{"authors.yaml", 2, 11}));
  EXPECT_EQ(said[1].remedy, "");
  EXPECT_EQ(said[2].message, "\"2302.00009\" selects no paper of \"Jun Li\"");
}

}  // namespace
