// A digest in whatever encoding, with whatever marks and NULs, gives the records that it gives in
// UTF-8.
#include "digest/case_files.hpp"
#include "digest/read_digest_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace {

namespace fs = std::filesystem;
using digest::read_digest_file;
using text::Encoding;

/// The digests of this project's own site, and one of each family.
std::vector<std::string> all_digests() {
  std::vector<std::string> paths;
  for (const auto& entry :
       fs::directory_iterator(fs::path(SITEGEN_PROJECT_DIR) / "content/digests")) {
    paths.push_back(entry.path().string());
  }
  for (const char* const name :
       {"key_points_long.txt", "one_paragraph_spaced.txt", "one_paper_glued.txt",
        "quoted_titles.txt", "labelled_titles.txt", "headed_titles.txt"}) {
    paths.push_back((digest_tests::case_folder() / name).string());
  }
  std::ranges::sort(paths);
  return paths;
}

digest::DigestFile read(const std::string& bytes, const std::string& name = "2023-01-20.txt",
                        const digest::DigestOptions& options = {}) {
  return read_digest_file(std::make_shared<const text::SourceText>(name, bytes), options).value;
}

std::vector<std::string> codes(const std::string& bytes, const std::string& name) {
  std::vector<std::string> found;
  const auto file = read_digest_file(std::make_shared<const text::SourceText>(name, bytes));
  for (const diagnostics::Diagnostic& one : file.diagnostics) {
    found.push_back(one.code);
  }
  return found;
}

bool has(const std::vector<std::string>& list, const std::string& one) {
  return std::ranges::find(list, one) != list.end();
}

void expect_same(const std::string& utf8, const std::string& bytes, const std::string& what) {
  const digest::DigestFile before = read(utf8);
  const digest::DigestFile after = read(bytes);
  ASSERT_EQ(after.digests.size(), before.digests.size()) << what;
  for (std::size_t i = 0; i < before.digests.size(); ++i) {
    EXPECT_EQ(after.digests[i].digest, before.digests[i].digest) << what;
  }
  std::size_t claimed = 0;
  for (const digest::Claim& claim : after.digests.front().claims) {
    claimed += claim.size;
  }
  EXPECT_EQ(claimed, after.text->bytes().size()) << what;
}

std::string with_crlf(const std::string& text) {
  std::string out;
  for (const char c : text) {
    out += c == '\n' ? "\r\n" : std::string(1, c);
  }
  return out;
}

/// A NUL behind every `step` bytes.
std::string with_nuls(const std::string& bytes, std::size_t step) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    out.push_back(bytes[i]);
    if ((i + 1) % step == 0) {
      out.push_back('\0');
    }
  }
  return out;
}

TEST(Encodings, OfADigestChangeNoRecord) {
  for (const std::string& path : all_digests()) {
    const std::string utf8 = digest_tests::read_file(path);
    for (const std::string& text : {utf8, with_crlf(utf8)}) {
      for (const Encoding encoding : {Encoding::utf16le, Encoding::utf16be, Encoding::gb18030}) {
        const std::string what = path + " in " + std::string(text::name_of(encoding));
        expect_same(text, text::encode(text, encoding).value(), what);
        expect_same(text, text::encode("\uFEFF" + text, encoding).value(), what + " with a mark");
      }
      expect_same(text, "\xEF\xBB\xBF" + text, path + " with a mark");
    }
  }
}

TEST(Encodings, OfADigestWithNulsChangeNoRecord) {
  for (const std::string& path : all_digests()) {
    const std::string utf8 = digest_tests::read_file(path);
    const std::string gb = text::encode(utf8, Encoding::gb18030).value();
    for (const std::size_t step : {7U, 10U, 64U, 101U}) {
      const std::string what = path + " with a NUL each " + std::to_string(step);
      expect_same(utf8, with_nuls(utf8, step), what);
      expect_same(utf8, with_nuls(gb, step), what + " in GB18030");
      // As characters of UTF-16.
      std::string text;
      std::size_t count = 0;
      for (const char c : utf8) {
        text.push_back(c);
        if (c == '\n' || c == ',' ||
            (static_cast<unsigned char>(c) < 0x80 && ++count % step == 0)) {
          text.push_back('\0');
        }
      }
      for (const Encoding encoding : {Encoding::utf16le, Encoding::utf16be}) {
        expect_same(utf8, text::encode(text, encoding).value(), what + " in UTF-16");
      }
    }
  }
}

