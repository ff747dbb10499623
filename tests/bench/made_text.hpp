#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

/// Texts for benchmarks: equal on every machine, with words as common and as rare as in life.
namespace bench {

/// splitmix64: small, good, and the same everywhere, which std's distributions are not.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next();

  std::size_t below(std::size_t limit) { return next() % limit; }

  /// A rank below `limit`, small ones more often: about 1/rank.
  std::size_t rank(std::size_t limit);

 private:
  std::uint64_t state_;
};

/// The English-looking word of that rank; common ones are short.
[[nodiscard]] std::string english_word(std::size_t rank);

/// Words between blanks, at least `size` bytes of them, and a full stop.
[[nodiscard]] std::string english(Random& random, std::size_t size);

/// That many Chinese characters, with commas.
[[nodiscard]] std::string chinese(Random& random, std::size_t characters);

/// `word` with a capital letter.
[[nodiscard]] std::string capitalised(std::string word);

}  // namespace bench
