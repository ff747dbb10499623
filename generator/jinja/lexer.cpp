#include "jinja/lexer.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace jinja {

namespace {

constexpr std::string_view kBlanks = " \t\r\n\v\f";

constexpr std::array<std::string_view, 6> kLongSymbols = {"**", "//", "==", "!=", "<=", ">="};
constexpr std::string_view kShortSymbols = "+-*/%~<>=()[]{},.:|";

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80U;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class Lexer {
 public:
  Lexer(const text::SourceText& source, const Options& options)
      : source_(source), bytes_(source.bytes()), options_(options) {
    if (!options.keep_trailing_newline && bytes_.ends_with('\n')) {
      bytes_.remove_suffix(bytes_.ends_with("\r\n") ? 2 : 1);
    }
  }

  Tokens cut() && {
    while (at_ < bytes_.size() && !result_.problem) {
      cut_text_and_tag();
    }
    push(TokenKind::end, bytes_.size(), 0);
    return std::move(result_);
  }

 private:
  void push(TokenKind kind, std::size_t offset, std::size_t size) {
    result_.tokens.push_back({kind, bytes_.substr(offset, size), offset});
  }

  void fail(std::size_t offset, std::string message, std::string remedy = {}) {
    result_.problem = diagnostics::at_offset(
        source_, offset,
        {.code = "jinja/syntax", .message = std::move(message), .remedy = std::move(remedy)});
  }

  /// The text up to the next tag, and that tag.
  void cut_text_and_tag() {
    const std::size_t start = at_;
    std::size_t open = start;
    for (;;) {
      open = bytes_.find('{', open);
      if (open == std::string_view::npos || open + 1 >= bytes_.size()) {
        open = bytes_.size();
        break;
      }
      const char next = bytes_[open + 1];
      if (next == '%' || next == '{' || next == '#') {
        break;
      }
      ++open;
    }
    std::size_t end = open;
    if (open < bytes_.size()) {
      end = text_end(start, open);
    }
    if (end > start) {
      push(TokenKind::text, start, end - start);
    }
    at_ = open;
    if (open == bytes_.size()) {
      return;
    }
    switch (bytes_[open + 1]) {
      case '#':
        skip_comment();
        return;
      case '{':
        cut_tag(TokenKind::output_begin, TokenKind::output_end, "}}");
        return;
      default:
        cut_tag(TokenKind::tag_begin, TokenKind::tag_end, "%}");
    }
  }

  /// Where the text before the tag at `open` ends once white space control is done.
  [[nodiscard]] std::size_t text_end(std::size_t start, std::size_t open) const {
    const char mark = open + 2 < bytes_.size() ? bytes_[open + 2] : ' ';
    std::size_t end = open;
    if (mark == '-') {
      while (end > start && kBlanks.find(bytes_[end - 1]) != std::string_view::npos) {
        --end;
      }
      return end;
    }
    if (!options_.lstrip_blocks || mark == '+' || bytes_[open + 1] == '{') {
      return end;
    }
    while (end > start && (bytes_[end - 1] == ' ' || bytes_[end - 1] == '\t')) {
      --end;
    }
    const bool begins_line = end == 0 || bytes_[end - 1] == '\n';
    return begins_line ? end : open;
  }

  /// After a tag that ends at at_: `-` eats blanks, trim_blocks one line break.
  void after_tag(char mark, bool is_output) {
    if (mark == '-') {
      while (at_ < bytes_.size() && kBlanks.find(bytes_[at_]) != std::string_view::npos) {
        ++at_;
      }
      return;
    }
    if (is_output || !options_.trim_blocks || mark == '+') {
      return;
    }
    if (bytes_.substr(at_).starts_with("\r\n")) {
      at_ += 2;
    } else if (bytes_.substr(at_).starts_with('\n')) {
      ++at_;
    }
  }

  void skip_comment() {
    const std::size_t open = at_;
    const std::size_t close = bytes_.find("#}", open + 2);
    if (close == std::string_view::npos) {
      fail(open, "this comment has no end", "close it with #}");
      return;
    }
    at_ = close + 2;
    after_tag(bytes_[close - 1], false);
  }

  void cut_tag(TokenKind begin, TokenKind end, std::string_view close) {
    const std::size_t open = at_;
    push(begin, open, 2);
    at_ += 2;
    if (at_ < bytes_.size() && (bytes_[at_] == '-' || bytes_[at_] == '+')) {
      ++at_;
    }
    int brackets = 0;
    while (!result_.problem) {
      while (at_ < bytes_.size() && kBlanks.find(bytes_[at_]) != std::string_view::npos) {
        ++at_;
      }
      if (at_ >= bytes_.size()) {
        fail(open, "this tag has no end", "close it with " + std::string(close));
        return;
      }
      if (const std::size_t size = tag_end_size(close, brackets)) {
        const char mark = bytes_[at_];
        push(end, at_, size);
        at_ += size;
        after_tag(mark, begin == TokenKind::output_begin);
        if (begin == TokenKind::tag_begin) {
          take_raw();
        }
        return;
      }
      cut_token(brackets);
    }
  }

  /// The size of the tag's end at at_, with its mark; 0 if it does not end here.
  [[nodiscard]] std::size_t tag_end_size(std::string_view close, int brackets) const {
    const std::string_view rest = bytes_.substr(at_);
    if (rest.starts_with(close) && (brackets == 0 || close == "%}")) {
      return 2;
    }
    const bool marked =
        (rest.starts_with('-') || rest.starts_with('+')) && rest.substr(1).starts_with(close);
    return marked ? 3 : 0;
  }

  void cut_token(int& brackets) {
    const char c = bytes_[at_];
    if (is_name_start(c)) {
      std::size_t end = at_;
      while (end < bytes_.size() && (is_name_start(bytes_[end]) || is_digit(bytes_[end]))) {
        ++end;
      }
      push(TokenKind::name, at_, end - at_);
      at_ = end;
    } else if (is_digit(c)) {
      cut_number();
    } else if (c == '"' || c == '\'') {
      cut_string();
    } else {
      cut_symbol(brackets);
    }
  }

  void cut_number() {
    std::size_t end = at_;
    bool real = false;
    const auto digits = [&] {
      while (end < bytes_.size() && (is_digit(bytes_[end]) || bytes_[end] == '_')) {
        ++end;
      }
    };
    digits();
    if (end + 1 < bytes_.size() && bytes_[end] == '.' && is_digit(bytes_[end + 1])) {
      real = true;
      ++end;
      digits();
    }
    if (end + 1 < bytes_.size() && (bytes_[end] == 'e' || bytes_[end] == 'E')) {
      const std::size_t sign = bytes_[end + 1] == '-' || bytes_[end + 1] == '+' ? 1U : 0U;
      if (end + 1 + sign < bytes_.size() && is_digit(bytes_[end + 1 + sign])) {
        real = true;
        end += 1 + sign;
        digits();
      }
    }
    push(real ? TokenKind::real : TokenKind::integer, at_, end - at_);
    at_ = end;
  }

  void cut_string() {
    const char quote = bytes_[at_];
    std::size_t end = at_ + 1;
    while (end < bytes_.size() && bytes_[end] != quote) {
      end += bytes_[end] == '\\' ? 2U : 1U;
    }
    if (end >= bytes_.size()) {
      fail(at_, "this text has no closing quote");
      return;
    }
    push(TokenKind::string, at_, end + 1 - at_);
    at_ = end + 1;
  }

  void cut_symbol(int& brackets) {
    for (const std::string_view symbol : kLongSymbols) {
      if (bytes_.substr(at_).starts_with(symbol)) {
        push(TokenKind::symbol, at_, 2);
        at_ += 2;
        return;
      }
    }
    const char c = bytes_[at_];
    if (kShortSymbols.find(c) == std::string_view::npos) {
      fail(at_, std::string("\"") + c + "\" means nothing in a tag");
      return;
    }
    brackets += c == '{' || c == '(' || c == '[' ? 1 : 0;
    brackets -= c == '}' || c == ')' || c == ']' ? 1 : 0;
    push(TokenKind::symbol, at_, 1);
    ++at_;
  }

  /// After `{% raw %}`: everything up to `{% endraw %}` is text.
  void take_raw() {
    const std::size_t count = result_.tokens.size();
    if (count < 3 || result_.tokens[count - 2].text != "raw" ||
        result_.tokens[count - 3].kind != TokenKind::tag_begin) {
      return;
    }
    const std::size_t open = result_.tokens[count - 3].offset;
    result_.tokens.resize(count - 3);
    const std::size_t start = at_;
    for (std::size_t tag = bytes_.find("{%", at_); tag != std::string_view::npos;
         tag = bytes_.find("{%", tag + 2)) {
      std::size_t word = tag + 2;
      word += word < bytes_.size() && (bytes_[word] == '-' || bytes_[word] == '+') ? 1U : 0U;
      word = std::min(bytes_.find_first_not_of(kBlanks, word), bytes_.size());
      const std::size_t close = bytes_.find("%}", tag);
      if (!bytes_.substr(word).starts_with("endraw") || close == std::string_view::npos) {
        continue;
      }
      const std::size_t end = text_end(start, tag);
      if (end > start) {
        push(TokenKind::text, start, end - start);
      }
      at_ = close + 2;
      after_tag(bytes_[close - 1], false);
      return;
    }
    fail(open, "this raw block has no end", "close it with {% endraw %}");
  }

  const text::SourceText& source_;
  std::string_view bytes_;
  const Options& options_;
  std::size_t at_ = 0;
  Tokens result_;
};

}  // namespace

Tokens cut_into_tokens(const text::SourceText& source, const Options& options) {
  return Lexer(source, options).cut();
}

}  // namespace jinja
