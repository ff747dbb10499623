#include "catalog/paper_words.hpp"

#include "catalog/key_numbers.hpp"
#include "catalog/stop_words.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace catalog {

namespace {

/// A word in a title counts as often as this many in the text: a title is all about its paper.
constexpr std::uint32_t kTitleCount = 3;

/// Letters of the shortest word: shorter ones are small words and units.
constexpr std::size_t kShortestWord = 3;

/// Bytes of the longest: longer ones are addresses and formulas.
constexpr std::size_t kLongestWord = 40;

/// A plural of fewer letters may be no plural: `bias`, `lens`.
constexpr std::size_t kShortestPlural = 5;

struct CountedText {
  std::string_view text;
  std::uint32_t count;  ///< what each of its words counts
};

/// The texts that say what a paper is about. A place is an offset into all of them together.
std::vector<CountedText> texts_of(const digest::Paper& paper) {
  std::vector<CountedText> texts = {{paper.title, kTitleCount},
                                    {paper.title_zh, kTitleCount},
                                    {paper.tldr, 1},
                                    {paper.motivation, 1},
                                    {paper.method, 1},
                                    {paper.advantage, 1},
                                    {paper.abstract, 1},
                                    {paper.abstract_zh, 1}};
  for (const std::string& point : paper.key_points) {
    texts.push_back({point, 1});
  }
  return texts;
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80U;
}

/// The size of the letter or digit at `offset`; 0 if there is something else. A Han character is no
/// letter of a word.
std::size_t word_character_size(std::string_view text, std::size_t offset) {
  const char c = text[offset];
  if (is_ascii(c)) {
    return is_ascii_letter(c) || is_ascii_digit(c) ? 1 : 0;
  }
  const text::CodePoint point = text::code_point_at(text, offset);
  const bool is_part =
      !point.malformed && !text::is_han(point.value) && text::is_alphanumeric(point.value);
  return is_part ? point.size : 0;
}

std::size_t end_of_word(std::string_view text, std::size_t start) {
  std::size_t end = start;
  while (end < text.size()) {
    const std::size_t size = word_character_size(text, end);
    if (size == 0) {
      break;
    }
    end += size;
  }
  return end;
}

/// Mixes all bits into all bits: the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

/// Words have even ids, pairs of Chinese characters odd ones.
std::uint32_t id_of_word(std::string_view lower) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
  for (const char c : lower) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  return static_cast<std::uint32_t>(mixed(hash)) & ~1U;
}

std::uint32_t id_of_pair(char32_t first, char32_t second) {
  const std::uint64_t both = (static_cast<std::uint64_t>(first) << 32U) | second;
  return static_cast<std::uint32_t>(mixed(both)) | 1U;
}

/// `models` and `model` are one word; `bias`, `loss`, `corpus` and `analysis` end in an s of their
/// own.
std::string_view without_plural(std::string_view word) {
  const bool is_plural = word.size() >= kShortestPlural && word.ends_with('s') &&
                         !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
  return is_plural ? word.substr(0, word.size() - 1) : word;
}

/// Counts the words of one paper.
class WordCounter {
 public:
  explicit WordCounter(std::size_t bytes) : numbers_(bytes / 3 + 1) { words_.reserve(bytes / 8); }

  /// Adds all words of `text`, which stands at `base` among the texts of its paper.
  void add_text(const CountedText& text, std::size_t base) {
    for (std::size_t i = 0; i < text.text.size();) {
      const std::size_t end = end_of_word(text.text, i);
      if (end > i) {
        add_word(text.text.substr(i, end - i), text.count, base + i);
        i = end;
      } else if (is_ascii(text.text[i])) {
        ++i;
      } else {
        i = add_chinese(text, i, base);
      }
    }
  }

  std::vector<PaperWord> take() && {
    std::erase_if(words_, [](const PaperWord& word) { return word.count == 0; });
    return std::move(words_);
  }

