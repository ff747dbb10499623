#include "search/tokens.hpp"

#include "text/search_fold.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace search {

namespace {

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80U;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Characters that folding leaves as they are, or that part words before it and behind it alike:
/// most of all Chinese and English text, which then costs no folding.
bool is_plain(char32_t value) {
  return value < 0x80 || (value >= 0x4E00 && value <= 0x9FFF) ||
         (value >= 0x3400 && value <= 0x4DBF) || (value >= 0x3001 && value <= 0x3004) ||
         (value >= 0x3008 && value <= 0x3011) || (value >= 0xFF01 && value <= 0xFF0F) ||
         (value >= 0xFF1A && value <= 0xFF20) || (value >= 0x2010 && value <= 0x201F);
}

bool needs_folding(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_ascii(text[i])) {
      ++i;
      continue;
    }
    const text::CodePoint point = text::code_point_at(text, i);
    if (point.malformed || !is_plain(point.value)) {
      return true;
    }
    i += point.size;
  }
  return false;
}

bool is_word_character(const text::CodePoint& point) {
  if (point.value < 0x80) {
    const char c = lower(static_cast<char>(point.value));
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
  return !point.malformed && !text::is_han(point.value) && text::is_alphanumeric(point.value);
}

/// Drops the ending of a plural in place.
void drop_plural(std::string& bytes, std::size_t start) {
  const std::string_view word = std::string_view(bytes).substr(start);
  constexpr std::size_t kShortest = 4;
  if (word.size() < kShortest || !word.ends_with('s') || word.ends_with("ss") ||
      word.ends_with("us") || word.ends_with("is")) {
    return;
  }
  if (word.size() > kShortest && word.ends_with("ies")) {
    bytes.resize(bytes.size() - 3);
    bytes += 'y';
    return;
  }
  bytes.pop_back();
}

}  // namespace

std::string_view Tokens::operator[](std::size_t index) const {
  const std::size_t start = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(bytes_).substr(start, ends_[index] - start);
}

void Tokens::add(std::string_view token) {
  bytes_ += token;
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
}

void Tokens::add_text(std::string_view text) {
  if (needs_folding(text)) {
    add_folded(text::search_fold(text));
  } else {
    add_folded(text);
  }
}

void Tokens::add_folded(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint point = text::code_point_at(text, i);
    if (is_word_character(point)) {
      i = add_word(text, i);
    } else if (!point.malformed && text::is_han(point.value)) {
      i = add_han_run(text, i);
    } else {
      i += point.size;
    }
  }
}

std::size_t Tokens::add_han_run(std::string_view text, std::size_t start) {
  std::size_t before = start;
  std::size_t end = start + text::code_point_at(text, start).size;
  while (end < text.size() && !is_ascii(text[end])) {
    const text::CodePoint point = text::code_point_at(text, end);
    if (point.malformed || !text::is_han(point.value)) {
      break;
    }
    const std::size_t next = end + point.size;
    add(text.substr(before, next - before));
    before = end;
    end = next;
  }
  add(text.substr(before, end - before));
  return end;
}

std::size_t Tokens::add_word(std::string_view text, std::size_t start) {
  const std::size_t begin = bytes_.size();
  std::size_t length = 0;
  std::size_t end = start;
  while (end < text.size()) {
    const text::CodePoint point = text::code_point_at(text, end);
    if (!is_word_character(point)) {
      break;
    }
    if (length++ < kLongestWord) {
      for (std::size_t i = end; i < end + point.size; ++i) {
        bytes_ += lower(text[i]);
      }
    }
    end += point.size;
  }
  drop_plural(bytes_, begin);
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  return end;
}

}  // namespace search
