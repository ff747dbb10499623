#include "digest/author_names.hpp"

#include "digest/name_marks.hpp"
#include "digest/script.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace digest {

namespace {

using text::trim;

/// No name has more words or bytes than this: what is longer is a sentence.
constexpr std::size_t kMaxNameWords = 6;
constexpr std::size_t kMaxNameSize = 80;

constexpr std::array<std::string_view, 10> kSuffixes = {"Jr.", "Jr", "Sr.", "Sr",  "II",
                                                        "III", "IV", "2nd", "3rd", "Esq."};

/// `text` without a truncation mark at its end, if there is one.
std::string_view without_one_truncation(std::string_view text, const NameMarks& marks) {
  for (const std::string& mark : marks.truncation) {
    const auto size = literal_suffix_size(text, mark);
    // "et al" is a word of its own; the dots are glued to the name.
    const bool word = size && *size < text.size() && (is_lower(mark[0]) || is_capital(mark[0]));
    if (size && (!word || text[text.size() - *size - 1] == ' ')) {
      return text::trim_right(text.substr(0, text.size() - *size));
    }
  }
  return text;
}

/// The same for several marks, as in `et al. ...`.
std::string_view without_truncation(std::string_view text, const NameMarks& marks) {
  std::string_view shorter = without_one_truncation(text, marks);
  while (shorter.size() < text.size()) {
    text = shorter;
    shorter = without_one_truncation(text, marks);
  }
  return text;
}

/// The pieces of `text` between any of the separators, trimmed; empty ones are left out.
std::vector<std::string_view> pieces_of(std::string_view text, const Separators& separators) {
  std::vector<std::string_view> pieces;
  std::size_t start = 0;
  const auto add = [&](std::size_t end) {
    if (const std::string_view piece = trim(text.substr(start, end - start)); !piece.empty()) {
      pieces.push_back(piece);
    }
  };
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t marks = mark_group_size(text, i); marks > 0) {
      i += marks;
      continue;
    }
    const std::size_t separator =
        separators.may_begin(text, i) ? separators.size_at(text, i) : std::size_t{0};
    if (separator > 0) {
      add(i);
      start = i + separator;
    }
    i += std::max<std::size_t>(separator, 1);
  }
  add(text.size());
  return pieces;
}

/// The separator of affiliations at `offset`, with the blanks before it; 0 if there is none. What
/// is no mark of punctuation has blanks on both sides: "AT&T" is one name.
std::size_t affiliation_separator(std::string_view text, std::size_t offset,
                                  const NameMarks& marks) {
  const Separators& separators = marks.affiliation_separators;
  if (!text::may_begin_space(text[offset]) && !separators.may_begin(text, offset)) {
    return 0;
  }
  const std::size_t blanks = blanks_at(text, offset);
  for (const std::string& separator : separators.literals()) {
    const bool punctuation =
        separator == "," || separator == ";" || separator == "、" || separator == "|";
    const auto size = literal_size(text, offset + blanks, separator);
    const std::size_t after = offset + blanks + size.value_or(0);
    if (size &&
        (punctuation || (blanks > 0 && (after == text.size() || blanks_at(text, after) > 0)))) {
      return blanks + *size;
    }
  }
  return 0;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : text::split(text, " ")) {
    if (const std::string_view trimmed = trim(word); !trimmed.empty()) {
      words.push_back(trimmed);
    }
  }
  return words;
}

/// A capital, or a letter of another alphabet than ASCII's, at the beginning.
bool begins_like_a_name(std::string_view word) {
  return !word.empty() &&
         (is_capital(word[0]) || (is_wide(word[0]) && !has_han(word.substr(0, 4))));
}

/// `A`, `A.`, `C.Y.`, `J-B.`, `É.`: single capitals, each with a dot or a hyphen behind it or not.
bool is_initials(std::string_view word) {
  bool after_letter = false;
  for (std::size_t i = 0; i < word.size();) {
    if (word[i] == '.' || word[i] == '-') {
      if (!after_letter && word[i] == '.') {
        return false;
      }
      after_letter = false;
      ++i;
      continue;
    }
    if (after_letter || !begins_like_a_name(word.substr(i))) {
      return false;
    }
    after_letter = true;
    i += text::code_point_at(word, i).size;
  }
  return !word.empty();
}

/// `JasonD.`: a first name to which a lost blank glued an initial.
bool ends_in_initial(std::string_view word) {
  return word.size() > 2 && word.back() == '.' && is_capital(word[word.size() - 2]) &&
         begins_like_a_name(word);
}

