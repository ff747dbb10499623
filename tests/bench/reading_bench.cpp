// Reading the same papers from every kind of file, on one thread: bytes a second. Two sizes each,
// so that a reader that is not linear shows.
#include "digest/parse_digest.hpp"
#include "digest/record_json.hpp"
#include "digest/record_print.hpp"
#include "generated_digests.hpp"
#include "text/html_escape.hpp"
#include "text/whitespace.hpp"

#include <benchmark/benchmark.h>
#include <simdjson.h>

#include <string>
#include <vector>

namespace {

using digest::Digest;

std::vector<Digest> made_digests(std::int64_t papers) {
  std::vector<Digest> digests;
  for (const auto& source : bench::generate_digests(static_cast<std::size_t>(papers) / 10)) {
    digests.push_back(digest::parse_digest(*source).value.digest);
  }
  return digests;
}

/// What layouts put between a paper's names.
std::string joined(const std::vector<std::string>& names, const std::string& separator) {
  std::string out;
  for (const std::string& name : names) {
    out += (out.empty() ? "" : separator) + name;
  }
  return out;
}

/// Family B: authors, affiliations, Chinese title and abstract in one paragraph, English abstract.
std::string as_paragraphs(const std::vector<Digest>& digests) {
  std::string out;
  int rank = 0;
  for (const Digest& one : digests) {
    for (const digest::Paper& paper : one.papers) {
      out += std::to_string(++rank) + "、[LG] " + paper.title + "\n" + joined(paper.authors, ", ") +
             "\n[" + joined(paper.affiliations, " & ") + "]\n" + paper.title_zh + "。" +
             paper.tldr + paper.abstract_zh + "\n" + paper.abstract + "\n" + paper.url + "\n";
    }
  }
  return out;
}

/// Titles as headings, fields under bold labels.
std::string as_headed_list(const std::vector<Digest>& digests) {
  std::string out;
  for (const Digest& one : digests) {
    for (const digest::Paper& paper : one.papers) {
      out += "# " + paper.title + "\n\n**Authors**: " + joined(paper.authors, ", ") +
             "\n\n**Link**: [PDF](" + paper.url + ")\n\n**Abstract**: " + paper.abstract +
             "\n\n---\n";
    }
  }
  return out;
}

/// Titles in 《》, Chinese abstracts and addresses under labels.
std::string as_quoted_list(const std::vector<Digest>& digests) {
  std::string out = "**2023-01-20**\n\n# 论文\n\n";
  int rank = 0;
  for (const Digest& one : digests) {
    for (const digest::Paper& paper : one.papers) {
      out += "**[" + std::to_string(++rank) + "]《" + paper.title + "》**\n\nAbstract：" +
             paper.tldr + paper.abstract_zh + "\n\narXiv：" + paper.url + "\n\n";
    }
  }
  return out;
}

/// Numbered remarks, then every field under its Chinese label.
std::string as_labelled_list(const std::vector<Digest>& digests) {
  std::string out = "**2023-01-20**\n\n";
  int rank = 0;
  for (const Digest& one : digests) {
    for (const digest::Paper& paper : one.papers) {
      out += "[" + std::to_string(++rank) + "] " + paper.title_zh + "\n\n论文题目：" + paper.title +
             "\n\n作者：" + joined(paper.authors, ", ") + "\n\n论文链接：" + paper.url +
             "\n\n摘要: " + paper.abstract + "\n\n";
    }
  }
  return out;
}

/// One row of the weekly list a paper.
std::string as_table(const std::vector<Digest>& digests) {
  std::string out;
  for (const Digest& one : digests) {
    out += "## Top ML Papers of the Week (" + text::to_iso(one.date) + ")\n";
    out += "| **Paper** | **Links** |\n|---|---|\n";
    int rank = 0;
    for (const digest::Paper& paper : one.papers) {
      out += "| " + std::to_string(++rank) + ") **" + paper.title + "** - " + paper.abstract +
             " | [Paper](" + paper.url + "), [Tweet](https://example.org/1) |\n";
    }
    out += "\n";
  }
  return out;
}

std::string as_json_lines(const std::vector<Digest>& digests) {
  std::string out;
  for (const Digest& one : digests) {
    out += digest::digest_to_json_lines(one);
  }
  return out;
}

std::string as_json_list(const std::vector<Digest>& digests) {
  std::string out = "[";
  const std::string lines = as_json_lines(digests);
  for (const std::string_view line : text::split(lines, "\n")) {
    out += line.empty() ? "" : (out.size() > 1 ? ",\n" : "") + std::string(line);
  }
  return out + "]\n";
}

std::string as_yaml(const std::vector<Digest>& digests) {
  std::string out;
  for (const Digest& one : digests) {
    out += digest::digest_to_yaml(one);
  }
  return out;
}

/// The text of the digests, each line a paragraph.
std::string as_page(std::int64_t papers) {
  std::string out = "<html><body><article>\n";
  for (const auto& source : bench::generate_digests(static_cast<std::size_t>(papers) / 10)) {
    for (const std::string_view line : text::split(source->bytes(), "\n")) {
      out += "<p><span>";
      text::append_html_escaped(out, line);
      out += "</span></p>\n";
    }
  }
  return out + "</article></body></html>\n";
}

void read(benchmark::State& state, const std::string& name, const std::string& bytes) {
  const text::SourceText source(name, bytes);
  std::size_t papers = 0;
  for (auto _ : state) {
    papers = 0;
    for (const digest::ParsedDigest& one : digest::parse_digest_file(source).value) {
      papers += one.digest.papers.size();
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
  state.counters["papers"] = static_cast<double>(papers);
}

std::string as_text(std::int64_t papers) {
  std::string bytes;
  for (const auto& source : bench::generate_digests(static_cast<std::size_t>(papers) / 10)) {
    bytes += source->bytes();
    bytes += "\n";
  }
  return bytes;
}

void read_labelled_text(benchmark::State& state) {
  read(state, "2023-01-20.txt", as_text(state.range(0)));
}

void read_paragraphs(benchmark::State& state) {
  read(state, "2023-01-20.txt", as_paragraphs(made_digests(state.range(0))));
}

void read_headed_list(benchmark::State& state) {
  read(state, "2023-01-20.md", as_headed_list(made_digests(state.range(0))));
}

void read_quoted_list(benchmark::State& state) {
  read(state, "2023-01-20.md", as_quoted_list(made_digests(state.range(0))));
}

void read_labelled_list(benchmark::State& state) {
  read(state, "2023-01-20.md", as_labelled_list(made_digests(state.range(0))));
}

/// The limit of what reading text can be: its lines are found, and it is checked to be UTF-8.
void find_lines_and_validate(benchmark::State& state) {
  const std::string bytes = as_text(state.range(0));
  for (auto _ : state) {
    std::size_t lines = 0;
    for (std::size_t at = bytes.find('\n'); at != std::string::npos;
         at = bytes.find('\n', at + 1)) {
      ++lines;
    }
    benchmark::DoNotOptimize(lines);
    benchmark::DoNotOptimize(simdjson::validate_utf8(bytes.data(), bytes.size()));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}

void read_tables(benchmark::State& state) {
  read(state, "weeks.md", as_table(made_digests(state.range(0))));
}

void read_json_lines(benchmark::State& state) {
  read(state, "papers.jsonl", as_json_lines(made_digests(state.range(0))));
}

void read_json_list(benchmark::State& state) {
  read(state, "papers.json", as_json_list(made_digests(state.range(0))));
}

void read_yaml_list(benchmark::State& state) {
  read(state, "papers.yaml", as_yaml(made_digests(state.range(0))));
}

void read_web_page(benchmark::State& state) {
  read(state, "2023-01-20.html", as_page(state.range(0)));
}

BENCHMARK(find_lines_and_validate)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(read_labelled_text)->Arg(1000)->Arg(4000)->Unit(benchmark::kMillisecond);
BENCHMARK(read_paragraphs)->Arg(1000)->Arg(4000)->Unit(benchmark::kMillisecond);
BENCHMARK(read_headed_list)->Arg(1000)->Arg(4000)->Unit(benchmark::kMillisecond);
BENCHMARK(read_quoted_list)->Arg(1000)->Arg(4000)->Unit(benchmark::kMillisecond);
BENCHMARK(read_labelled_list)->Arg(1000)->Arg(4000)->Unit(benchmark::kMillisecond);
BENCHMARK(read_tables)->Arg(1000)->Arg(4000)->Unit(benchmark::kMillisecond);
BENCHMARK(read_json_lines)->Arg(1000)->Arg(4000)->Unit(benchmark::kMillisecond);
BENCHMARK(read_json_list)->Arg(1000)->Arg(4000)->Unit(benchmark::kMillisecond);
BENCHMARK(read_yaml_list)->Arg(1000)->Arg(4000)->Unit(benchmark::kMillisecond);
BENCHMARK(read_web_page)->Arg(1000)->Arg(4000)->Unit(benchmark::kMillisecond);

}  // namespace
