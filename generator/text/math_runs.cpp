#include "text/math_runs.hpp"

#include "text/whitespace.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace text {

namespace {

/// Formulas in titles and abstracts are far shorter. It bounds the search for the end of each.
constexpr std::size_t kMostMathSize = 600;

/// Names and short words that formulas hold: `kNN`, `log`, `max`.
constexpr std::size_t kMostLettersInARow = 3;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_blank_byte(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool has_blank_end(std::string_view content) {
  return content.empty() || is_blank_byte(content.front()) || is_blank_byte(content.back());
}

/// `^x`, `_{1}` or `\alpha`: what no prose has. A mark at the end (`$HOME_$`) belongs to no
/// formula.
bool has_tex(std::string_view content) {
  for (std::size_t i = 0; i + 1 < content.size(); ++i) {
    const char next = content[i + 1];
    if ((content[i] == '^' || content[i] == '_') && !is_blank_byte(next)) {
      return true;
    }
    if (content[i] == '\\' && (is_letter(next) || next == ',' || next == '{' || next == '|')) {
      return true;
    }
  }
  return false;
}

/// Three words of at least two letters with blanks between them: prose, outside of `\text{…}`.
bool has_row_of_words(std::string_view content) {
  if (content.find("\\text") != std::string_view::npos ||
      content.find("\\mbox") != std::string_view::npos) {
    return false;
  }
  int row = 0;
  for (const std::string_view word : split(content, " ")) {
    row = word.size() >= 2 && std::ranges::all_of(word, is_letter) ? row + 1 : 0;
    if (row == 3) {
      return true;
    }
  }
  return false;
}

/// Numbers, signs and short names: `n`, `kNN`, `x + y = 2`, `O(n)`.
bool is_short_formula(std::string_view content) {
  constexpr std::string_view kSigns = "+-*/=<>()[]|,.:!' ";
  std::size_t letters = 0;
  bool any = false;
  for (const char c : content) {
    letters = is_letter(c) ? letters + 1 : 0;
    if (letters > kMostLettersInARow ||
        (!is_letter(c) && !is_digit(c) && kSigns.find(c) == std::string_view::npos)) {
      return false;
    }
    any = any || is_letter(c) || is_digit(c);
  }
  return any;
}

/// The offset of `close` at or behind `from` with no `\` before it; within reach.
std::optional<std::size_t> find_close(std::string_view text, std::size_t from,
                                      std::string_view close) {
  const std::string_view reach = text.substr(0, std::min(text.size(), from + kMostMathSize));
  for (std::size_t at = reach.find(close, from); at != std::string_view::npos;
       at = reach.find(close, at + 1)) {
    if (at == from || reach[at - 1] != '\\') {
      return at;
    }
  }
  return std::nullopt;
}

/// The mathematics that `open` begins at `at`, closed by `close`.
std::optional<TextRun> bracketed(std::string_view text, std::size_t at, std::string_view close,
                                 TextRun::Kind kind) {
  constexpr std::size_t kOpen = 2;
  const std::optional<std::size_t> end = find_close(text, at + kOpen, close);
  if (!end) {
    return std::nullopt;
  }
  const std::string_view content = text.substr(at + kOpen, *end - at - kOpen);
  if (is_blank(content)) {
    return std::nullopt;
  }
  return TextRun{kind, text.substr(at, *end + close.size() - at), content};
}

std::optional<TextRun> double_dollars(std::string_view text, std::size_t at) {
  std::optional<TextRun> run = bracketed(text, at, "$$", TextRun::Kind::display_math);
  if (run && has_blank_end(run->content) &&
      run->content.find_first_of("\\^_=") == std::string_view::npos) {
    return std::nullopt;
  }
  return run;
}

std::optional<TextRun> single_dollars(std::string_view text, std::size_t at) {
  const std::optional<std::size_t> end = find_close(text, at + 1, "$");
  if (!end) {
    return std::nullopt;
  }
  const std::string_view content = text.substr(at + 1, *end - at - 1);
  if (has_blank_end(content) || (*end + 1 < text.size() && is_digit(text[*end + 1]))) {
    return std::nullopt;
  }
  const bool touched = at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1]));
  if (has_tex(content) ? has_row_of_words(content) : touched || !is_short_formula(content)) {
    return std::nullopt;
  }
  return TextRun{TextRun::Kind::inline_math, text.substr(at, *end + 1 - at), content};
}

/// The mathematics that begins at `at`, if any does.
std::optional<TextRun> math_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\\(")) {
    return bracketed(text, at, "\\)", TextRun::Kind::inline_math);
  }
  if (rest.starts_with("\\[")) {
    return bracketed(text, at, "\\]", TextRun::Kind::display_math);
  }
  if (rest.starts_with("$$")) {
    return double_dollars(text, at);
  }
  return rest.starts_with('$') ? single_dollars(text, at) : std::nullopt;
}

}  // namespace

bool may_hold_math(std::string_view text) {
  return text.find('$') != std::string_view::npos || text.find("\\(") != std::string_view::npos ||
         text.find("\\[") != std::string_view::npos;
}

std::vector<TextRun> split_math(std::string_view text) {
  std::vector<TextRun> runs;
  std::size_t begin = 0;  // of the plain text
  const auto add_text = [&](std::size_t end) {
    if (end > begin) {
      const std::string_view plain = text.substr(begin, end - begin);
      runs.push_back({TextRun::Kind::text, plain, plain});
    }
  };
  for (std::size_t i = 0; i < text.size();) {
    i = std::min(text.find_first_of("$\\", i), text.size());
    if (i == text.size()) {
      break;
    }
    if (const std::optional<TextRun> run = math_at(text, i)) {
      add_text(i);
      runs.push_back(*run);
      i += run->source.size();
      begin = i;
    } else {
      // A `\` takes the character behind it along: `\$` begins nothing, nor does `\\(`.
      i += text[i] == '\\' || text.substr(i).starts_with("$$") ? 2U : 1U;
    }
  }
  add_text(text.size());
  return runs;
}

}  // namespace text
