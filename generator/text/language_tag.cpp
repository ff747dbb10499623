#include "text/language_tag.hpp"

#include "text/utf8.hpp"

#include <cstddef>

namespace text {

namespace {

/// About so many Latin letters say as much as one character of these scripts.
constexpr std::size_t kLettersPerCharacter = 4;

bool is_kana(char32_t value) {
  return value >= U'\u3040' && value <= U'\u30FF';
}

bool is_hangul(char32_t value) {
  return value >= U'\uAC00' && value <= U'\uD7A3';
}

bool is_ascii_letter(char32_t value) {
  return (value >= U'a' && value <= U'z') || (value >= U'A' && value <= U'Z');
}

}  // namespace

std::string_view language_tag(std::string_view utf8) {
  std::size_t letters = 0;
  std::size_t han = 0;
  std::size_t kana = 0;
  std::size_t hangul = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint next = code_point_at(utf8, at);
    at += next.size;
    letters += std::size_t{is_ascii_letter(next.value)};
    han += std::size_t{is_han(next.value)};
    kana += std::size_t{is_kana(next.value)};
    hangul += std::size_t{is_hangul(next.value)};
  }
  if ((han + kana + hangul) * kLettersPerCharacter <= letters) {
    return "en";
  }
  if (hangul > han + kana) {
    return "ko";
  }
  // Japanese text is about half kana; a Chinese sentence may quote a Japanese name.
  if (kana * 3 > han) {
    return "ja";
  }
  return han == 0 ? "en" : "zh-Hans";
}

}  // namespace text
