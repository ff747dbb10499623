// The template engine on a paper page and on a list of 100 papers, beside the same pages appended
// by hand, which is the limit, and beside ctemplate. Before anything is timed every page is
// compared.
// `--write_sample=FILE` writes data and pages for compare_templates.py and ends.
#include "appended_pages.hpp"
#include "end_program.hpp"
#include "engine_pages.hpp"
#include "sample_site.hpp"
#include "sample_views.hpp"
#ifdef SITEGEN_BENCH_CTEMPLATE
#include "ctemplate_pages.hpp"
#endif

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Pages = std::vector<bench::Page>;
/// Appends page number `index` of some pages.
using Appender = std::function<void(std::size_t index, std::string& out)>;

std::vector<std::string> all_pages(std::size_t count, const Appender& append) {
  std::vector<std::string> pages(count);
  for (std::size_t i = 0; i < count; ++i) {
    append(i, pages[i]);
  }
  return pages;
}

/// Ends the program unless the pages are the same.
void require_same(std::string_view what, const std::vector<std::string>& expected,
                  const std::vector<std::string>& pages) {
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (pages[i] != expected[i]) {
      bench::end_program(std::string(what) + " differs on page " + std::to_string(i) +
                         ", expected:\n" + expected[i] + "\n\nbut is:\n" + pages[i]);
    }
  }
}

/// One page after the other into a buffer that is used again.
void run_pages(benchmark::State& state, std::size_t count, const Appender& append) {
  std::string out;
  std::size_t bytes = 0;
  std::size_t next = 0;
  for (auto _ : state) {
    out.clear();
    append(next, out);
    benchmark::DoNotOptimize(out.data());
    bytes += out.size();
    next = next + 1 == count ? 0 : next + 1;
  }
  const auto pages = static_cast<double>(state.iterations());
  state.counters["pages/s"] = benchmark::Counter(pages, benchmark::Counter::kIsRate);
  state.counters["page_bytes"] = static_cast<double>(bytes) / pages;
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void add_benchmark(const std::string& name, std::size_t count, Appender append) {
  benchmark::RegisterBenchmark(name.c_str(), [count,
                                              append = std::move(append)](benchmark::State& state) {
    run_pages(state, count, append);
  })->Unit(benchmark::kMicrosecond);
}

#ifdef SITEGEN_BENCH_CTEMPLATE
/// ctemplate writes a quote as a name, we write it as a number.
std::vector<std::string> with_numeric_quotes(std::vector<std::string> pages) {
  static constexpr std::string_view kNamed = "&quot;";
  for (std::string& page : pages) {
    for (std::size_t at = page.find(kNamed); at != std::string::npos; at = page.find(kNamed, at)) {
      page.replace(at, kNamed.size(), "&#34;");
    }
  }
  return pages;
}

void add_ctemplate(bench::CtemplatePages& ctemplate, const std::string& kind, const Pages& pages,
                   const std::vector<std::string>& expected) {
  const Appender filled = [&ctemplate, &pages](std::size_t i, std::string& out) {
    ctemplate.append(pages[i], *ctemplate.fill(pages[i]), out);
  };
  require_same("ctemplate", expected, with_numeric_quotes(all_pages(pages.size(), filled)));
  add_benchmark(kind + "/ctemplate_filled", pages.size(), filled);

  std::vector<std::shared_ptr<const ctemplate::TemplateDictionary>> dictionaries;
  for (const bench::Page& page : pages) {
    dictionaries.emplace_back(ctemplate.fill(page));
  }
  add_benchmark(kind + "/ctemplate_prepared", pages.size(),
                [&ctemplate, &pages, dictionaries](std::size_t i, std::string& out) {
                  ctemplate.append(pages[i], *dictionaries[i], out);
                });
}
#endif

void write_sample(const std::string& path, const std::string& json) {
  std::ofstream file(path, std::ios::binary);
  file << json;
  if (!file.flush()) {
    bench::end_program("cannot write " + path);
  }
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const auto site = bench::make_sample_site();
  const bench::EnginePages engine(*site);
#ifdef SITEGEN_BENCH_CTEMPLATE
  bench::CtemplatePages ctemplate(*site);
#endif
  std::vector<std::vector<std::string>> html;
  for (const Pages* const pages : {&site->paper_pages, &site->list_pages}) {
    const std::string kind = pages == &site->paper_pages ? "paper" : "list";
    const Appender by_hand = [&site, pages](std::size_t i, std::string& out) {
      bench::append_by_hand(*site, (*pages)[i], out);
    };
    const Appender by_engine = [&engine, pages](std::size_t i, std::string& out) {
      engine.append((*pages)[i], out);
    };
    html.push_back(all_pages(pages->size(), by_hand));
    require_same("the engine's page", html.back(), all_pages(pages->size(), by_engine));
    add_benchmark(kind + "/appends", pages->size(), by_hand);
    add_benchmark(kind + "/sitegen", pages->size(), by_engine);
#ifdef SITEGEN_BENCH_CTEMPLATE
    add_ctemplate(ctemplate, kind, *pages, html.back());
#endif
  }
  static constexpr std::string_view kWriteSample = "--write_sample=";
  if (argc == 2 && std::string_view(argv[1]).starts_with(kWriteSample)) {
    write_sample(argv[1] + kWriteSample.size(),
                 bench::sample_as_json(*site, html.front(), html.back()));
    return EXIT_SUCCESS;
  }
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
    return EXIT_FAILURE;
  }
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return EXIT_SUCCESS;
}
