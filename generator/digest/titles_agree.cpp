#include "digest/titles_agree.hpp"

#include "text/unicode.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

namespace digest {

namespace {

/// One wrong letter in eight: about one word of a title misspelt.
constexpr std::size_t kLettersPerEdit = 8;

/// More edits than this are another title, however long it is. It also bounds the work.
constexpr std::size_t kMostEdits = 12;

/// A shorter beginning than this says nothing about the rest.
constexpr std::size_t kShortestBeginning = 3;

constexpr std::size_t kQuotedSize = 80;

constexpr std::array<std::u32string_view, 12> kRomanNumerals = {
    U"i", U"ii", U"iii", U"iv", U"v", U"vi", U"vii", U"viii", U"ix", U"x", U"xi", U"xii"};

/// One word of these makes it another title.
constexpr std::array<std::u32string_view, 7> kNegations = {
    U"not", U"no", U"non", U"never", U"without", U"cannot", U"neither"};

/// What must be the same in two titles: a run of digits, a Roman numeral, a negation, or a letter
/// that stands alone (`Part B`), but for the article.
struct Number {
  std::size_t at = 0;  ///< in TitleKey::letters
  std::u32string digits;
};

/// What two titles are compared by.
struct TitleKey {
  std::u32string letters;  ///< folded letters and digits, without what stands between them
  std::vector<Number> numbers;
};

bool is_digit(char32_t value) {
  return value >= U'0' && value <= U'9';
}

/// Adds the numbers of the last word of `key`, which begins at `start`.
void append_numbers(TitleKey& key, std::size_t start) {
  const std::u32string_view word = std::u32string_view(key.letters).substr(start);
  const bool alone = word.size() == 1 && word[0] < 0x80 && word[0] != U'a' && !is_digit(word[0]);
  if (alone || std::ranges::find(kRomanNumerals, word) != kRomanNumerals.end() ||
      std::ranges::find(kNegations, word) != kNegations.end()) {
    key.numbers.push_back({start, std::u32string(word)});
    return;
  }
  bool in_number = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_digit(word[i])) {
      if (!in_number) {
        key.numbers.push_back({start + i, {}});
      }
      key.numbers.back().digits.push_back(word[i]);
    }
    in_number = is_digit(word[i]);
  }
}

TitleKey key_of(std::string_view title) {
  const std::string folded = text::fold(title);
  TitleKey key;
  std::size_t word_start = 0;
  const auto end_word = [&key, &word_start] {
    append_numbers(key, word_start);
    word_start = key.letters.size();
  };
  for (std::size_t i = 0; i < folded.size();) {
    const text::CodePoint point = text::code_point_at(folded, i);
    if (text::is_alphanumeric(point.value)) {
      key.letters.push_back(point.value);
    } else {
      end_word();
    }
    i += point.size;
  }
  end_word();
  return key;
}

/// Whether `shorter` becomes `longer` by at most `limit` insertions, deletions and replacements.
/// Only cells within `limit` of the diagonal can lead there (Ukkonen 1985), so it costs
/// limit * length.
bool within_edits(std::u32string_view shorter, std::u32string_view longer, std::size_t limit) {
  if (longer.size() - shorter.size() > limit) {
    return false;
  }
  const std::size_t out_of_reach = limit + 1;
  std::vector<std::size_t> row(longer.size() + 1, out_of_reach);
  for (std::size_t j = 0; j <= std::min(limit, longer.size()); ++j) {
    row[j] = j;
  }
  for (std::size_t i = 1; i <= shorter.size(); ++i) {
    const std::size_t first = i > limit ? i - limit : 1;
    const std::size_t last = std::min(longer.size(), i + limit);
    std::size_t diagonal = row[first - 1];
    row[first - 1] = first == 1 ? i : out_of_reach;
    for (std::size_t j = first; j <= last; ++j) {
      const std::size_t replaced = diagonal + (shorter[i - 1] == longer[j - 1] ? 0 : 1);
      // The cell above the band's right edge still holds `out_of_reach`.
      diagonal = row[j];
      row[j] = std::min({replaced, diagonal + 1, row[j - 1] + 1});
    }
  }
  return row[longer.size()] <= limit;
}

/// Whether `longer` begins with `shorter` and goes on with a word: "Segment Anything 2" is not the
/// whole title of "Segment Anything".
bool is_beginning(const TitleKey& shorter, const TitleKey& longer) {
  const std::size_t cut = shorter.letters.size();
  if (cut < kShortestBeginning || !longer.letters.starts_with(shorter.letters) ||
      shorter.numbers.size() > longer.numbers.size()) {
    return false;
  }
  const auto rest = longer.numbers.begin() + std::ssize(shorter.numbers);
  return std::ranges::equal(shorter.numbers, std::span(longer.numbers.begin(), rest), {},
                            &Number::digits, &Number::digits) &&
         (rest == longer.numbers.end() || rest->at != cut);
}

}  // namespace

bool titles_agree(std::string_view left, std::string_view right) {
  if (left == right) {
    return true;
  }
  TitleKey shorter = key_of(left);
  TitleKey longer = key_of(right);
  if (shorter.letters.size() > longer.letters.size()) {
    std::swap(shorter, longer);
  }
  if (shorter.letters == longer.letters) {
    return true;
  }
  if (is_beginning(shorter, longer)) {
    return true;
  }
  const std::size_t limit = std::min(longer.letters.size() / kLettersPerEdit, kMostEdits);
  return std::ranges::equal(shorter.numbers, longer.numbers, {}, &Number::digits,
                            &Number::digits) &&
         within_edits(shorter.letters, longer.letters, limit);
}

std::string quoted_title(std::string_view title) {
  const std::size_t shown = text::grapheme_prefix_size(title, kQuotedSize);
  return "\"" + std::string(title.substr(0, shown)) + (shown < title.size() ? "…\"" : "\"");
}

}  // namespace digest
