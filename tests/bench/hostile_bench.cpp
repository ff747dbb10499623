// Reads inputs that a reader may be slow on in two sizes, one eight times the other, and says where
// the time grows by much more: reading is linear, whatever the input. No timed test, since machines
// are noisy: run it by hand. The first argument is the size of the larger input in megabytes (8);
// the others are words that the lines of the report must hold.
#include "digest/parse_digest.hpp"
#include "hostile_inputs.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <span>
#include <string>

namespace {

constexpr std::size_t kGrowth = 8;
/// Twice the growth of the input: caches end, and vectors grow.
constexpr double kMostGrowth = 2.0 * kGrowth;
/// Shorter times tell nothing.
constexpr double kLeastSeconds = 0.02;
/// What takes so long for the small size is not tried with the large one.
constexpr double kMostSeconds = 5.0;

double seconds_to_read(const bench::HostileInput& input, std::size_t size) {
  const text::SourceText source(std::string(input.file), bench::made(input, size));
  const std::clock_t start = std::clock();
  const auto read = digest::parse_digest_file(source);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC +
         (read.value.empty() ? 1e9 : 0);
}

std::string name_of(const bench::HostileInput& input) {
  std::string name = std::string(input.file) + " " + std::string(input.head.substr(0, 14)) + "… " +
                     (input.in_one_line ? "line of " : "lines of ") + std::string(input.piece);
  std::ranges::replace(name, '\n', ' ');
  return name;
}

bool is_wanted(const std::string& name, std::span<char*> words) {
  return std::ranges::all_of(
      words, [&name](const char* word) { return name.find(word) != std::string::npos; });
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t megabytes = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : kGrowth;
  const std::span<char*> words =
      std::span(argv, static_cast<std::size_t>(argc)).subspan(argc > 1 ? 2 : 1);
  int slow = 0;
  for (const bench::HostileInput& input : bench::hostile_inputs()) {
    const std::string name = name_of(input);
    if (!is_wanted(name, words)) {
      continue;
    }
    const std::size_t large = bench::kLongestLine * (input.in_one_line ? 1 : megabytes);
    const std::size_t small = large / kGrowth;
    const double before = std::min(seconds_to_read(input, small), seconds_to_read(input, small));
    const double after = before > kMostSeconds ? 0 : seconds_to_read(input, large);
    const double growth = after / std::max(before, kLeastSeconds / kGrowth);
    const bool is_slow = before > kMostSeconds || (after > kLeastSeconds && growth > kMostGrowth);
    slow += is_slow ? 1 : 0;
    std::printf("%s %7.3f s %7.3f s %5.1f times  %s\n", is_slow ? "SLOW" : "ok  ", before, after,
                growth, name.c_str());
    std::fflush(stdout);
  }
  return slow > 0 ? 1 : 0;
}
