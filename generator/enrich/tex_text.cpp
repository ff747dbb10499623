#include "enrich/tex_text.hpp"

#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace enrich {

namespace {

struct Accent {
  char command;
  char32_t mark;  ///< the combining character, which stands behind its letter
};

constexpr std::array<Accent, 14> kAccents = {{{'`', 0x300},
                                              {'\'', 0x301},
                                              {'^', 0x302},
                                              {'~', 0x303},
                                              {'"', 0x308},
                                              {'=', 0x304},
                                              {'.', 0x307},
                                              {'u', 0x306},
                                              {'v', 0x30C},
                                              {'H', 0x30B},
                                              {'r', 0x30A},
                                              {'c', 0x327},
                                              {'k', 0x328},
                                              {'d', 0x323}}};

struct Letter {
  std::string_view command;
  std::string_view text;
};

constexpr std::array<Letter, 26> kLetters = {{{"ss", "ß"},
                                              {"ae", "æ"},
                                              {"AE", "Æ"},
                                              {"oe", "œ"},
                                              {"OE", "Œ"},
                                              {"o", "ø"},
                                              {"O", "Ø"},
                                              {"aa", "å"},
                                              {"AA", "Å"},
                                              {"l", "ł"},
                                              {"L", "Ł"},
                                              {"i", "ı"},
                                              {"j", "ȷ"},
                                              {"dh", "ð"},
                                              {"DH", "Ð"},
                                              {"th", "þ"},
                                              {"TH", "Þ"},
                                              {"ng", "ŋ"},
                                              {"dj", "đ"},
                                              {"DJ", "Đ"},
                                              {"textendash", "–"},
                                              {"dots", "…"},
                                              {"ldots", "…"},
                                              {"textemdash", "—"},
                                              {"textquoteright", "’"},
                                              {"S", "§"}}};

/// What only sets type: the text in its braces stays.
constexpr std::array<std::string_view, 14> kStyles = {
    "emph",   "textit", "textbf", "textrm", "texttt", "textsc", "textsf",
    "mathrm", "em",     "it",     "bf",     "rm",     "tt",     "sc"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::optional<char32_t> accent_of(char command) {
  const auto* const accent = std::ranges::find(kAccents, command, &Accent::command);
  return accent == kAccents.end() ? std::nullopt : std::optional(accent->mark);
}

/// Reads a text once from the left to the right.
class TexReader {
 public:
  explicit TexReader(std::string_view text) : text_(text) { out_.reserve(text.size()); }

  std::string read() && {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '$') {
        copy_math();
      } else if (c == '\\') {
        read_command();
      } else if (c == '{' || c == '}') {
        ++at_;
      } else if (c == '~' && !out_.empty() && out_.back() != ' ') {
        out_.push_back(' ');  // behind a blank it means "about": ~5 %
        ++at_;
      } else if (!read_ligature()) {
        out_.push_back(c);
        ++at_;
      }
    }
    return std::move(out_);
  }

 private:
  /// A `$` that nothing closes is money.
  void copy_math() {
    if (no_more_math_) {
      out_.push_back(text_[at_++]);
      return;
    }
    const std::size_t close = text_.find('$', at_ + 1);
    no_more_math_ = close == std::string_view::npos;
    const std::size_t end = no_more_math_ ? at_ + 1 : close + 1;
    out_ += text_.substr(at_, end - at_);
    at_ = end;
  }

  bool read_ligature() {
    for (const auto& [tex, shown] :
         {Letter{"---", "—"}, Letter{"--", "–"}, Letter{"``", "“"}, Letter{"''", "”"}}) {
      if (text_.substr(at_).starts_with(tex)) {
        out_ += shown;
        at_ += tex.size();
        return true;
      }
    }
    return false;
  }

  void read_command() {
    if (at_ + 1 == text_.size()) {
      out_.push_back(text_[at_++]);
      return;
    }
    const char next = text_[at_ + 1];
    if (is_letter(next)) {
      read_word_command();
      return;
    }
    if (const auto mark = accent_of(next)) {
      accent(at_ + 2, *mark, at_ + 2);
      return;
    }
    if (next == '\\') {
      out_.push_back(' ');
    } else if (std::string_view("&%$#_{} -/@,;!").find(next) != std::string_view::npos) {
      const bool is_sign = std::string_view("&%$#_{}").find(next) != std::string_view::npos;
      out_ += is_sign ? std::string(1, next) : (next == ' ' || next == ',' ? " " : "");
    } else {
      out_ += text_.substr(at_, 2);
    }
    at_ += 2;
  }

  void read_word_command() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_letter(text_[end])) {
      ++end;
    }
    const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
    const auto* const letter = std::ranges::find(kLetters, name, &Letter::command);
    if (letter != kLetters.end()) {
      out_ += letter->text;
      at_ = behind_blank(end);
      return;
    }
    const auto mark = name.size() == 1 ? accent_of(name.front()) : std::nullopt;
    if (mark) {
      accent(behind_blank(end), *mark, end);
    } else if (std::ranges::find(kStyles, name) != kStyles.end()) {
      at_ = behind_blank(end);
    } else {
      out_ += text_.substr(at_, end - at_);
      at_ = end;
    }
  }

  /// A blank that ends a command is none of the text.
  [[nodiscard]] std::size_t behind_blank(std::size_t at) const {
    return at < text_.size() && text_[at] == ' ' ? at + 1 : at;
  }

  /// The letter at `at`, bare or in braces, with `mark` on it. Without a letter there is no accent:
  /// the command stays, up to `end`.
  void accent(std::size_t at, char32_t mark, std::size_t end) {
    const bool in_braces = at < text_.size() && text_[at] == '{';
    std::size_t letter = in_braces ? at + 1 : at;
    std::string base;
    if (letter < text_.size() && text_[letter] == '\\') {  // \'{\i}: the dot is lost to the accent
      const bool dotless =
          letter + 1 < text_.size() && (text_[letter + 1] == 'i' || text_[letter + 1] == 'j');
      base = dotless ? std::string(1, text_[letter + 1]) : std::string();
      letter += 2;
    } else if (letter < text_.size()) {
      const text::CodePoint point = text::code_point_at(text_, letter);
      base = text::is_alphanumeric(point.value) ? std::string(text_.substr(letter, point.size))
                                                : std::string();
      letter += point.size;
    }
    if (base.empty()) {
      out_ += text_.substr(at_, end - at_);
      at_ = end;
      return;
    }
    text::append_utf8(base, mark);
    out_ += text::to_nfc(base);
    at_ = in_braces && letter < text_.size() && text_[letter] == '}' ? letter + 1 : letter;
  }

  std::string_view text_;
  std::string out_;
  std::size_t at_ = 0;
  bool no_more_math_ = false;
};

}  // namespace

std::string without_tex(std::string_view text) {
  return TexReader(text).read();
}

std::string plain_text(std::string_view text) {
  return text::collapse_whitespace(text::without_unprintable(without_tex(text)));
}

}  // namespace enrich
