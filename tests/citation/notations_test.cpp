#include "citation/bibtex.hpp"
#include "citation/citation_list.hpp"
#include "citation/coins.hpp"
#include "citation/csl_json.hpp"
#include "citation/ris.hpp"
#include "small_site.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using citation::Citation;
using citation::CitationList;
using citation::Notation;

Citation sample() {
  digest::Paper paper = make_paper("2302.00001", "Learning with\nBERT & Friends");
  paper.authors = {"Laurens van der Maaten", "Ann Smith and Sons", "OpenAI"};
  paper.authors_truncated = true;
  return citation::make_citation(
      paper, {.listed = {2023, 2, 8}, .key = "maaten2023learning", .primary_class = "cs.LG"});
}

TEST(Bibtex, SaysAllThatIsKnown) {
  std::string out;
  citation::append_bibtex(out, sample());

  EXPECT_EQ(out,
            "@misc{maaten2023learning,\n"
            "  title = {Learning with {BERT} \\& Friends},\n"
            "  author = {van der Maaten, Laurens and {and Sons}, Ann Smith and {OpenAI} and "
            "others},\n"
            "  year = {2023},\n"
            "  month = feb,\n"
            "  eprint = {2302.00001},\n"
            "  archivePrefix = {arXiv},\n"
            "  primaryClass = {cs.LG},\n"
            "  doi = {10.48550/arXiv.2302.00001},\n"
            "  url = {https://arxiv.org/abs/2302.00001}\n"
            "}\n");
}

TEST(Ris, SaysAllThatIsKnown) {
  std::string out;
  citation::append_ris(out, sample());

  EXPECT_EQ(out,
            "TY  - UNPB\r\nID  - maaten2023learning\r\nAU  - van der Maaten, Laurens\r\n"
            "AU  - and Sons, Ann Smith\r\nAU  - OpenAI\r\nAU  - others\r\n"
            "TI  - Learning with BERT & Friends\r\nPY  - 2023\r\nDA  - 2023/02//\r\n"
            "DO  - 10.48550/arXiv.2302.00001\r\nUR  - https://arxiv.org/abs/2302.00001\r\n"
            "PB  - arXiv\r\nM1  - arXiv:2302.00001\r\nER  - \r\n");
}

/// The fields of CSL that we write, and what CSL's schema demands of each.
void expect_csl(const nlohmann::json& item) {
  static const std::set<std::string> texts = {
      "id", "citation-key", "title", "genre", "publisher", "number", "DOI", "URL", "note", "type"};
  for (const auto& [name, value] : item.items()) {
    if (name == "author") {
      ASSERT_TRUE(value.is_array());
      for (const nlohmann::json& author : value) {
        const bool named = author.contains("family") && author.contains("given");
        EXPECT_NE(named, author.contains("literal")) << author;
        for (const auto& [part, text] : author.items()) {
          EXPECT_TRUE(text.is_string() && !text.get<std::string>().empty()) << part;
        }
      }
    } else if (name == "issued") {
      ASSERT_EQ(value.at("date-parts").size(), 1U);
      EXPECT_LE(value["date-parts"][0].size(), 3U);
      EXPECT_TRUE(value["date-parts"][0][0].is_number_integer());
    } else {
      EXPECT_TRUE(texts.contains(name)) << name;
      EXPECT_TRUE(value.is_string()) << name;
    }
  }
  EXPECT_EQ(item.at("type"), "article");
  EXPECT_FALSE(item.at("id").get<std::string>().empty());
}

TEST(CslJson, HasTheFieldsOfTheSchema) {
  std::string out;
  citation::append_csl_json(out, sample());
  const nlohmann::json item = nlohmann::json::parse(out);

  expect_csl(item);
  EXPECT_EQ(item["author"][0]["family"], "van der Maaten");
  EXPECT_EQ(item["author"][3]["literal"], "others");
  EXPECT_EQ(item["issued"]["date-parts"], nlohmann::json::parse("[[2023,2]]"));
}

TEST(CslJson, OfAPaperOfWhichOnlyTheTitleIsKnown) {
  digest::Paper paper;
  paper.id = "title:x";
  paper.title = "X\"\\\x01";
  std::string out;
  citation::append_csl_json(out, citation::make_citation(paper, {.key = "anonx"}));
  const nlohmann::json item = nlohmann::json::parse(out);

  expect_csl(item);
  EXPECT_EQ(item["title"], "X\"\\");
  EXPECT_EQ(item.size(), 4U);
}

TEST(CitationList, IsAFileWithoutPapersToo) {
  EXPECT_EQ(CitationList(Notation::bibtex).text(), "");
  EXPECT_EQ(CitationList(Notation::ris).text(), "");
  EXPECT_EQ(CitationList(Notation::csl_json).text(), "[]\n");
}

TEST(CitationList, JoinsCitations) {
  CitationList list(Notation::csl_json);
  list.add(sample());
  list.add(sample());

  EXPECT_EQ(nlohmann::json::parse(std::move(list).text()).size(), 2U);
}

TEST(Coins, EncodesEveryValueAndCutsLongLists) {
  Citation cited = sample();
  cited.authors.assign(100, cited.authors.front());
  const std::string coins = citation::coins(cited);

  EXPECT_NE(coins.find("&rft.atitle=Learning%20with%20BERT%20%26%20Friends&"), std::string::npos);
  EXPECT_NE(coins.find("&rft_id=info%3Adoi%2F10.48550%2FarXiv.2302.00001"), std::string::npos);
  EXPECT_NE(coins.find("&rft.date=2023-02&"), std::string::npos);
  std::size_t authors = 0;
  for (std::size_t at = coins.find("rft.au="); at != std::string::npos;
       at = coins.find("rft.au=", at + 1)) {
    ++authors;
  }
  EXPECT_EQ(authors, citation::kCoinsAuthors);
}

}  // namespace
