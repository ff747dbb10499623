#include "jinja/payloads/style_tokens.hpp"

#include "text/utf8.hpp"
#include "text/whitespace.hpp"

namespace payloads {

namespace {

using Kind = StyleToken::Kind;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_line_break(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

class Scanner {
 public:
  explicit Scanner(std::string_view style) : style_(style) {}

  std::vector<StyleToken> scan() {
    while (!done()) {
      scan_one();
    }
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] bool done() const { return at_ >= style_.size(); }

  [[nodiscard]] bool is(std::string_view text) const {
    return style_.substr(at_).starts_with(text);
  }

  [[nodiscard]] bool is_escape() const {
    return is("\\") && at_ + 1 < style_.size() && !is_line_break(style_[at_ + 1]);
  }

  void add(Kind kind, std::string text) { tokens_.push_back({kind, std::move(text)}); }

  void scan_one() {
    if (is("/*")) {
      scan_comment();
    } else if (is("\"") || is("'")) {
      scan_string(style_[at_]);
    } else if (is("@")) {
      ++at_;
      add(Kind::at_word, text::ascii_lower(name()));
    } else if (is_name(style_[at_]) || is_escape()) {
      scan_word();
    } else {
      static constexpr std::string_view kHarmless = ".,%#+/*> ~=\t\n\r\f";
      const char c = style_[at_++];
      if (kHarmless.find(c) == std::string_view::npos) {
        add(Kind::mark, std::string(1, c));
      }
    }
  }

  void scan_comment() {
    const std::size_t end = style_.find("*/", at_ + 2);
    const bool ends = end != std::string_view::npos;
    at_ = ends ? end + 2 : style_.size();
    add(ends ? Kind::comment : Kind::broken, "");
  }

  void scan_string(char quote) {
    std::string value;
    for (++at_; !done() && style_[at_] != quote;) {
      if (is_line_break(style_[at_])) {
        add(Kind::broken, value);
        return;
      }
      scan_character(value);
    }
    add(done() ? Kind::broken : Kind::string, value);
    ++at_;
  }

  /// One character, escaped or not.
  void scan_character(std::string& value) {
    if (style_[at_] != '\\' || at_ + 1 == style_.size()) {
      value += style_[at_++];
      return;
    }
    ++at_;
    std::size_t digits = 0;
    while (digits < 6 && at_ + digits < style_.size() && is_hex(style_[at_ + digits])) {
      ++digits;
    }
    if (digits == 0) {
      // An escaped line break is none at all.
      value += is_line_break(style_[at_]) ? std::string() : std::string(1, style_[at_]);
      ++at_;
      return;
    }
    const std::string number(style_.substr(at_, digits));
    text::append_utf8(value, static_cast<char32_t>(std::stoul(number, nullptr, 16)));
    at_ += digits;
    if (!done() && is_blank(style_[at_])) {
      ++at_;
    }
  }

  std::string name() {
    std::string value;
    while (!done() && (is_name(style_[at_]) || is_escape())) {
      scan_character(value);
    }
    return value;
  }

  void scan_word() {
    const std::string word = text::ascii_lower(name());
    if (!is("(")) {
      return;
    }
    ++at_;
    std::size_t inside = at_;
    while (inside < style_.size() && is_blank(style_[inside])) {
      ++inside;
    }
    const bool quoted =
        style_.substr(inside).starts_with('"') || style_.substr(inside).starts_with('\'');
    if (word != "url" || quoted) {
      add(Kind::function, word);
      return;
    }
    at_ = inside;
    scan_url();
  }

  void scan_url() {
    std::string value;
    bool broken = false;
    while (!done() && !is(")")) {
      const char c = style_[at_];
      broken = broken || c == '"' || c == '\'' || c == '(' || is_blank(c) ||
               static_cast<unsigned char>(c) < ' ';
      scan_character(value);
    }
    add(broken || done() ? Kind::broken : Kind::url, value);
    ++at_;
  }

  std::string_view style_;
  std::size_t at_ = 0;
  std::vector<StyleToken> tokens_;
};

}  // namespace

std::vector<StyleToken> style_tokens(std::string_view style) {
  return Scanner(style).scan();
}

}  // namespace payloads
