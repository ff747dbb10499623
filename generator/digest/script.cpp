#include "digest/script.hpp"

#include "digest/han_forms.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace digest {

namespace {

/// CJK punctuation (U+3001 to U+303F) and full-width forms.
bool is_chinese_mark(char32_t value) {
  return (value > 0x3000 && value <= 0x303F) || (value >= 0xFF01 && value <= 0xFF60);
}

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

struct Character {
  bool is_han = false;
  std::size_t size = 1;
};

/// The character outside ASCII at `i`. U+4E00 to U+9FFF are ideographs, all of them and nearly all
/// there are in texts, and their first two bytes say so.
Character character_at(std::string_view text, std::size_t i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  if (lead >= 0xE4 && lead <= 0xE9 && i + 2 < text.size() && is_continuation(text[i + 1]) &&
      is_continuation(text[i + 2]) &&
      (lead > 0xE4 || static_cast<unsigned char>(text[i + 1]) >= 0xB8)) {
    return {.is_han = true, .size = 3};
  }
  const text::CodePoint point = text::code_point_at(text, i);
  return {.is_han = text::is_han(point.value), .size = point.size};
}

/// The first byte at or after `from` that is no ASCII, eight at a time: most texts are Latin.
std::size_t next_wide(std::string_view text, std::size_t from) {
  constexpr std::uint64_t kWideBits = 0x8080'8080'8080'8080U;
  std::uint64_t word = 0;
  for (; from + sizeof word <= text.size(); from += sizeof word) {
    std::memcpy(&word, text.data() + from, sizeof word);
    if ((word & kWideBits) != 0) {
      break;
    }
  }
  while (from < text.size() && !is_wide(text[from])) {
    ++from;
  }
  return from;
}

/// The first literal that begins with a character outside ASCII, which has one form or two. Their
/// last byte tells most, since thousands of ideographs share the first ones.
std::optional<std::size_t> find_wide_literal(std::string_view text, std::size_t from,
                                             std::string_view literal) {
  const std::size_t last = text::code_point_at(literal, 0).size - 1;
  const auto other = other_form(literal);
  std::size_t plain = text.find(literal[last], from + last);
  std::size_t formed = other ? text.find((*other)[last], from + last) : std::string_view::npos;
  while (plain != std::string_view::npos || formed != std::string_view::npos) {
    const std::size_t at = std::min(plain, formed);
    if (literal_size(text, at - last, literal)) {
      return at - last;
    }
    plain = plain == at ? text.find(literal[last], at + 1) : plain;
    formed = formed == at ? text.find((*other)[last], at + 1) : formed;
  }
  return std::nullopt;
}

/// Whether `text` may end with `literal`, by the last bytes: nearly always the answer is no. They
/// are those of the literal, or of the other form of its last character.
bool may_end_with(std::string_view text, std::string_view literal) {
  const char last = literal.back();
  if (text.empty() || text.back() == last) {
    return !text.empty();
  }
  if (!is_wide(last)) {
    return text.back() == full_width(last)[2];
  }
  return text.size() >= 3 && literal.size() >= 3 && is_ideograph_lead(text[text.size() - 3]) &&
         is_ideograph_lead(literal[literal.size() - 3]);
}

}  // namespace

std::size_t first_han(std::string_view text) {
  for (std::size_t i = next_wide(text, 0); i < text.size(); i = next_wide(text, i)) {
    if (!is_chinese_lead(text[i])) {
      ++i;
      continue;
    }
    const Character character = character_at(text, i);
    if (character.is_han) {
      return i;
    }
    i += character.size;
  }
  return text.size();
}

std::size_t last_of(std::string_view text, std::string_view bytes) {
  while (text.size() >= bytes.size()) {
    const void* const hit = ::memrchr(text.data(), bytes.back(), text.size());
    if (hit == nullptr) {
      break;
    }
    text =
        text.substr(0, static_cast<std::size_t>(static_cast<const char*>(hit) - text.data()) + 1);
    if (text.ends_with(bytes)) {
      return text.size() - bytes.size();
    }
    text.remove_suffix(1);
  }
  return std::string_view::npos;
}

bool has_han(std::string_view text) {
  return first_han(text) < text.size();
}

bool is_mostly_chinese(std::string_view text) {
  text = text.substr(0, kScriptSample);
  if (!has_han(text)) {
    return false;
  }
  std::size_t han = 0;
  std::size_t latin = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_wide(text[i])) {
      latin += is_lower(text[i]) || is_capital(text[i]) ? 1U : 0U;
      ++i;
      continue;
    }
    const Character character = character_at(text, i);
    han += character.is_han ? 1U : 0U;
    i += character.size;
    if (han * 4 >= latin + (text.size() - i)) {
      return true;  // whatever follows
    }
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

std::optional<std::size_t> whole_literal_size(std::string_view text, std::size_t offset,
                                              std::string_view literal) {
  std::size_t at = offset;
  for (std::size_t i = 0; i < literal.size();) {
    const char wanted = literal[i];
    if (is_chinese_lead(wanted) && i + 3 <= literal.size()) {
      if (at + 3 > text.size()) {
        return std::nullopt;
      }
      // By the last byte first: that of the first one is nearly always the same.
      const bool same =
          text[at + 2] == literal[i + 2] && text[at + 1] == literal[i + 1] && text[at] == wanted;
      if (!same && !is_same_ideograph(text.substr(at, 3), literal.substr(i, 3))) {
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
  if (!literal.empty() && literal.back() != ' ' && !may_end_with(text, literal)) {
    return std::nullopt;
  }
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
  if (is_wide(first)) {
    return find_wide_literal(text, from, literal);
  }
  // Piece by piece, so that a search that ends soon costs little, however long the text is.
  for (std::size_t start = from; start < text.size(); start += kSearchPiece) {
    const std::string_view piece = text.substr(start, kSearchPiece);
    std::size_t plain = piece.find(first);
    std::size_t wide = piece.find(kFullWidthLead);
    while (plain != std::string_view::npos || wide != std::string_view::npos) {
      const std::size_t at = std::min(plain, wide);
      if (literal_size(text, start + at, literal)) {
        return start + at;
      }
      plain = plain == at ? piece.find(first, at + 1) : plain;
      wide = wide == at ? piece.find(kFullWidthLead, at + 1) : wide;
    }
  }
  return std::nullopt;
}

std::size_t blank_run(std::string_view text, std::size_t offset) {
  std::size_t at = offset;
  while (at < text.size() && text::may_begin_space(text[at])) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    const text::CodePoint point = text::code_point_at(text, at);
    if (point.malformed || !text::is_space(point.value)) {
      break;
    }
    at += point.size;
  }
  return at - offset;
}

}  // namespace digest
