#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What the template benchmark renders: plain structs, the same for every engine.
namespace bench {

struct Link {
  std::string label;
  std::string url;
};

/// An author or institution with a page of its own.
struct Term {
  std::string name;
  std::string path;
};

struct Tag {
  std::string code;
  std::string name;
  std::string path;
  int hue = 0;
};

struct Appearance {
  std::string title;
  std::string path;
  std::string date;
  std::optional<int> rank;
};

struct Paper;

/// One of the two reasons is there.
struct Related {
  const Paper* paper = nullptr;
  std::vector<Term> authors;
  std::vector<std::string> words;
};

struct Paper {
  std::string path;
  std::string title;
  std::string title_zh;
  const Tag* tag = nullptr;
  std::string date;
  std::string venue;     ///< empty: none known
  std::string arxiv_id;  ///< empty: none, then there is `url`
  std::string url;
  std::string tldr;
  std::string abstract;
  std::string abstract_zh;
  std::vector<std::string> keywords;
  std::vector<std::string> key_points;
  std::vector<Term> authors;
  std::vector<Term> institutions;
  std::vector<Link> links;
  std::vector<Appearance> appearances;
  std::vector<Related> related;
  const Paper* previous = nullptr;
  const Paper* next = nullptr;
};

/// One page: of `paper`, or a list of `papers`.
struct Page {
  std::string title;
  std::string description;  ///< empty: that of the site
  std::string path;
  std::string updated;
  std::vector<Term> breadcrumbs;
  const Paper* paper = nullptr;
  std::vector<const Paper*> papers;
};

struct SampleSite {
  std::string title;
  std::string description;
  std::string language;
  std::string origin;  ///< goes before a path in an absolute address
  std::string generator;
  std::vector<Link> menu;
  std::vector<Tag> tags;
  std::vector<Paper> papers;
  std::vector<Page> paper_pages;
  std::vector<Page> list_pages;
};

inline constexpr std::size_t kPaperPages = 64;
inline constexpr std::size_t kListPages = 16;
inline constexpr std::size_t kListedPapers = 100;

/// Texts are about as long as in real digests and have `&`, `<` and quotes where those have them.
/// The parts point to each other, so the site stays where it is.
[[nodiscard]] std::unique_ptr<const SampleSite> make_sample_site();

}  // namespace bench
