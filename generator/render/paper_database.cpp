#include "render/paper_database.hpp"

#include "citation/citation.hpp"
#include "render/term_statistics.hpp"

#include <memory>
#include <sqlite3.h>
#include <string_view>

namespace render {

namespace {

using catalog::Taxonomy;

/// `search` keeps no copy of the texts: it is joined with `papers` by its rowid. Trigrams find
/// parts of Chinese texts, which have no blanks between words.
constexpr const char* kTables = R"(
CREATE TABLE digests (id INTEGER PRIMARY KEY, name TEXT NOT NULL, date TEXT, date_start TEXT,
  summary TEXT);
CREATE TABLE papers (id INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE, citation_key TEXT NOT
  NULL UNIQUE, title TEXT NOT NULL, title_zh TEXT, category TEXT, tldr TEXT, abstract TEXT,
  abstract_zh TEXT, venue TEXT, url TEXT, arxiv_id TEXT, doi TEXT, date TEXT, path TEXT NOT NULL);
CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, slug TEXT NOT NULL UNIQUE);
CREATE TABLE authors (paper INTEGER NOT NULL REFERENCES papers, place INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES people, PRIMARY KEY (paper, place)) WITHOUT ROWID;
CREATE TABLE appearances (digest INTEGER NOT NULL REFERENCES digests, place INTEGER NOT NULL,
  paper INTEGER NOT NULL REFERENCES papers, rank INTEGER, section TEXT NOT NULL,
  PRIMARY KEY (digest, place)) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(title, title_zh, tldr, abstract, abstract_zh,
  content='papers', content_rowid='id', tokenize='trigram');
)";

constexpr const char* kIndexes = R"(
CREATE INDEX papers_by_date ON papers (date);
CREATE INDEX authors_by_person ON authors (person);
CREATE INDEX appearances_by_paper ON appearances (paper);
INSERT INTO search (search) VALUES ('rebuild');
COMMIT;
)";

using Connection = std::unique_ptr<sqlite3, int (*)(sqlite3*)>;

/// A row of one table, written value by value. Texts outlive the row.
class Row {
 public:
  Row(sqlite3* connection, const char* sql) : statement_(nullptr, sqlite3_finalize) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(connection, sql, -1, &statement, nullptr);
    statement_.reset(statement);
  }

  Row& number(std::uint64_t value) {
    sqlite3_bind_int64(statement_.get(), ++column_, static_cast<sqlite3_int64>(value));
    return *this;
  }

  /// NULL if the text is empty.
  Row& text(std::string_view value) {
    ++column_;
    if (value.empty()) {
      sqlite3_bind_null(statement_.get(), column_);
    } else {
      // SQLite copies the text: its own constant for that, SQLITE_TRANSIENT, is an old-style cast.
      sqlite3_bind_text64(statement_.get(), column_, value.data(), value.size(),
                          reinterpret_cast<sqlite3_destructor_type>(std::intptr_t{-1}),
                          SQLITE_UTF8);
    }
    return *this;
  }

  void write() {
    sqlite3_step(statement_.get());
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
    column_ = 0;
  }

 private:
  std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement_;
  int column_ = 0;
};

void write_people(const site::Site& site, sqlite3* connection) {
  Row row(connection, "INSERT INTO people VALUES (?, ?, ?)");
  std::uint64_t id = 0;
  for (const catalog::Term& person : site.catalog().terms_of(Taxonomy::author)) {
    row.number(id++).text(person.name).text(person.slug).write();
  }
}

void write_papers(const site::Site& site, sqlite3* connection) {
  Row row(connection, "INSERT INTO papers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Row author(connection, "INSERT INTO authors VALUES (?, ?, ?)");
  const catalog::Catalog& catalog = site.catalog();
  for (std::uint32_t i = 0; i < catalog.papers.size(); ++i) {
    const catalog::CatalogPaper& paper = catalog.papers[i];
    const digest::Paper& record = paper.record;
    row.number(i).text(record.id).text(site.citation_key({i})).text(record.title);
    row.text(record.title_zh).text(record.category).text(record.tldr).text(record.abstract);
    row.text(record.abstract_zh).text(record.venue).text(record.url).text(record.arxiv_id);
    row.text(citation::doi_of(record)).text(text::to_iso(date_of(catalog, paper)));
    row.text(site.route_of(catalog::PaperIndex{i}).path).write();
    for (std::size_t place = 0; place < paper.authors.size(); ++place) {
      author.number(i).number(place + 1).number(paper.authors[place].value).write();
    }
  }
}

void write_digests(const site::Site& site, sqlite3* connection) {
  Row row(connection, "INSERT INTO digests VALUES (?, ?, ?, ?, ?)");
  Row listed(connection, "INSERT INTO appearances VALUES (?, ?, ?, ?, ?)");
  const std::vector<catalog::CatalogDigest>& digests = site.catalog().digests;
  for (std::size_t i = 0; i < digests.size(); ++i) {
    const digest::Digest& head = digests[i].head;
    row.number(i).text(head.name).text(text::to_iso(head.date));
    row.text(head.date_start ? text::to_iso(*head.date_start) : "").text(head.summary).write();
    std::uint64_t place = 0;
    for (const catalog::Appearance& one : digests[i].appearances) {
      listed.number(i).number(++place).number(one.paper.value);
      listed.text(one.rank ? std::to_string(*one.rank) : "");
      listed.text(one.section == digest::Section::featured ? "featured" : "also").write();
    }
  }
}

std::string bytes_of(sqlite3* connection) {
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, void (*)(void*)> bytes(
      sqlite3_serialize(connection, "main", &size, 0), sqlite3_free);
  return bytes ? std::string(reinterpret_cast<const char*>(bytes.get()),
                             static_cast<std::size_t>(size))
               : std::string();
}

}  // namespace

std::string paper_database(const site::Site& site) {
  sqlite3* opened = nullptr;
  sqlite3_open(":memory:", &opened);
  const Connection connection(opened, sqlite3_close);
  sqlite3_exec(opened, kTables, nullptr, nullptr, nullptr);
  sqlite3_exec(opened, "BEGIN", nullptr, nullptr, nullptr);
  write_people(site, opened);
  write_papers(site, opened);
  write_digests(site, opened);
  sqlite3_exec(opened, kIndexes, nullptr, nullptr, nullptr);
  return bytes_of(opened);
}

}  // namespace render
