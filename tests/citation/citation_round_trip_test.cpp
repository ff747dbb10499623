// What we write is read back by a reader that is not ours: Debian's bibutils, if it is installed.
#include "citation/citation_list.hpp"
#include "small_site.hpp"
#include "temporary_folder.hpp"
#include "xml_reader.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <regex>
#include <string>
#include <vector>

namespace {

using citation::Notation;

constexpr std::array kTitles = {
    "Plain Title",
    "R&D at 100% of $5 for #1 under_score",
    "BERT and GPT-4: Ünïcödé “Quotes” and it’s a Test",
    "语言模型 and 中文 Titles",
    "A < B > C, with \"quotes\" and / slashes",
};
const std::vector<std::vector<std::string>> kAuthors = {
    {"J Andreas"},
    {"Laurens van der Maaten", "José Álvarez"},
    {"É Évans", "Søren Ørsted", "Łukasz Kaiser"},
    {"Wei 王", "J C. O'Brien"},
    {"A B. Clark"},
};

std::vector<citation::Citation> samples() {
  std::vector<citation::Citation> cited;
  for (std::size_t i = 0; i < kTitles.size(); ++i) {
    digest::Paper paper = make_paper("2302.0000" + std::to_string(i + 1), kTitles[i]);
    paper.authors = kAuthors[i];
    cited.push_back(citation::make_citation(
        paper,
        {.listed = {2023, 2, 8}, .key = "key" + std::to_string(i), .primary_class = "cs.LG"}));
  }
  return cited;
}

std::string file_of(Notation notation) {
  citation::CitationList list(notation);
  for (const citation::Citation& cited : samples()) {
    list.add(cited);
  }
  return std::move(list).text();
}

std::string output_of(const std::string& command) {
  std::string out;
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::array<char, 4096> buffer{};
  while (const std::size_t count = fread(buffer.data(), 1, buffer.size(), pipe.get())) {
    out.append(buffer.data(), count);
  }
  return out;
}

/// TeX prints straight quotes as closing ones, and a reader of BibTeX knows that.
std::string as_tex_prints(std::string text, Notation notation) {
  if (notation != Notation::bibtex) {
    return text;
  }
  text = std::regex_replace(text, std::regex("'"), "’");
  return std::regex_replace(text, std::regex("\""), "”");
}

class CitationRoundTrip : public testing::TestWithParam<Notation> {};

TEST_P(CitationRoundTrip, KeepsTitlesAndAuthors) {
  if (std::system("command -v bib2xml >/dev/null 2>&1") != 0) {
    GTEST_SKIP() << "bibutils is not installed";
  }
  const TemporaryFolder folder;
  folder.write("papers", file_of(GetParam()));
  const std::string reader = GetParam() == Notation::bibtex ? "bib2xml" : "ris2xml";

  const std::string mods =
      output_of(reader + " -i utf8 -o utf8 " + folder.path() + "/papers 2>/dev/null");

  const XmlReader read(mods);
  ASSERT_EQ(read.texts(element_path("modsCollection/mods")).size(), kTitles.size()) << mods;
  for (std::size_t i = 0; i < kTitles.size(); ++i) {
    const std::string record =
        element_path("modsCollection/mods") + "[" + std::to_string(i + 1) + "]";
    // MODS has what stands behind a colon in a node of its own.
    std::string title;
    for (const std::string& part : read.texts(record + element_path("titleInfo") + "/*")) {
      title += (title.empty() ? "" : ": ") + part;
    }
    EXPECT_EQ(title, as_tex_prints(kTitles[i], GetParam()));
    const std::vector<std::string> families =
        read.texts(record + element_path("name/namePart") + "[@type='family']");
    ASSERT_EQ(families.size(), kAuthors[i].size()) << kTitles[i];
    for (std::size_t k = 0; k < families.size(); ++k) {
      EXPECT_TRUE(as_tex_prints(kAuthors[i][k], GetParam()).ends_with(families[k]))
          << kAuthors[i][k] << " came back as " << families[k];
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Notations, CitationRoundTrip,
                         testing::Values(Notation::bibtex, Notation::ris));

}  // namespace
