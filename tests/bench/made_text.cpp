#include "made_text.hpp"

#include "text/utf8.hpp"

#include <array>
#include <cmath>
#include <string_view>

namespace bench {

namespace {

constexpr std::size_t kEnglishWords = 20'000;
constexpr std::size_t kChineseWords = 8'000;

void append_chinese_word(std::string& out, std::size_t rank) {
  text::append_utf8(out, static_cast<char32_t>(0x4E00 + rank % 3000));
  text::append_utf8(out, static_cast<char32_t>(0x5000 + rank * 7 % 4000));
}

}  // namespace

std::uint64_t Random::next() {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

std::size_t Random::rank(std::size_t limit) {
  const double uniform = static_cast<double>(next() >> 11U) / 9007199254740992.0;
  const double rank = std::pow(static_cast<double>(limit), uniform) - 1;
  return static_cast<std::size_t>(rank) % limit;
}

std::string english_word(std::size_t rank) {
  static constexpr std::array<std::string_view, 24> kSyllables = {
      "al", "be", "con", "de",  "ex",  "for", "ga", "hy", "in", "ju", "ka", "lo",
      "me", "no", "op",  "per", "qua", "re",  "sa", "ti", "un", "ve", "wi", "yo"};
  std::string word;
  for (std::size_t rest = rank + 24; rest > 0; rest /= 24) {
    word += kSyllables[rest % 24];
  }
  return word;
}

std::string english(Random& random, std::size_t size) {
  std::string text;
  while (text.size() < size) {
    text += (text.empty() ? "" : " ") + english_word(random.rank(kEnglishWords));
  }
  return text + ".";
}

std::string chinese(Random& random, std::size_t characters) {
  std::string text;
  for (std::size_t i = 0; i < characters; i += 2) {
    append_chinese_word(text, random.rank(kChineseWords));
    text += i % 16 == 14 ? "，" : "";
  }
  return text;
}

std::string capitalised(std::string word) {
  word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

}  // namespace bench
