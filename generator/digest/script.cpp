#include "digest/script.hpp"

#include "digest/han_forms.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>

namespace digest {

namespace {

/// Every ideograph and every mark of Chinese typography begins with a byte of at least this.
constexpr unsigned char kFirstChineseLead = 0xE3;

bool is_chinese_lead(char c) {
  return static_cast<unsigned char>(c) >= kFirstChineseLead;
}

/// Blanks are controls and the space, or begin with one of four bytes.
bool may_be_blank(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

/// CJK punctuation (U+3001 to U+303F) and full-width forms.
bool is_chinese_mark(char32_t value) {
  return (value > 0x3000 && value <= 0x303F) || (value >= 0xFF01 && value <= 0xFF60);
}

/// Full-width forms of ASCII characters begin with this byte.
constexpr char kFullWidthLead = '\xEF';

/// Texts are searched in pieces of this size.
constexpr std::size_t kSearchPiece = 512;

/// So much of a text tells whether it is Chinese.
constexpr std::size_t kScriptSample = 600;

/// `a` and `b` stand for the same mark; only the bytes of ASCII have a full-width form.
std::size_t character_size(std::string_view text, std::size_t offset, char wanted) {
  if (offset >= text.size()) {
    return 0;
  }
  if (text[offset] == wanted) {
    return 1;
  }
  return is_wide(wanted) ? 0 : mark_size(text, offset, wanted);
}

}  // namespace

std::size_t first_han(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (!is_chinese_lead(text[i])) {
      ++i;
      continue;
    }
    const text::CodePoint point = text::code_point_at(text, i);
    if (text::is_han(point.value)) {
      return i;
    }
    i += point.size;
  }
  return text.size();
}

bool has_han(std::string_view text) {
  return first_han(text) < text.size();
}

bool is_mostly_chinese(std::string_view text) {
  text = text.substr(0, kScriptSample);
  std::size_t han = 0;
  std::size_t latin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint point = text::code_point_at(text, i);
    han += text::is_han(point.value) ? 1U : 0U;
    latin += is_lower(text[i]) || is_capital(text[i]) ? 1U : 0U;
    i += point.size;
  }
  return han > 0 && han * 4 >= latin;  // a word of Chinese is two characters, one of English five
}

std::size_t chinese_end(std::string_view text) {
  for (std::size_t i = text.size(); i > 0; --i) {
    if (!is_chinese_lead(text[i - 1])) {
      continue;
    }
    const text::CodePoint point = text::code_point_at(text, i - 1);
    if (text::is_han(point.value) || is_chinese_mark(point.value)) {
      return i - 1 + point.size;
    }
  }
  return 0;
}

std::size_t mark_size(std::string_view text, std::size_t offset, char mark) {
  if (offset >= text.size()) {
    return 0;
  }
  if (text[offset] == mark) {
    return 1;
  }
  // U+FF01 to U+FF5E repeat U+0021 to U+007E.
  const auto value = static_cast<unsigned char>(mark);
  const unsigned second = value < 0x60U ? 0xBCU : 0xBDU;
  const unsigned third = 0x80U + ((value - 0x20U) & 0x3FU);
  const bool wide = offset + 2 < text.size() && text[offset] == '\xEF' &&
                    static_cast<unsigned char>(text[offset + 1]) == second &&
                    static_cast<unsigned char>(text[offset + 2]) == third;
  return wide ? 3 : 0;
}

std::optional<std::size_t> literal_size(std::string_view text, std::size_t offset,
                                        std::string_view literal) {
  std::size_t at = offset;
  for (std::size_t i = 0; i < literal.size();) {
    const char wanted = literal[i];
    if (is_chinese_lead(wanted) && i + 3 <= literal.size()) {
      if (at + 3 > text.size() || !is_same_ideograph(text.substr(at, 3), literal.substr(i, 3))) {
        return std::nullopt;
      }
      at += 3;
      i += 3;
      continue;
    }
    const std::size_t size = wanted == ' ' ? blanks_at(text, at) : character_size(text, at, wanted);
    if (size == 0) {
      return std::nullopt;
    }
    at += size;
    ++i;
  }
  return at - offset;
}

std::string half_width(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint point = text::code_point_at(text, i);
    if (point.value >= 0xFF01 && point.value <= 0xFF5E) {
      out.push_back(static_cast<char>(point.value - 0xFF00 + 0x20));
    } else {
      out += text.substr(i, point.size);
    }
    i += point.size;
  }
  return out;
}

std::optional<std::size_t> literal_suffix_size(std::string_view text, std::string_view literal) {
  // Each ASCII character of the literal takes one byte or three.
  const auto ascii =
      static_cast<std::size_t>(std::ranges::count_if(literal, [](char c) { return !is_wide(c); }));
  for (std::size_t wide = 0; wide <= ascii; ++wide) {
    const std::size_t size = literal.size() + 2 * wide;
    if (size <= text.size() && literal_size(text, text.size() - size, literal) == size) {
      return size;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> find_literal(std::string_view text, std::size_t from,
                                        std::string_view literal) {
  const char first = literal.front();
  if (first == ' ') {
    for (std::size_t i = from; i < text.size(); ++i) {
      if (literal_size(text, i, literal)) {
        return i;
      }
    }
    return std::nullopt;
  }
  // The same character may begin with another byte: its full-width form, or the other form of an
  // ideograph.
  const char other = is_wide(first) ? other_first_byte(literal) : kFullWidthLead;
  const bool has_other = other != '\0' && other != first;
  // Piece by piece, so that a search that ends soon costs little, however long the text is.
  for (std::size_t start = from; start < text.size(); start += kSearchPiece) {
    const std::string_view piece = text.substr(start, kSearchPiece);
    std::size_t plain = piece.find(first);
    std::size_t wide = has_other ? piece.find(other) : std::string_view::npos;
    while (plain != std::string_view::npos || wide != std::string_view::npos) {
      const std::size_t at = std::min(plain, wide);
      if (literal_size(text, start + at, literal)) {
        return start + at;
      }
      plain = plain == at ? piece.find(first, at + 1) : plain;
      wide = wide == at ? piece.find(other, at + 1) : wide;
    }
  }
  return std::nullopt;
}

std::size_t blanks_at(std::string_view text, std::size_t offset) {
  std::size_t at = offset;
  while (at < text.size() && may_be_blank(text[at])) {
    const text::CodePoint point = text::code_point_at(text, at);
    if (point.malformed || !text::is_space(point.value)) {
      break;
    }
    at += point.size;
  }
  return at - offset;
}

}  // namespace digest
