// How fast digests are read, by format: a small digest of each repeated to some megabytes, on one
// thread. The rate must be the same for both sizes: reading is linear.
#include "digest/parse_digest.hpp"

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>

namespace {

constexpr const char* kCases[] = {"key_points_long", "one_paragraph_compact", "one_paper_glued",
                                  "quoted_titles",   "labelled_titles",       "headed_titles"};

std::string case_text(const std::string& name) {
  std::ifstream file(std::string(SITEGEN_PROJECT_DIR) + "/tests/digest/cases/" + name + ".txt",
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void extraction_of_format(benchmark::State& state) {
  const std::string name = kCases[state.range(0)];
  const std::string once = case_text(name) + "\n";
  std::string text;
  while (text.size() < static_cast<std::size_t>(state.range(1)) << 20U) {
    text += once;
  }
  const text::SourceText source("2023-01-20.txt", std::move(text));
  for (auto _ : state) {
    benchmark::DoNotOptimize(digest::parse_digest(source));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(source.bytes().size()));
  state.SetLabel(name);
}

BENCHMARK(extraction_of_format)
    ->ArgsProduct({{0, 1, 2, 3, 4, 5}, {1, 8}})
    ->Unit(benchmark::kMillisecond);

}  // namespace