/// Every traditional form in the place of the simplified one, where Big5 has no other.
std::string traditional(std::string text) {
  for (const auto& [from, to] :
       {std::pair("要点", "要點"), std::pair("一句话总结", "一句話總結"), std::pair("动机", "動機"),
        std::pair("优势", "優勢"), std::pair("论文题目", "論文題目"),
        std::pair("论文链接", "論文鏈接"), std::pair("\n注", "\n註"), std::pair("正文完", "正文完"),
        std::pair("没有评论", "沒有評論"), std::pair("转自", "轉自"), std::pair("次阅读", "次閱讀"),
        std::pair("另外几篇值得关注的论文", "另外幾篇值得關注的論文")}) {
    const std::string_view label = from;
    for (std::size_t at = text.find(label); at != std::string::npos;
         at = text.find(label, at + 1)) {
      text.replace(at, label.size(), to);
    }
  }
  return text;
}

TEST(Encodings, TraditionalLabelsAreTheSimplifiedOnes) {
  for (const std::string& path : all_digests()) {
    const std::string simplified = digest_tests::read_file(path);
    const digest::Digest before = read(simplified).digests.front().digest;
    const digest::Digest after = read(traditional(simplified)).digests.front().digest;
    ASSERT_EQ(after.papers.size(), before.papers.size()) << path;
    for (std::size_t i = 0; i < before.papers.size(); ++i) {
      // Texts may hold the words of labels; nothing else differs.
      EXPECT_EQ(after.papers[i].title, before.papers[i].title) << path;
      EXPECT_EQ(after.papers[i].authors, before.papers[i].authors) << path;
      EXPECT_EQ(after.papers[i].key_points.size(), before.papers[i].key_points.size()) << path;
      EXPECT_EQ(after.papers[i].tldr, traditional(before.papers[i].tldr)) << path;
      EXPECT_EQ(after.papers[i].abstract, before.papers[i].abstract) << path;
      EXPECT_EQ(after.papers[i].section, before.papers[i].section) << path;
    }
  }
}

TEST(Encodings, ATraditionalDigestReadsTheSameInBig5) {
  const std::string utf8 =
      digest_tests::read_file(digest_tests::case_folder() / "labels_traditional.txt");
  const std::string big5 = text::encode(utf8, Encoding::big5).value();
  expect_same(utf8, big5, "Big5");
  expect_same(utf8, with_nuls(big5, 33), "Big5 with NULs");
  expect_same(with_crlf(utf8), text::encode(with_crlf(utf8), Encoding::big5).value(), "Big5, CRLF");
}

const std::string kPost =
    "1、[LG] Pebble: A Small Network\nL Okafor, M J. Tan\n[Lakeside Institute]\n"
    "会数错误的小网络。本文研究小模型。\nSmall models are "
    "wrong.\nhttps://arxiv.org/abs/2301.00101\n";

TEST(Encodings, AreTakenFromTheFirstThatNamesOne) {
  const std::string gb = text::encode(kPost, Encoding::gb18030).value();
  const auto title_zh = [](const digest::DigestFile& file) {
    const digest::Digest& digest = file.digests.front().digest;
    return digest.papers.empty() ? std::string() : digest.papers.front().title_zh;
  };
  digest::DigestOptions site;
  site.encoding.by_digest["2023-01-20"] = Encoding::gb18030;
  digest::DigestOptions others;
  others.encoding.others = Encoding::gb18030;

  EXPECT_EQ(title_zh(read("---\nencoding: gb2312\n---\n" + gb)), "会数错误的小网络");
  EXPECT_EQ(title_zh(read("---\nencoding: gbk\n---\n" + gb, "a.txt", others)), "会数错误的小网络");
  EXPECT_EQ(title_zh(read(gb, "2023-01-20.txt", site)), "会数错误的小网络");
  EXPECT_EQ(title_zh(read(gb, "a.txt", others)), "会数错误的小网络");
  // UTF-8 is no other encoding, and a mark is no name.
  EXPECT_EQ(title_zh(read(kPost, "a.txt", others)), "会数错误的小网络");
  EXPECT_EQ(title_zh(read("\xEF\xBB\xBF" + kPost, "2023-01-20.txt", site)), "会数错误的小网络");
  EXPECT_NE(title_zh(read(gb, "2023-01-20.txt",
                          {.dates = {},
                           .format = {},
                           .limits = {},
                           .encoding = {.others = Encoding::big5, .by_digest = {}}})),
            "会数错误的小网络");
  for (const Encoding encoding : {Encoding::utf16le, Encoding::utf16be}) {
    const std::string wide = text::encode("---\nencoding: utf-16\n---\n" + kPost, encoding).value();
    EXPECT_EQ(title_zh(read(wide)), "会数错误的小网络");
    EXPECT_FALSE(has(codes(wide, "2023-01-20.txt"), "digest/encoding"));
  }
}