 private:
  /// Adds the pairs of the Chinese run that begins at `start`. Returns its end; of anything else
  /// the end of the character.
  std::size_t add_chinese(const CountedText& text, std::size_t start, std::size_t base) {
    std::size_t before_at = start;
    text::CodePoint before = text::code_point_at(text.text, start);
    std::size_t i = start + before.size;
    if (!text::is_han(before.value)) {
      return i;
    }
    bool before_pairs = !is_function_character(before.value);
    while (i < text.text.size() && !is_ascii(text.text[i])) {
      const text::CodePoint point = text::code_point_at(text.text, i);
      if (!text::is_han(point.value)) {
        break;
      }
      const bool pairs = !is_function_character(point.value);
      if (before_pairs && pairs) {
        count(id_of_pair(before.value, point.value), text.count, base + before_at);
      }
      before = point;
      before_at = i;
      before_pairs = pairs;
      i += point.size;
    }
    return i;
  }

  void add_word(std::string_view word, std::uint32_t count_as, std::size_t place) {
    if (word.size() < kShortestWord || word.size() > kLongestWord) {
      return;
    }
    std::array<char, kLongestWord> buffer;
    std::string folded;  // only for words beyond ASCII
    std::size_t letters = 0;
    bool ascii = true;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const char c = word[i];
      ascii = ascii && is_ascii(c);
      letters += is_ascii_digit(c) ? 0U : 1U;
      buffer[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (letters < kShortestWord) {
      return;
    }
    std::string_view lower(buffer.data(), word.size());
    if (!ascii) {
      folded = text::fold(word);
      lower = folded;
    }
    const std::string_view singular = without_plural(lower);
    const std::size_t known = words_.size();
    const std::size_t number = count(id_of_word(singular), count_as, place);
    // Either form, so that which of them a text has first makes no difference.
    if (number == known && (is_stop_word(lower) || is_stop_word(singular))) {
      stop(number);
    }
  }

  std::size_t count(std::uint32_t id, std::uint32_t count_as, std::size_t place) {
    const std::size_t number = numbers_.number_of(id);
    if (number == words_.size()) {
      words_.push_back({.id = id, .count = count_as, .place = static_cast<std::uint32_t>(place)});
    } else if (words_[number].count > 0) {
      words_[number].count += count_as;
    }
    return number;
  }

  /// Stop words keep their number with a count of 0, so that each is looked up once.
  void stop(std::size_t number) { words_[number].count = 0; }

  KeyNumbers numbers_;
  std::vector<PaperWord> words_;
};

}  // namespace

std::vector<PaperWord> words_of(const digest::Paper& paper) {
  std::vector<CountedText> texts = texts_of(paper);
  std::size_t bytes = 0;
  for (CountedText& text : texts) {
    text.text = text.text.substr(0, kBytesRead - bytes);
    bytes += text.text.size();
  }
  WordCounter counter(bytes);
  std::size_t base = 0;
  for (const CountedText& text : texts) {
    counter.add_text(text, base);
    base += text.text.size();
  }
  return std::move(counter).take();
}

bool is_chinese_pair(std::uint32_t id) {
  return (id & 1U) != 0;
}

std::string spelling_at(const digest::Paper& paper, std::uint32_t place) {
  std::size_t offset = place;
  for (const auto& [text, count] : texts_of(paper)) {
    if (offset >= text.size()) {
      offset -= text.size();
      continue;
    }
    const text::CodePoint first = text::code_point_at(text, offset);
    if (text::is_han(first.value)) {
      const text::CodePoint second = text::code_point_at(text, offset + first.size);
      return std::string(text.substr(offset, first.size + second.size));
    }
    const std::string_view word = text.substr(offset, end_of_word(text, offset) - offset);
    const bool has_capital_inside =
        std::ranges::any_of(word.substr(1), [](char c) { return c >= 'A' && c <= 'Z'; });
    return has_capital_inside ? std::string(word) : text::to_lower(word);
  }
  return {};
}

}  // namespace catalog