bool is_particle(std::string_view word) {
  return word.size() <= 3 && std::ranges::all_of(word, is_lower);
}

/// Initials, particles perhaps, and a family name.
bool is_initialled_name(std::string_view name) {
  const std::vector<std::string_view> words = words_of(name);
  if (words.size() < 2 || words.size() > kMaxNameWords || name.size() > kMaxNameSize ||
      !begins_like_a_name(words[0]) || !begins_like_a_name(words.back())) {
    return false;
  }
  // Mostly the first word, but "Carla D. Moss" names herself in full.
  if (!ends_in_initial(words[0]) && !std::any_of(words.begin(), words.end() - 1, is_initials)) {
    return false;
  }
  int family_words = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view word = words[i];
    const bool glued = i + 1 < words.size() && word.size() > 1 && is_lower(word[word.size() - 2]) &&
                       is_capital(word.back());
    if (glued || !(begins_like_a_name(word) || is_particle(word) || word.starts_with('\''))) {
      return false;
    }
    family_words += is_initials(word) || is_particle(word) ? 0 : 1;
  }
  return family_words <= 2;
}

bool looks_like_name(std::string_view name) {
  const std::vector<std::string_view> words = words_of(name);
  if (words.empty() || words.size() > kMaxNameWords || name.size() > kMaxNameSize) {
    return false;
  }
  const bool sentence = name.back() == '.' && !is_initials(words.back()) &&
                        !ends_in_initial(words.back()) &&
                        std::ranges::find(kSuffixes, words.back()) == kSuffixes.end();
  return !sentence && begins_like_a_name(words.back()) &&
         (begins_like_a_name(words[0]) || is_particle(words[0]));
}

/// Where the initial begins that is glued to the end of `word` ("ActionB"), or where the initials
/// do
/// ("ActionJ.-B."), or nothing.
std::optional<std::size_t> glued_initial(std::string_view word) {
  for (std::size_t i = 1; i < word.size() && word.ends_with('.'); ++i) {
    if (is_lower(word[i - 1]) && is_capital(word[i]) && is_initials(word.substr(i))) {
      return i;
    }
  }
  if (word.size() < 2 || !is_capital(word.back())) {
    return std::nullopt;
  }
  return word.size() - 1;
}

struct Word {
  std::size_t begin;
  std::string_view text;
};

std::vector<Word> words_from(std::string_view text, std::size_t from) {
  std::vector<Word> words;
  for (std::size_t i = from; i < text.size();) {
    const std::size_t blanks = blanks_at(text, i);
    const std::size_t end = std::min(text.find(' ', i + blanks), text.size());
    if (end > i + blanks) {
      words.push_back({i + blanks, trim(text.substr(i + blanks, end - i - blanks))});
    }
    i = end + 1;
  }
  return words;
}

/// How many words at the end of a text may be one name: initials and particles, then the family
/// name.
struct NameTail {
  std::size_t first = 0;  ///< the word where it begins
  bool initial = false;   ///< it has initials
};

NameTail name_tail(const std::vector<Word>& words) {
  NameTail tail{.first = words.size() - 1, .initial = false};
  while (tail.first > 0 && words.size() - tail.first < kMaxNameWords) {
    const std::string_view word = words[tail.first - 1].text;
    if (!is_initials(word) && !is_particle(word)) {
      break;
    }
    --tail.first;
    tail.initial = tail.initial || is_initials(word);
  }
  return tail;
}

/// Where the name begins that ends `text`, searched from `from` on. `alone`: no other name follows
/// it, which makes it less certain that it is one.
std::optional<std::size_t> last_name_start(std::string_view text, std::size_t from, bool alone) {
  const std::vector<Word> words = words_from(text, from);
  if (words.size() < 2 || !begins_like_a_name(words.back().text)) {
    return std::nullopt;
  }
  auto [first, initial] = name_tail(words);
  const std::string_view before = first > 0 ? words[first - 1].text : std::string_view();
  const auto glued = glued_initial(before);
  // In "GPUS C.Y. Chan" the S may belong to either side: to the name only if it has no initial.
  // And "BERT Models" alone is no name at all.
  if (glued && (!is_capital(before[*glued - 1]) || !(initial || alone))) {
    return words[first - 1].begin + *glued;
  }
  while (is_particle(words[first].text)) {
    ++first;  // it is a word of the title ("… in a"): a particle begins no name
  }
  const bool after_chinese = first == 0 && from > 0;
  return initial && (!alone || after_chinese) ? std::optional(words[first].begin) : std::nullopt;
}