TEST(Encodings, OnlyAGuessIsReported) {
  const std::string gb = text::encode(kPost, Encoding::gb18030).value();
  EXPECT_TRUE(has(codes(gb, "a.txt"), "digest/encoding"));
  EXPECT_FALSE(has(codes("---\nencoding: gbk\n---\n" + gb, "a.txt"), "digest/encoding"));
  EXPECT_FALSE(has(codes(text::encode("\uFEFF" + kPost, Encoding::utf16le).value(), "a.txt"),
                   "digest/encoding"));
  EXPECT_TRUE(has(codes("---\nencoding: gbc\n---\n" + gb, "a.txt"), "digest/no-such-encoding"));
  EXPECT_TRUE(
      has(codes("---\nencoding: gbk\n---\n" + gb + "\xFF\n", "a.txt"), "digest/malformed-bytes"));
}

TEST(Encodings, OfAPageAreWhatItsMetaElementSays) {
  std::string body;
  for (const std::string& line :
       {std::string("1、[LG] Pebble: A Small Network"), std::string("L Okafor, M J. Tan"),
        std::string("[Lakeside Institute]"), std::string("会数错误的小网络。本文研究小模型。"),
        std::string("Small models are wrong."), std::string("https://arxiv.org/abs/2301.00101")}) {
    body += "<p>" + line + "</p>\n";
  }
  const auto page = [&body](const std::string& charset) {
    return "<html><head><meta charset=" + charset + "></head><body>\n" + body + "</body></html>\n";
  };
  const std::string gb = text::encode(page("gb2312"), Encoding::gb18030).value();
  const digest::DigestFile file = read(gb, "2023-01-20.html");
  ASSERT_EQ(file.digests.front().digest.papers.size(), 1U);
  EXPECT_EQ(file.digests.front().digest.papers.front().title_zh, "会数错误的小网络");
  EXPECT_FALSE(has(codes(gb, "2023-01-20.html"), "digest/encoding"));
  // Saved as UTF-8 by a program that left the element alone.
  EXPECT_EQ(read(page("gb2312"), "2023-01-20.html").digests.front().digest.papers.front().title_zh,
            "会数错误的小网络");
}

TEST(Encodings, OfRecordsAndTablesCountAsWell) {
  const std::string json =
      R"({"title":"Pebble","title_zh":"会数错误的小网络","abstract_zh":"本文研究小模型。","url":"https://arxiv.org/abs/2301.00101"})"
      "\n";
  const std::string yaml =
      "- title: Pebble\n  title_zh: 会数错误的小网络\n  url: https://arxiv.org/abs/2301.00101\n";
  for (const Encoding encoding : {Encoding::gb18030, Encoding::utf16le, Encoding::utf16be}) {
    for (const auto& [name, text] : {std::pair("a.jsonl", json), std::pair("a.yaml", yaml)}) {
      const digest::DigestFile file = read(text::encode(text, encoding).value(), name);
      ASSERT_EQ(file.digests.front().digest.papers.size(), 1U) << name;
      EXPECT_EQ(file.digests.front().digest.papers.front().title_zh, "会数错误的小网络") << name;
    }
  }
}

}  // namespace
