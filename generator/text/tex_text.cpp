#include "text/tex_text.hpp"

#include "text/math_runs.hpp"
#include "text/tex_letters.hpp"
#include "text/tex_scan.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace text {

namespace {

/// Decodes a text in which `runs` tell the mathematics, which it copies.
class TexDecoder {
 public:
  TexDecoder(std::string_view text, std::string& out)
      : text_(text), out_(out), runs_(split_math(text)), escaped_quotes_(escapes_quotes(text)) {}

  void decode() {
    for (const TextRun& run : runs_) {
      const auto begin = static_cast<std::size_t>(run.source.data() - text_.data());
      if (run.kind != TextRun::Kind::text && at_ <= begin) {
        decode_until(begin);
        take(run.source, run.source.size());
      }
    }
    decode_until(text_.size());
  }

 private:
  void decode_until(std::size_t end) {
    while (at_ < end) {
      const std::size_t plain = std::min(text_.find_first_of("\\{}`'-~", at_), end);
      out_ += text_.substr(at_, plain - at_);
      at_ = plain;
      if (at_ < end) {
        decode_mark();
      }
    }
  }

  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  [[nodiscard]] char byte(std::size_t offset) const {
    return offset < text_.size() ? text_[offset] : '\0';
  }

  void take(std::string_view shown, std::size_t size) {
    out_ += shown;
    at_ += size;
  }

  void decode_mark() {
    switch (text_[at_]) {
      case '\\':
        decode_command();
        break;
      case '{':
        open_brace();
        break;
      case '}':
        close_brace();
        break;
      case '`':
      case '\'':
        decode_quotes();
        break;
      case '-':
        decode_dashes();
        break;
      default:
        decode_tilde();
        break;
    }
  }

  /// A brace that only holds a command and its text goes with its partner.
  void open_brace() {
    const std::size_t partner = hidden_partner();
    if (partner == 0) {
      take("{", 1);
      return;
    }
    hidden_.push_back(partner);
    ++at_;
  }

  void close_brace() {
    if (!hidden_.empty() && hidden_.back() == at_) {
      hidden_.pop_back();
      ++at_;
      return;
    }
    take("}", 1);
  }

  /// The offset of the brace that closes the one at `at_`, if the group begins with a command that
  /// is known: `{\em x}`, `{\"o}`, `{\ss}`. 0 otherwise.
  [[nodiscard]] std::size_t hidden_partner() const {
    if (byte(at_ + 1) != '\\') {
      return 0;
    }
    const std::string_view name = tex_command_at(text_, at_ + 2);
    const char sign = byte(at_ + 2);
    const bool accent = !is_tex_letter(sign) && tex_accented(sign, "e").has_value();
    const bool known = accent || is_tex_switch(name) || is_tex_style(name) || tex_sign(name) ||
                       (name.size() == 1 && is_accent_letter(name[0]));
    return known ? closing_brace(text_, at_).value_or(0) : 0;
  }

  static bool is_accent_letter(char c) {
    return std::string_view("ubcdHkrv").find(c) != std::string_view::npos;
  }

  void decode_command() {
    const char next = byte(at_ + 1);
    if (std::string_view("&%$#_{}").find(next) != std::string_view::npos && next != '\0') {
      take(text_.substr(at_ + 1, 1), 2);
    } else if (is_tex_letter(next)) {
      decode_named();
    } else if (next == '\'' && is_contraction()) {
      take("'", 2);
    } else if (next == '"' && escaped_quotes_) {
      take("\"", 2);
    } else if (!decode_accent(next, at_ + 2)) {
      decode_spacing(next);
    }
  }

  /// `\~5` is a tilde that Markdown escapes; `\ ` and `\,` are blanks, `\-` and `\/` nothing.
  void decode_spacing(char next) {
    if (next == '~') {
      take("~", 2);
    } else if (next == ' ' || next == ',' || next == ';') {
      take(" ", 2);
    } else if (next == '-' || next == '/') {
      at_ += 2;
    } else if (next == '\\' && (byte(at_ + 2) == ' ' || at_ + 2 == text_.size())) {
      at_ += 2;
    } else {
      // The next character is taken along, so that `\\` is looked at once.
      take(text_.substr(at_, next == '\\' ? 2 : 1), next == '\\' ? 2 : 1);
    }
  }

  /// `don\'t`, `we\'re`: nobody's name.
  [[nodiscard]] bool is_contraction() const {
    if (at_ == 0 || !is_tex_letter(text_[at_ - 1])) {
      return false;
    }
    const std::string_view ending = tex_command_at(text_, at_ + 2);
    return ending == "s" || ending == "t" || ending == "re" || ending == "ll" || ending == "ve" ||
           ending == "d" || ending == "m";
  }

