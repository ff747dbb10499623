#include "hostile_inputs.hpp"

#include <array>
#include <vector>

namespace bench {

namespace {

/// A reader, and the pieces to try on it.
struct Family {
  std::string_view file;
  std::string_view head;
  std::vector<std::string_view> pieces;
};

constexpr std::string_view kKeyPoints =
    "1、[LG] A Title\nA Bose, B Chen\n[University]\n题目\n要点:\n1. "
    "一\n一句话总结:\n二\n摘要:\n三\n"
    "An abstract.\nhttps://arxiv.org/abs/2301.00001\n1、[CV] ";
constexpr std::string_view kOneParagraph =
    "[LG] A Title\nA Bose, B "
    "Chen\n[University]\n一段中文。\nhttps://arxiv.org/abs/2301.00001\n[CV] B\n";
constexpr std::string_view kHeaded =
    "# A Title\n**Authors**: A Bose\n**Abstract**: Words.\n---\n# Another\n";
constexpr std::string_view kQuoted =
    "# 检测\n**[1]《A Title》**\n摘要:一段中文。\n链接:https://a.b/c\n";
constexpr std::string_view kGlued =
    "[LG] A TitleA Bose, B Chen[University]题目要点:一。动机：二。方法：三。优势：四。\n"
    "一句话总结:五\nAn abstract.\n";
constexpr std::string_view kWeekly =
    "## Top ML Papers of the Week (January 1 - January 8) - 2023\n| **Paper** | **Links** "
    "|\n|---|---|\n";

/// What stands in texts of any layout.
const std::vector<std::string_view>& text_pieces() {
  static const std::vector<std::string_view> kPieces = {
      "a",
      "a b ",
      "的",
      "，",
      "。",
      "[",
      "]",
      "[LG] ",
      "1、[LG] ",
      "1、[LG] T",
      "2、[LG] T",
      "(",
      "$",
      "1. ",
      "1、",
      "- ",
      "*",
      "**",
      "> ",
      "# ",
      "LG - ",
      "LG - 机 ",
      "http://",
      "http",
      "https://a.b ",
      "A Bose, ",
      "A Bose ",
      "aB",
      "\u0301",
      "《",
      "《T》",
      "要点:",
      "摘要:",
      "动机：",
      "方法:一。",
      "优势",
      "一句话总结:",
      "Abstract:",
      "**Authors**: ",
      "链接:",
      "转自",
      "另外几篇值得关注的论文:",
      "1次阅读",
      "没有评论",
      "...",
      " and ",
      " & ",
      "\u3000",
      "{",
      "|",
      "·",
      "[a](b) ",
      "[a](",
      "一 a ",
      "T的",
      "1.a;",
      "{n}. 一;",
      "{n}、[LG] T",
      "[LG] A Long Title {n}",
      "[LG] Title {n}\nA Bose, B Chen\n[U]\n一段中文。\nhttps://a.b/c",
      "# Title {n}\n**Authors**: A Bose\n**Abstract**: Words.\n---",
      "Date: 2023-01-01 ",
      "---"};
  return kPieces;
}

std::vector<Family> families() {
  std::vector<Family> all;
  for (const std::string_view head : {kKeyPoints, kOneParagraph, kGlued, kHeaded, kQuoted}) {
    all.push_back({"2023-01-20.txt", head, text_pieces()});
  }
  all.push_back({"weeks.md",
                 kWeekly,
                 {"|", "| a ", "|1) **T** - x|[Paper](u)|", "[Paper](u), ", "\\|", "`", "<br>",
                  "&amp;", "**", "](", "[", "<a href=\"u\">", "1) ", "http://", "的",
                  "| Paper | Links | x{n} |\n|---|---|---|\n|1) **T** - x|[Paper](u)|"}});
  all.push_back({"papers.jsonl",
                 "{\"title\":\"T\",\"authors\":[\"A B\"]}\n",
                 {"[", "{\"a\":", "\"", "{\"title\":\"T\"}",
                  "{\"title\":\"T\",\"authors\":\"A, B\"}", ",", "\\", "{}", "]"}});
  all.push_back({"papers.json",
                 "[{\"title\":\"T\"},",
                 {"[", "{\"a\":", "\"", "{\"title\":\"T\"},", ",", "\\", "{},", "]", "}"}});
  all.push_back({"papers.yaml",
                 "- title: T\n",
                 {"- ", "- title: T", "  - a", "[", "{", "&a ", "*a ", "? ", "a: ", "  a: b", "- |",
                  "#", "---", "- [", "  ", "\"", "'", "- a: &b", "- *b"}});
  all.push_back({"2023-01-20.html",
                 "<html><body><article><p>[LG] A Title<p>A Bose, B Chen<p>[U]<p>一段中文。"
                 "<p>https://arxiv.org/abs/2301.00001<p>[CV] B\n",
                 {"<div>",
                  "<b>",
                  "<p>",
                  "<table>",
                  "</b>",
                  "<a href=x>",
                  "&",
                  "<!--",
                  "<script>",
                  "<",
                  "<b><i></b>",
                  "<td>",
                  "<li>",
                  "a ",
                  "<font a=1>",
                  "<svg>",
                  "\"",
                  "<br>",
                  "<a href='http://a.b/c'>b</a>",
                  "</p>",
                  "<b></p>",
                  "<select>",
                  "&amp;",
                  "<a b",
                  "<time datetime=2023-01-20>",
                  "<meta name=date content=x>",
                  "<script type=application/ld+json>[{}]</script>",
                  "<table><tr><th>Paper<th>Links<tr><td>1) T  x</table>"}});
  all.push_back({"weeks.html",
                 "<h2>Top ML Papers of the Week (January 1 - January 8) - 2023</h2>"
                 "<table><tr><th>Paper<th>Links<tr><td>1) <b>T</b> - x<td><a href=u>Paper</a>",
                 {"<td>", "<tr>", "<tr><td>1) <b>T</b> - x<td><a href=u>Paper</a>",
                  "<td rowspan=999>x", "<td colspan=999>x", "<tr><td rowspan=99 colspan=99>x",
                  "<b>", "</b>", "<a href=u>", "<a href='u\"|'>b</a> ", "|", "*", "a ", "<br>x",
                  "<pre>\n", "<h2>a</h2>", "<table>", "<p>", "&amp;"}});
  return all;
}

std::vector<HostileInput> all_inputs() {
  std::vector<HostileInput> inputs;
  for (const Family& family : families()) {
    for (const std::string_view piece : family.pieces) {
      inputs.push_back({family.file, family.head, piece, true});
      inputs.push_back({family.file, family.head, piece, false});
    }
  }
  return inputs;
}

}  // namespace

std::span<const HostileInput> hostile_inputs() {
  static const std::vector<HostileInput> kInputs = all_inputs();
  return kInputs;
}

std::string made(const HostileInput& input, std::size_t size) {
  const std::size_t number = input.piece.find("{n}");
  std::string text(input.head);
  text.reserve(size + input.piece.size() + 16);
  for (std::size_t n = 1; text.size() < size; ++n) {
    text += input.piece.substr(0, number);
    if (number != std::string_view::npos) {
      text += std::to_string(n);
      text += input.piece.substr(number + 3);
    }
    text += input.in_one_line ? "" : "\n";
  }
  return text;
}

}  // namespace bench
