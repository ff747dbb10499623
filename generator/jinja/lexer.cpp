#include "jinja/lexer.hpp"

#include "text/unicode.hpp"
#include "text/utf8.hpp"

#include <array>
#include <string>

namespace jinja {

namespace {

constexpr std::string_view kBlanks = " \t\n\r\f\v";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The number of bytes of the name that begins at `offset`; 0 if none does (Unicode's UAX #31).
std::size_t name_size(std::string_view source, std::size_t offset) {
  std::size_t end = offset;
  while (end < source.size()) {
    const text::CodePoint point = text::code_point_at(source, end);
    const bool fits =
        end == offset ? text::may_begin_name(point.value) : text::may_continue_name(point.value);
    if (point.malformed || !fits) {
      break;
    }
    end += point.size;
  }
  return end - offset;
}

/// The number of bytes of digits for which `is_one` holds, with single '_' between them.
template <typename Predicate>
std::size_t digits_size(std::string_view text, Predicate is_one) {
  std::size_t size = 0;
  while (size < text.size()) {
    const bool underscore = text[size] == '_' && size > 0 && size + 1 < text.size();
    if (is_one(text[size])) {
      ++size;
    } else if (underscore && is_one(text[size + 1])) {
      size += 2;
    } else {
      break;
    }
  }
  return size;
}

/// A number at the front of `text`: how many bytes it takes, and whether it is a real.
struct NumberShape {
  std::size_t size = 0;
  bool real = false;
};

NumberShape number_shape(std::string_view text, bool may_be_real) {
  if (text.size() > 2 && text[0] == '0' &&
      std::string_view("xXoObB").find(text[1]) != std::string_view::npos) {
    const char base = static_cast<char>(text[1] | 0x20);
    const std::size_t digits = digits_size(text.substr(2), [base](char c) {
      const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      return base == 'x' ? is_digit(c) || letter : c >= '0' && c <= (base == 'o' ? '7' : '1');
    });
    return digits > 0 ? NumberShape{digits + 2, false} : NumberShape{1, false};
  }
  NumberShape shape{digits_size(text, is_digit), false};
  if (!may_be_real) {
    return shape;
  }
  if (shape.size + 1 < text.size() && text[shape.size] == '.' && is_digit(text[shape.size + 1])) {
    shape.size += 1 + digits_size(text.substr(shape.size + 1), is_digit);
    shape.real = true;
  }
  if (shape.size < text.size() && (text[shape.size] | 0x20) == 'e') {
    const std::size_t sign = shape.size + 1;
    const bool is_signed = sign < text.size() && (text[sign] == '+' || text[sign] == '-');
    const std::size_t start = sign + (is_signed ? 1 : 0);
    if (start < text.size() && is_digit(text[start])) {
      shape.size = start + digits_size(text.substr(start), is_digit);
      shape.real = true;
    }
  }
  return shape;
}

class Lexer {
 public:
  Lexer(std::string_view source, const Options& options) : source_(source), options_(options) {
    if (!options.keep_trailing_newline && source_.ends_with('\n')) {
      source_.remove_suffix(source_.ends_with("\r\n") ? 2 : 1);
    }
  }

  Tokens run() {
    while (position_ < source_.size() && !tokens_.error) {
      read_text_and_tag();
    }
    add(TokenKind::end, source_.size(), 0);
    return std::move(tokens_);
  }

 private:
  void add(TokenKind kind, std::size_t offset, std::size_t size) {
    tokens_.list.push_back(
        {kind, static_cast<std::uint32_t>(offset), source_.substr(offset, size)});
  }

  void fail(std::size_t offset, std::string message, std::string remedy = {}) {
    tokens_.error =
        SyntaxError{static_cast<std::uint32_t>(offset), std::move(message), std::move(remedy)};
    position_ = source_.size();
  }

  [[nodiscard]] char at(std::size_t offset) const {
    return offset < source_.size() ? source_[offset] : '\0';
  }

  /// 1 if a sign of white space control stands at `offset`, else 0.
  [[nodiscard]] std::size_t sign_size(std::size_t offset) const {
    return at(offset) == '-' || at(offset) == '+' ? 1 : 0;
  }

  /// The next "{{", "{%" or "{#", or the end.
  [[nodiscard]] std::size_t find_opening() const {
    std::size_t found = source_.find('{', position_);
    while (found != std::string_view::npos) {
      const char next = at(found + 1);
      if (next == '{' || next == '%' || next == '#') {
        return found;
      }
      found = source_.find('{', found + 1);
    }
    return source_.size();
  }

  void read_text_and_tag() {
    const std::size_t opening = find_opening();
    if (opening == source_.size()) {
      add_text(position_, opening);
      position_ = opening;
      return;
    }
    add_text(position_, text_end_before(opening, position_));
    position_ = opening;
    switch (at(opening + 1)) {
      case '#':
        skip_comment();
        return;
      case '%':
        if (const std::size_t end = end_of_word_tag(opening, "raw"); end != 0) {
          read_raw(end);
          return;
        }
        read_inside(TokenKind::tag_begin, TokenKind::tag_end, "%}");
        return;
      default:
        read_inside(TokenKind::output_begin, TokenKind::output_end, "}}");
    }
  }

  void add_text(std::size_t start, std::size_t end) {
    if (end > start) {
      add(TokenKind::text, start, end - start);
    }
  }

  /// Where the text that began at `start` ends before the tag at `opening`: the tag's sign and
  /// lstrip_blocks cut blanks.
  [[nodiscard]] std::size_t text_end_before(std::size_t opening, std::size_t start) const {
    const std::string_view text = source_.substr(start, opening - start);
    const char sign = at(opening + 2);
    if (sign == '-') {
      return start + text.find_last_not_of(kBlanks) + 1;  // npos + 1 is 0
    }
    if (sign == '+' || !options_.lstrip_blocks || at(opening + 1) == '{') {
      return opening;
    }
    const std::size_t line_break = text.rfind('\n');
    const bool begins_line =
        line_break != std::string_view::npos || start == 0 || source_[start - 1] == '\n';
    const std::size_t line_start = line_break == std::string_view::npos ? 0 : line_break + 1;
    const bool blank = text.find_first_not_of(kBlanks, line_start) == std::string_view::npos;
    return begins_line && blank ? start + line_start : opening;
  }

  /// Moves past the white space that the end of a tag cuts; `sign` stood before its end.
  void cut_after_tag(char sign) {
    if (sign == '-') {
      const std::size_t next = source_.find_first_not_of(kBlanks, position_);
      position_ = next == std::string_view::npos ? source_.size() : next;
    } else if (sign != '+' && options_.trim_blocks) {
      if (at(position_) == '\r' && at(position_ + 1) == '\n') {
        ++position_;
      }
      position_ += at(position_) == '\n' ? 1U : 0U;
    }
  }

  void skip_comment() {
    const std::size_t end = source_.find("#}", position_ + 2);
    if (end == std::string_view::npos) {
      fail(position_, "this comment has no end", "close it with #}");
      return;
    }
    const char sign = end > position_ + 2 ? source_[end - 1] : '\0';
    position_ = end + 2;
    cut_after_tag(sign);
  }

  /// Where the tag at `opening` ends if it is `{% word %}`; else 0.
  [[nodiscard]] std::size_t end_of_word_tag(std::size_t opening, std::string_view word) const {
    std::size_t i = opening + 2;
    i += sign_size(i);
    i = std::min(source_.find_first_not_of(kBlanks, i), source_.size());
    if (source_.substr(i, word.size()) != word) {
      return 0;
    }
    i = std::min(source_.find_first_not_of(kBlanks, i + word.size()), source_.size());
    i += sign_size(i);
    return source_.substr(i, 2) == "%}" ? i + 2 : 0;
  }

  void read_raw(std::size_t start) {
    const std::size_t opening = position_;
    position_ = start;
    if (source_[start - 3] == '-') {
      cut_after_tag('-');
    }
    for (std::size_t tag = source_.find("{%", position_); tag != std::string_view::npos;
         tag = source_.find("{%", tag + 2)) {
      if (const std::size_t end = end_of_word_tag(tag, "endraw"); end != 0) {
        add_text(position_, std::max(position_, text_end_before(tag, position_)));
        position_ = end;
        cut_after_tag(source_[end - 3]);
        return;
      }
    }
    fail(opening, "this raw block has no end", "close it with {% endraw %}");
  }

  void read_inside(TokenKind begin, TokenKind end, std::string_view closing) {
    const std::size_t opening = position_;
    add(begin, opening, 2);
    position_ += 2;
    position_ += sign_size(position_);
    while (!tokens_.error) {
      position_ = std::min(source_.find_first_not_of(kBlanks, position_), source_.size());
      if (position_ == source_.size()) {
        fail(opening, "this tag has no end", "close it with " + std::string(closing));
        return;
      }
      if (brackets_.empty() && read_closing(end, closing)) {
        return;
      }
      read_token();
    }
  }

  /// Reads the end of a tag, if it stands here.
  bool read_closing(TokenKind end, std::string_view closing) {
    const bool is_tag = end == TokenKind::tag_end;
    const bool with_sign = (at(position_) == '-' || (is_tag && at(position_) == '+')) &&
                           source_.substr(position_ + 1, 2) == closing;
    if (!with_sign && source_.substr(position_, 2) != closing) {
      return false;
    }
    const char sign = with_sign ? at(position_) : '\0';
    add(end, position_, with_sign ? 3 : 2);
    position_ += with_sign ? 3U : 2U;
    if (is_tag || sign == '-') {
      cut_after_tag(sign);
    }
    return true;
  }

  void read_token() {
    const char c = at(position_);
    if (c == '"' || c == '\'') {
      read_string(c);
      return;
    }
    if (is_digit(c)) {
      const bool after_dot = position_ > 0 && source_[position_ - 1] == '.';
      const NumberShape shape = number_shape(source_.substr(position_), !after_dot);
      add(shape.real ? TokenKind::real : TokenKind::integer, position_, shape.size);
      position_ += shape.size;
      return;
    }
    if (const std::size_t size = name_size(source_, position_); size != 0) {
      add(TokenKind::name, position_, size);
      position_ += size;
      return;
    }
    read_symbol();
  }

  void read_string(char quote) {
    std::size_t end = position_ + 1;
    while (end < source_.size() && source_[end] != quote) {
      end += source_[end] == '\\' ? 2U : 1U;
    }
    if (end >= source_.size()) {
      fail(position_, "this text has no closing quote");
      return;
    }
    add(TokenKind::string, position_, end + 1 - position_);
    position_ = end + 1;
  }

  void read_symbol() {
    static constexpr std::array<std::string_view, 6> kDouble = {"//", "**", "==", "!=", ">=", "<="};
    static constexpr std::string_view kSingle = "+-*/%~[](){}><=.:|,;";
    for (const std::string_view symbol : kDouble) {
      if (source_.substr(position_, 2) == symbol) {
        add(TokenKind::symbol, position_, 2);
        position_ += 2;
        return;
      }
    }
    const char c = at(position_);
    if (kSingle.find(c) == std::string_view::npos) {
      const std::size_t size = text::code_point_at(source_, position_).size;
      fail(position_, "\"" + std::string(source_.substr(position_, size)) +
                          "\" is not part of the template language");
      return;
    }
    if (match_bracket(c)) {
      add(TokenKind::symbol, position_, 1);
      ++position_;
    }
  }

  /// Keeps count of brackets: inside them, `}}` is no end of a tag.
  bool match_bracket(char c) {
    if (c == '(' || c == '[' || c == '{') {
      brackets_ += c == '(' ? ')' : c == '[' ? ']' : '}';
      return true;
    }
    if (c != ')' && c != ']' && c != '}') {
      return true;
    }
    if (brackets_.empty()) {
      fail(position_, std::string("there is no open bracket for this ") + c);
      return false;
    }
    if (brackets_.back() != c) {
      fail(position_, std::string("this should be ") + brackets_.back() + ", not " + c);
      return false;
    }
    brackets_.pop_back();
    return true;
  }

  std::string_view source_;
  const Options& options_;
  std::size_t position_ = 0;
  std::string brackets_;  ///< the closing ones that are awaited
  Tokens tokens_;
};

}  // namespace

Tokens tokenize(std::string_view source, const Options& options) {
  return Lexer(source, options).run();
}

}  // namespace jinja