  /// The letter at `from` under the accent `accent`: `e`, `{e}`, `\i`, `{\i}`.
  bool decode_accent(char accent, std::size_t from) {
    std::size_t begin = from;
    const bool braced = byte(begin) == '{';
    begin += braced ? 1 : 0;
    std::size_t size = 0;
    std::string_view letter;
    if (byte(begin) == '\\') {
      const std::string_view name = tex_command_at(text_, begin + 1);
      if (name != "i" && name != "j") {
        return false;
      }
      letter = name;
      size = 2;
    } else if (begin < text_.size()) {
      size = code_point_at(text_, begin).size;
      letter = text_.substr(begin, size);
    }
    const std::size_t end = begin + size + (braced ? 1 : 0);
    if (letter.empty() || (braced && byte(end - 1) != '}')) {
      return false;
    }
    const std::optional<std::string> accented = tex_accented(accent, letter);
    if (!accented) {
      return false;
    }
    take(*accented, end - at_);
    return true;
  }

  void decode_named() {
    const std::string_view name = tex_command_at(text_, at_ + 1);
    const std::size_t end = at_ + 1 + name.size();
    if (name.size() == 1 && is_accent_letter(name[0])) {
      const bool blank = byte(end) == ' ';
      if ((blank || byte(end) == '{') && decode_accent(name[0], end + (blank ? 1 : 0))) {
        return;
      }
    }
    if (is_tex_style(name) && byte(end) == '{') {
      if (const std::optional<std::size_t> close = closing_brace(text_, end)) {
        hidden_.push_back(*close);
        at_ = end + 1;
        return;
      }
    }
    if (is_tex_switch(name) && !hidden_.empty() && !is_word_byte(byte(end))) {
      at_ = end + (byte(end) == ' ' ? 1 : 0);
      return;
    }
    if (const std::optional<std::string_view> sign = tex_sign(name)) {
      take_sign(*sign, name.size() == 1, end);
      return;
    }
    take(text_.substr(at_, 1 + name.size()), 1 + name.size());
  }

  /// A command swallows the blank or the empty group behind it. Those of one letter (`\o`, `\n`)
  /// are taken for commands only where nothing else can be meant: before a mark or in a group.
  void take_sign(std::string_view sign, bool short_name, std::size_t end) {
    if (short_name && hidden_.empty() && byte(end) != '{' && byte(end) != ' ') {
      take(text_.substr(at_, end - at_), end - at_);
      return;
    }
    const bool group = byte(end) == '{' && byte(end + 1) == '}';
    // Behind an abbreviation such as `\LaTeX` the blank was meant: TeX would eat it.
    const bool letter = code_point_at(sign, 0).size == sign.size() && sign[0] != '\\';
    const bool blank = letter && byte(end) == ' ' && is_word_byte(static_cast<char>(sign[0])) &&
                       is_tex_letter(byte(end + 1)) && at_ > 0 && is_word_byte(text_[at_ - 1]);
    take(sign, end - at_ + (group ? 2U : 0U) + (blank ? 1U : 0U));
  }

  void decode_quotes() {
    if (rest().starts_with("``") && byte(at_ + 2) != ' ') {
      // Where nothing closes them they are marks of Markdown.
      const std::string_view quoted = text_.substr(at_ + 2, kMostGroupSize);
      const std::size_t close = quoted.find("''");
      if (close != std::string_view::npos && quoted.find("``") >= close) {
        quote_close_ = at_ + 2 + close;
        take("“", 2);
        return;
      }
      take("``", 2);
      return;
    }
    if (quote_close_ == at_) {
      take("”", 2);
      return;
    }
    take(text_.substr(at_, 1), 1);
  }

  /// `1--2`, `A -- B`, `A---B`; not `--help`, nor a rule of hyphens.
  void decode_dashes() {
    const std::size_t end = std::min(text_.find_first_not_of('-', at_), text_.size());
    const std::size_t size = end - at_;
    const char before = at_ > 0 ? text_[at_ - 1] : ' ';
    const bool alike = (before == ' ') == (end == text_.size() || text_[end] == ' ');
    if ((size == 2 || size == 3) && alike && at_ > 0 && end < text_.size()) {
      take(size == 2 ? "–" : "—", size);
      return;
    }
    take(text_.substr(at_, size), size);
  }

  /// A blank that does not break, between words: `Fig.~3`, `Smith~et~al`.
  void decode_tilde() {
    const bool after_word = at_ > 1 && (is_tex_letter(text_[at_ - 1]) || text_[at_ - 1] == '.') &&
                            (is_tex_letter(text_[at_ - 2]) || text_[at_ - 2] == '.');
    const char next = byte(at_ + 1);
    const bool before_word = is_word_byte(next) || next == '\\' || next == '(';
    take(after_word && before_word ? " " : "~", 1);
  }

  std::string_view text_;
  std::string& out_;
  std::vector<TextRun> runs_;
  bool escaped_quotes_;
  std::size_t at_ = 0;
  std::vector<std::size_t> hidden_;  ///< closing braces that are not shown, innermost last
  std::size_t quote_close_ = std::string_view::npos;
};

}  // namespace

bool may_hold_tex(std::string_view text) {
  return text.find('\\') != std::string_view::npos || text.find("--") != std::string_view::npos ||
         text.find("``") != std::string_view::npos || text.find('~') != std::string_view::npos;
}

std::string decode_tex(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  TexDecoder(text, out).decode();
  return out;
}

}  // namespace text
