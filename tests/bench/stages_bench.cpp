// The stages one by one, on one thread, at 1,000 and 10,000 papers: papers a second, and the peak
// memory of the process so far (run one size alone for a size's own peak, with --benchmark_filter).
#include "catalog/build_catalog.hpp"
#include "digest/parse_digest.hpp"
#include "generated_digests.hpp"
#include "pipeline/assemble_site.hpp"
#include "render/render_route.hpp"

#include <benchmark/benchmark.h>

#include <map>
#include <memory>
#include <sys/resource.h>
#include <utility>
#include <vector>

namespace {

using Sources = std::vector<std::shared_ptr<const text::SourceText>>;

const Sources& sources_of(std::int64_t papers) {
  static std::map<std::int64_t, Sources> by_size;
  Sources& sources = by_size[papers];
  if (sources.empty()) {
    sources = bench::generate_digests(static_cast<std::size_t>(papers) / 10);
  }
  return sources;
}

std::vector<digest::Digest> parse_all(const Sources& sources) {
  std::vector<digest::Digest> digests;
  for (const auto& source : sources) {
    for (digest::ParsedDigest& parsed : digest::parse_digest_file(*source, {}).value) {
      digests.push_back(std::move(parsed.digest));
    }
  }
  return digests;
}

void report(benchmark::State& state) {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.counters["peak_MiB"] = static_cast<double>(usage.ru_maxrss) / 1024;
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.SetLabel("papers");
}

void extraction(benchmark::State& state) {
  const Sources& sources = sources_of(state.range(0));
  for (auto _ : state) {
    benchmark::DoNotOptimize(parse_all(sources));
  }
  report(state);
}

void catalog_building(benchmark::State& state) {
  const std::vector<digest::Digest> digests = parse_all(sources_of(state.range(0)));
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<digest::Digest> copy = digests;
    state.ResumeTiming();
    benchmark::DoNotOptimize(catalog::build_catalog(std::move(copy), {}));
  }
  report(state);
}

void rendering(benchmark::State& state) {
  const auto site =
      pipeline::assemble_site({.digests = parse_all(sources_of(state.range(0)))}, 1).site;
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const site::Route& route : site->routes()) {
      const auto page = render::render_route(*site, route);
      bytes += page ? page->bytes.size() : 0;
    }
  }
  report(state);
  state.counters["pages/s"] = benchmark::Counter(
      static_cast<double>(site->routes().size()) * static_cast<double>(state.iterations()),
      benchmark::Counter::kIsRate);
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

/// Building the term index and making every file of the search.
void search_files(benchmark::State& state) {
  const std::vector<digest::Digest> digests = parse_all(sources_of(state.range(0)));
  std::size_t bytes = 0;
  std::size_t files = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const auto site = pipeline::assemble_site({.digests = digests}, 1).site;
    state.ResumeTiming();
    bytes = 0;
    files = 0;
    for (const site::Route& route : site->routes()) {
      if (route.kind == site::RouteKind::search_file) {
        bytes += render::render_route(*site, route)->bytes.size();
        ++files;
      }
    }
  }
  report(state);
  state.counters["bytes"] = static_cast<double>(bytes);
  state.counters["files"] = static_cast<double>(files);
}

BENCHMARK(extraction)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(catalog_building)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(search_files)->Arg(1000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(rendering)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace
