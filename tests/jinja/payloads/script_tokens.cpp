#include "jinja/payloads/script_tokens.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace payloads {

namespace {

using Kind = ScriptToken::Kind;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Words behind which a `/` begins a regular expression.
bool expects_operand(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kWords = {"return", "typeof", "case",
                                                             "in",     "of",     "void"};
  return std::ranges::find(kWords, word) != kWords.end();
}

class Scanner {
 public:
  explicit Scanner(std::string_view script) : script_(script) {}

  std::vector<ScriptToken> scan() {
    while (at_ < script_.size()) {
      scan_one();
    }
    if (!braces_.empty()) {
      add(Kind::broken, "");
    }
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return script_.substr(at_); }

  [[nodiscard]] bool is(std::string_view text) const { return rest().starts_with(text); }

  /// The size of the line break here, or 0. U+2028 and U+2029 are line breaks.
  [[nodiscard]] std::size_t line_break() const {
    if (is("\n") || is("\r")) {
      return 1;
    }
    return is("\xE2\x80\xA8") || is("\xE2\x80\xA9") ? 3 : 0;
  }

  void add(Kind kind, std::string text) {
    tokens_.push_back({kind, std::move(text)});
    line_begins_ = false;
  }

  void scan_one() {
    if (const std::size_t size = line_break(); size != 0) {
      at_ += size;
      line_begins_ = true;
    } else if (is_blank(script_[at_])) {
      ++at_;
    } else if (is("//") || is("<!--") || (is("-->") && line_begins_)) {
      scan_line_comment();
    } else if (is("/*")) {
      scan_block_comment();
    } else if (is("\"") || is("'")) {
      scan_string(script_[at_]);
    } else if (is("`")) {
      ++at_;
      scan_template();
    } else if (is("/") && operand_follows()) {
      scan_regex();
    } else if (is_word(script_[at_])) {
      scan_word();
    } else {
      scan_mark();
    }
  }

  [[nodiscard]] bool operand_follows() const {
    const auto last = std::find_if(tokens_.rbegin(), tokens_.rend(), [](const ScriptToken& token) {
      return token.kind != Kind::comment;
    });
    if (last == tokens_.rend()) {
      return true;
    }
    if (last->kind == Kind::word) {
      return expects_operand(last->text);
    }
    return last->kind == Kind::mark && last->text != ")" && last->text != "]" && last->text != "}";
  }

  void scan_line_comment() {
    while (at_ < script_.size() && line_break() == 0) {
      ++at_;
    }
    add(Kind::comment, "");
  }

  void scan_block_comment() {
    const std::size_t end = script_.find("*/", at_ + 2);
    const bool ends = end != std::string_view::npos;
    at_ = ends ? end + 2 : script_.size();
    add(ends ? Kind::comment : Kind::broken, "");
  }

  void scan_string(char quote) {
    std::string value;
    ++at_;
    while (at_ < script_.size() && script_[at_] != quote) {
      // U+2028 and U+2029 may stand in strings since 2019, but older readers of scripts differ.
      if (line_break() != 0) {
        add(Kind::broken, value);
        return;
      }
      scan_character(value);
    }
    add(at_ < script_.size() ? Kind::string : Kind::broken, value);
    ++at_;
  }

  /// A template literal from behind its "`", or from behind the `}` that ends an expression.
  void scan_template() {
    std::string value;
    while (at_ < script_.size() && !is("`") && !is("${")) {
      scan_character(value);
    }
    add(at_ < script_.size() ? Kind::template_text : Kind::broken, value);
    if (is("${")) {
      add(Kind::mark, "${");
      braces_.push_back('`');
      ++at_;
    }
    ++at_;
  }

  /// One character of a string, escaped or not.
  void scan_character(std::string& value) {
    if (script_[at_] != '\\' || at_ + 1 == script_.size()) {
      value += script_[at_++];
      return;
    }
    ++at_;
    static constexpr std::string_view kLetters = "nrtbfv";
    static constexpr std::string_view kMeanings = "\n\r\t\b\f\v";
    const char letter = script_[at_];
    if (const std::size_t simple = kLetters.find(letter); simple != std::string_view::npos) {
      value += kMeanings[simple];
    } else if (const std::size_t size = line_break(); size != 0) {
      at_ += size - 1;
    } else if (letter == 'x') {
      append_code(value, 2);
    } else if (letter == 'u') {
      append_code(value, 4);
    } else if (letter == '0') {
      value += '\0';
    } else {
      value += letter;
    }
    ++at_;
  }

  /// `\xHH` or `\uHHHH`, `at_` on its letter; leaves `at_` on its last digit.
  void append_code(std::string& value, std::size_t digits) {
    char32_t code = hex(at_ + 1, digits);
    at_ += digits;
    if (code >= 0xD800 && code < 0xDC00 && script_.substr(at_ + 1).starts_with("\\u")) {
      code = 0x10000 + ((code - 0xD800) << 10U) + (hex(at_ + 3, 4) - 0xDC00);
      at_ += 6;
    }
    text::append_utf8(value, code);
  }

  [[nodiscard]] char32_t hex(std::size_t from, std::size_t digits) const {
    char32_t code = 0;
    for (const char c : script_.substr(std::min(from, script_.size()), digits)) {
      const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
      code = code * 16 + static_cast<char32_t>(digit);
    }
    return code;
  }

  void scan_regex() {
    bool in_class = false;
    for (++at_; at_ < script_.size() && line_break() == 0; ++at_) {
      const char c = script_[at_];
      if (c == '\\' && at_ + 1 < script_.size()) {
        ++at_;
      } else if (c == '[') {
        in_class = true;
      } else if (c == ']') {
        in_class = false;
      } else if (c == '/' && !in_class) {
        ++at_;
        add(Kind::regex, "");
        return;
      }
    }
    add(Kind::broken, "");
  }

  void scan_word() {
    const std::size_t begin = at_;
    while (at_ < script_.size() && is_word(script_[at_]) && line_break() == 0) {
      ++at_;
    }
    add(Kind::word, std::string(script_.substr(begin, at_ - begin)));
  }

  void scan_mark() {
    const char mark = script_[at_++];
    add(Kind::mark, std::string(1, mark));
    if (mark == '{') {
      braces_.push_back('{');
    } else if (mark == '}' && !braces_.empty()) {
      const char opened = braces_.back();
      braces_.pop_back();
      if (opened == '`') {
        scan_template();
      }
    }
  }

  std::string_view script_;
  std::size_t at_ = 0;
  bool line_begins_ = true;
  std::string braces_;  ///< open ones; '`' for "${"
  std::vector<ScriptToken> tokens_;
};

}  // namespace

std::vector<ScriptToken> script_tokens(std::string_view script) {
  return Scanner(script).scan();
}

}  // namespace payloads
