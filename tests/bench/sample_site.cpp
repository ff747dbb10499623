#include "sample_site.hpp"

#include "made_text.hpp"

#include <array>
#include <string_view>

namespace bench {

namespace {

/// What stands between words of titles and abstracts now and then, and has to be escaped.
constexpr std::array<std::string_view, 6> kRemarks = {
    " (p < 0.05)", " \"in the wild\"", " & beyond", " don't ", " -> ", " A/B: 'x' > \"y\""};

std::string numbered(std::string_view folder, std::size_t number) {
  return "/" + std::string(folder) + "/" + std::to_string(1000 + number) + "/";
}

std::string date_of(std::size_t day) {
  const std::size_t month = day / 28 % 12 + 1;
  const std::size_t in_month = day % 28 + 1;
  return "2025-" + std::string(month < 10 ? "0" : "") + std::to_string(month) + "-" +
         std::string(in_month < 10 ? "0" : "") + std::to_string(in_month);
}

Term author(Random& random) {
  const std::size_t person = random.rank(600);
  const std::string given = capitalised(english_word(person % 97));
  // Some names have an apostrophe.
  const std::string family =
      (person % 9 == 4 ? "O'" : "") + capitalised(english_word(person / 2 + 50));
  return {given + " " + family, numbered("authors", person)};
}

Term institution(Random& random) {
  const std::size_t place = random.rank(200);
  const std::string name = capitalised(english_word(place));
  return {place % 3 == 0 ? name + " Institute of Science & Technology" : "University of " + name,
          numbered("institutions", place)};
}

template <typename Item>
std::vector<Item> many(std::size_t count, const auto& make_item) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < count; ++i) {
    items.push_back(make_item(i));
  }
  return items;
}

std::string title(Random& random, std::size_t number) {
  std::string text = capitalised(english(random, 30));
  text.back() = ':';
  text += " " + english(random, 30);
  text.pop_back();
  return number % 2 == 0 ? text + std::string(kRemarks[number / 2 % kRemarks.size()]) : text;
}

/// Sentences of about 100 bytes, every third with something to escape.
std::string abstract(Random& random, std::size_t size) {
  std::string text;
  for (std::size_t sentence = 0; text.size() < size; ++sentence) {
    text += (text.empty() ? "" : " ") + capitalised(english(random, 90));
    if (sentence % 3 == 1) {
      text.pop_back();
      text.append(kRemarks[random.below(kRemarks.size())]).append(".");
    }
  }
  return text;
}

std::vector<Link> links_of(std::size_t number) {
  const std::string name = "paper-" + std::to_string(number);
  return {{"Code", "https://code.example.org/lab/" + name},
          {"Data & models", "https://data.example.org/get?name=" + name + "&version=2"}};
}

std::vector<Appearance> appearances_of(std::size_t number) {
  const std::string day = date_of(number / 4);
  const std::string later = date_of(number / 4 + 9);
  return {{"Digest of " + day, "/digests/" + day + "/", day, static_cast<int>(number % 4 + 1)},
          {"Digest of " + later, "/digests/" + later + "/", later, std::nullopt}};
}

Paper make_paper(std::size_t number, const std::vector<Tag>& tags) {
  Random random(number + 1);
  const bool on_arxiv = number % 8 != 7;
  Paper paper;
  paper.path = numbered("papers", number);
  paper.title = title(random, number);
  paper.title_zh = number % 10 == 9 ? "" : chinese(random, 18);
  paper.tag = &tags[random.rank(tags.size())];
  paper.date = date_of(number / 4);
  paper.venue = number % 3 == 0 ? "Workshop on Texts & Tables" : "";
  paper.arxiv_id = on_arxiv ? "2501." + std::to_string(10'000 + number * 37) : "";
  paper.url = on_arxiv ? "" : "https://papers.example.org/view?id=" + std::to_string(number);
  paper.tldr = chinese(random, 60 + random.below(40)) + "。";
  paper.abstract = abstract(random, 1450);
  paper.abstract_zh = chinese(random, 230) + "。";
  paper.keywords =
      many<std::string>(5, [&random](std::size_t) { return english_word(random.rank(2000)); });
  paper.key_points =
      many<std::string>(4, [&random](std::size_t) { return chinese(random, 36) + "；"; });
  paper.authors = many<Term>(12, [&random](std::size_t) { return author(random); });
  paper.institutions = many<Term>(3, [&random](std::size_t) { return institution(random); });
  paper.links = links_of(number);
  paper.appearances = appearances_of(number);
  return paper;
}

void relate(std::vector<Paper>& papers, std::size_t number) {
  Random random(number + 1'000'003);
  Paper& paper = papers[number];
  paper.previous = number > 0 ? &papers[number - 1] : nullptr;
  paper.next = number + 1 < papers.size() ? &papers[number + 1] : nullptr;
  for (std::size_t i = 0; i < 6; ++i) {
    Related& related = paper.related.emplace_back();
    related.paper = &papers[(number + 1 + i * 9) % papers.size()];
    if (i % 3 == 0) {
      related.authors = {related.paper->authors[0], related.paper->authors[3]};
    } else {
      related.words =
          many<std::string>(4, [&random](std::size_t) { return english_word(random.rank(2000)); });
    }
  }
}

Page paper_page(const SampleSite& site, const Paper& paper) {
  Page page;
  page.title = paper.title;
  page.description = paper.tldr;
  page.path = paper.path;
  page.updated = paper.appearances.back().date;
  page.breadcrumbs = {{site.title, "/"},
                      {"2025", "/2025/"},
                      {paper.appearances.front().title, paper.appearances.front().path}};
  page.paper = &paper;
  return page;
}

Page list_page(const SampleSite& site, std::size_t number) {
  const Tag& tag = site.tags[number % site.tags.size()];
  Page page;
  page.title = tag.name;
  page.path = tag.path;
  page.updated = date_of(number);
  page.breadcrumbs = {{site.title, "/"}, {"Categories", "/categories/"}};
  for (std::size_t i = 0; i < kListedPapers; ++i) {
    page.papers.push_back(&site.papers[(number * 4 + i) % site.papers.size()]);
  }
  return page;
}

}  // namespace

std::unique_ptr<const SampleSite> make_sample_site() {
  auto site = std::make_unique<SampleSite>();
  site->title = "Papers & Notes";
  site->description = "One page a paper, from the \"digests\" of every day";
  site->language = "en";
  site->origin = "https://papers.example.org";
  site->generator = "sitegen";
  site->menu = {{"Papers", "/papers/"},
                {"Categories", "/categories/"},
                {"Authors", "/authors/"},
                {"Institutions", "/institutions/"},
                {"About", "/about/"}};
  site->tags = {{"LG", "Machine Learning", "/categories/lg/", 1},
                {"CV", "Computer Vision & Pattern Recognition", "/categories/cv/", 2},
                {"CL", "Computation and Language", "/categories/cl/", 3},
                {"RO", "Robotics", "/categories/ro/", 4}};
  for (std::size_t i = 0; i < kPaperPages; ++i) {
    site->papers.push_back(make_paper(i, site->tags));
  }
  for (std::size_t i = 0; i < kPaperPages; ++i) {
    relate(site->papers, i);
  }
  for (const Paper& paper : site->papers) {
    site->paper_pages.push_back(paper_page(*site, paper));
  }
  for (std::size_t i = 0; i < kListPages; ++i) {
    site->list_pages.push_back(list_page(*site, i));
  }
  return site;
}

}  // namespace bench