/// The names in `piece` if it is nothing but Chinese names of two to four characters with blanks
/// between them; else nothing.
std::vector<std::string_view> chinese_names(std::string_view piece) {
  if (piece.empty() || !is_wide(piece[0])) {
    return {};
  }
  std::vector<std::string_view> words = words_of(piece);
  const auto is_name = [](std::string_view word) {
    const std::size_t characters = text::count_code_points(word);
    return characters >= 2 && characters <= 4 && word.size() == 3 * characters && has_han(word);
  };
  return std::ranges::all_of(words, is_name) ? words : std::vector<std::string_view>();
}

}  // namespace

NameList split_authors(std::string_view text, const NameMarks& marks) {
  NameList list;
  text = trim(text);
  const std::string_view whole = without_truncation(text, marks);
  list.truncated = whole.size() < text.size();
  for (const std::string_view marked : pieces_of(whole, marks.author_separators)) {
    const std::string_view piece = without_affiliation_marks(marked);
    if (piece.empty()) {
      continue;
    }
    if (std::ranges::find(marks.truncation, piece) != marks.truncation.end()) {
      list.truncated = true;
      continue;
    }
    if (const std::vector<std::string_view> words = chinese_names(piece); words.size() > 1) {
      list.names.insert(list.names.end(), words.begin(), words.end());
      continue;
    }
    const bool suffix = std::ranges::find(kSuffixes, piece) != kSuffixes.end();
    if (suffix && !list.names.empty()) {
      // Both are views into one text, so the name grows over the comma between them.
      const char* const begin = list.names.back().data();
      list.names.back() =
          std::string_view(begin, static_cast<std::size_t>(piece.data() + piece.size() - begin));
      continue;
    }
    list.names.push_back(piece);
  }
  return list;
}

NameList split_affiliations(std::string_view text, const NameMarks& marks) {
  NameList list;
  text = trim(text);
  const std::string_view whole = without_truncation(text, marks);
  list.truncated = whole.size() < text.size();
  std::size_t start = 0;
  const auto add = [&](std::size_t end) {
    if (const std::string_view name = trim(whole.substr(start, end - start)); !name.empty()) {
      list.names.push_back(name);
    }
  };
  for (std::size_t i = 0; i < whole.size();) {
    const std::size_t size = affiliation_separator(whole, i, marks);
    if (size == 0) {
      ++i;
      continue;
    }
    add(i);
    i += size;
    start = i;
  }
  add(whole.size());
  return list;
}

bool is_cut_name(std::string_view line, std::string_view next, const Separators& separators) {
  const std::vector<std::string_view> before = pieces_of(line, separators);
  const std::vector<std::string_view> after = pieces_of(next, separators);
  if (before.empty() || after.empty() || before.size() + after.size() < 3) {
    return false;
  }
  const auto is_half = [](std::string_view piece) {
    return has_han(piece) ? text::count_code_points(piece) == 1
                          : !piece.empty() && words_of(piece).size() == 1;
  };
  // A separator at either side of the break has no name behind it, or before it.
  const std::string_view last = before.back();
  const std::string_view first = after.front();
  const bool touch = last.data() + last.size() == trim(line).data() + trim(line).size() &&
                     first.data() == trim(next).data() && last != "and" && last != "&";
  return touch && (is_half(last) || is_half(first));
}

bool looks_like_names(std::string_view text, const NameMarks& marks) {
  const NameList list = split_authors(text, marks);
  if (list.names.empty() || !std::ranges::all_of(list.names, looks_like_name)) {
    return false;
  }
  return list.names.size() > 1 || list.truncated || is_initialled_name(list.names[0]);
}

std::optional<std::size_t> find_name_list(std::string_view text, std::size_t from,
                                          const NameMarks& marks) {
  const NameList list = split_authors(text, marks);
  std::size_t first = list.names.size();
  while (first > 0 && is_initialled_name(list.names[first - 1])) {
    --first;
  }
  const auto offset_of = [text](std::string_view name) {
    return static_cast<std::size_t>(name.data() - text.data());
  };
  if (list.names.empty()) {
    return std::nullopt;
  }
  first = std::max<std::size_t>(first, 1);  // "A Survey" reads like a name, too
  // The first name of the list stands at the end of the piece before, if anywhere.
  const std::string_view piece = list.names[first - 1];
  const std::size_t begin = std::max(from, offset_of(piece));
  const std::size_t end = offset_of(piece) + piece.size();
  const bool alone = first == list.names.size();
  if (begin >= end) {
    return std::nullopt;
  }
  return last_name_start(text.substr(0, end), begin, alone);
}

}  // namespace digest
