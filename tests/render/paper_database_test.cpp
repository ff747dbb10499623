#include "render/paper_database.hpp"

#include "small_site.hpp"

#include <gtest/gtest.h>

#include <sqlite3.h>
#include <string>

namespace {

/// The first column of the answer, one value a line.
std::string ask(const std::string& database, const std::string& question) {
  sqlite3* connection = nullptr;
  sqlite3_open(":memory:", &connection);
  std::string bytes = database;
  sqlite3_deserialize(connection, "main", reinterpret_cast<unsigned char*>(bytes.data()),
                      static_cast<sqlite3_int64>(bytes.size()),
                      static_cast<sqlite3_int64>(bytes.size()), SQLITE_DESERIALIZE_READONLY);
  std::string answer;
  char* error = nullptr;
  sqlite3_exec(
      connection, question.c_str(),
      [](void* out, int, char** values, char**) {
        *static_cast<std::string*>(out) +=
            std::string(values[0] == nullptr ? "-" : values[0]) + "\n";
        return 0;
      },
      &answer, &error);
  EXPECT_EQ(error, nullptr) << error;
  sqlite3_free(error);
  sqlite3_close(connection);
  return answer;
}

std::shared_ptr<const site::Site> sample_site() {
  digest::Paper first = make_paper("2302.00001", "Small Memories");
  first.abstract_zh = "本文测量小模型记住了什么。";
  first.rank = 1;
  return make_site({make_digest("a", {2023, 2, 8}, {first, make_paper("2302.00002", "Counting")}),
                    make_digest("b", {}, {first})});
}

TEST(PaperDatabase, AnswersQuestions) {
  const std::string database = render::paper_database(*sample_site());

  EXPECT_EQ(ask(database, "PRAGMA integrity_check"), "ok\n");
  EXPECT_EQ(ask(database, "SELECT title FROM papers ORDER BY id"), "Small Memories\nCounting\n");
  EXPECT_EQ(ask(database, "SELECT count(*) FROM appearances"), "3\n");
  EXPECT_EQ(ask(database, "SELECT rank FROM appearances ORDER BY digest, place"), "1\n-\n1\n");
  EXPECT_EQ(ask(database,
                "SELECT name FROM people JOIN authors ON person = people.id "
                "WHERE paper = 1 ORDER BY place"),
            "J Andreas\nW Chen\n");
  EXPECT_EQ(ask(database, "SELECT date FROM digests ORDER BY id"), "2023-02-08\n-\n");
}

TEST(PaperDatabase, FindsPartsOfTextsInBothLanguages) {
  const std::string database = render::paper_database(*sample_site());

  EXPECT_EQ(ask(database,
                "SELECT papers.title FROM search JOIN papers ON papers.id = search.rowid "
                "WHERE search MATCH '小模型'"),
            "Small Memories\n");
  EXPECT_EQ(ask(database, "SELECT rowid FROM search WHERE search MATCH 'count'"), "1\n");
}

TEST(PaperDatabase, IsTheSameForTheSameSite) {
  EXPECT_EQ(render::paper_database(*sample_site()), render::paper_database(*sample_site()));
}

TEST(PaperDatabase, IsPublishedOnRequestOnly) {
  config::SiteConfig config;
  EXPECT_EQ(make_site({}, config)->find("/data/papers.sqlite"), nullptr);
  config.data.sqlite = true;
  EXPECT_NE(make_site({}, config)->find("/data/papers.sqlite"), nullptr);
}

}  // namespace
