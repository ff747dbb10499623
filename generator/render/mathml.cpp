#include "render/mathml.hpp"

#include "render/math_symbols.hpp"
#include "text/html_escape.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <cstddef>

namespace render {

namespace {

/// Formulas nest a few levels; deeper ones are shown as they are written.
constexpr int kMaxDepth = 24;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string element(std::string_view name, std::string_view content) {
  std::string markup = "<";
  markup.append(name).append(">").append(content).append("</").append(name).append(">");
  return markup;
}

/// Reads a formula from left to right. `failed_` is set at the first thing that it does not know.
class MathReader {
 public:
  explicit MathReader(std::string_view tex) : tex_(tex) {}

  std::optional<std::string> read() && {
    std::string markup = row(MathAlphabet::plain, '\0', 0);
    return failed_ || at_ < tex_.size() ? std::nullopt : std::optional(std::move(markup));
  }

 private:
  [[nodiscard]] char next() const { return at_ < tex_.size() ? tex_[at_] : '\0'; }

  std::string fail() {
    failed_ = true;
    at_ = tex_.size();
    return {};
  }

  void skip_blanks() {
    while (next() == ' ' || next() == '\n' || next() == '\t') {
      ++at_;
    }
  }

  /// Everything up to `close`, which is taken too; '\0': up to the end.
  std::string row(MathAlphabet alphabet, char close, int depth) {
    std::string markup;
    if (depth > kMaxDepth) {
      return fail();
    }
    for (skip_blanks(); at_ < tex_.size(); skip_blanks()) {
      if (close != '\0' && next() == close) {
        ++at_;
        return markup;
      }
      if (const std::optional<MathAlphabet> switched = alphabet_switch()) {
        alphabet = *switched;
        continue;
      }
      markup += with_scripts(atom(alphabet, depth), alphabet, depth);
    }
    return close == '\0' ? markup : fail();
  }

  /// `\cal` and the like at the reader's place; they are taken.
  std::optional<MathAlphabet> alphabet_switch() {
    if (next() != '\\') {
      return std::nullopt;
    }
    const std::size_t before = at_;
    const std::optional<MathAlphabet> alphabet = math_switch(command());
    if (!alphabet) {
      at_ = before;
    }
    return alphabet;
  }

  /// `base` with what `^`, `_` and primes behind it add.
  std::string with_scripts(std::string base, MathAlphabet alphabet, int depth) {
    std::string under;
    std::string over;
    for (skip_blanks(); next() == '^' || next() == '_' || next() == '\''; skip_blanks()) {
      const char mark = tex_[at_++];
      std::string& script = mark == '_' ? under : over;
      if (!script.empty() && mark != '\'') {
        return fail();
      }
      script += mark == '\'' ? "<mo>′</mo>" : argument(alphabet, depth);
    }
    if (base.empty()) {
      base = "<mrow></mrow>";  // `{}^n`, and the `^{\circ}` behind a number outside
    }
    if (under.empty() && over.empty()) {
      return base;
    }
    if (under.empty()) {
      return element("msup", base + element("mrow", over));
    }
    if (over.empty()) {
      return element("msub", base + element("mrow", under));
    }
    return element("msubsup", base + element("mrow", under) + element("mrow", over));
  }

  /// What a script or a command takes: a group, or one sign.
  std::string argument(MathAlphabet alphabet, int depth) {
    skip_blanks();
    if (at_ >= tex_.size() || next() == '}' || next() == '^' || next() == '_') {
      return fail();
    }
    if (is_digit(next())) {
      return element("mn", math_letter(tex_[at_++], alphabet));
    }
    return atom(alphabet, depth);
  }

  std::string atom(MathAlphabet alphabet, int depth) {
    const char c = next();
    if (c == '^' || c == '_' || c == '\'') {
      return {};
    }
    if (c == '\\') {
      return command_atom(alphabet, depth);
    }
    if (c == '{') {
      ++at_;
      return element("mrow", row(alphabet, '}', depth + 1));
    }
    if (is_digit(c)) {
      return number(alphabet);
    }
    if (is_letter(c)) {
      ++at_;
      const std::string letter = math_letter(c, alphabet);
      return alphabet == MathAlphabet::upright ? upright(letter) : element("mi", letter);
    }
    return sign();
  }

  static std::string upright(std::string_view letter) {
    return "<mi mathvariant=\"normal\">" + std::string(letter) + "</mi>";
  }

  std::string number(MathAlphabet alphabet) {
    std::string digits;
    while (is_digit(next()) ||
           (next() == '.' && at_ + 1 < tex_.size() && is_digit(tex_[at_ + 1]))) {
      digits += math_letter(tex_[at_++], alphabet);
    }
    return element("mn", digits);
  }

  /// An operator of ASCII, or a character of another script.
  std::string sign() {
    const text::CodePoint point = text::code_point_at(tex_, at_);
    if (point.malformed || next() == '}' || next() == '&' || next() == '%' || next() == '#' ||
        next() == '$') {
      return fail();
    }
    const std::string_view bytes = tex_.substr(at_, point.size);
    at_ += point.size;
    if (bytes == "~") {
      return "<mspace width=\"0.25em\"></mspace>";
    }
    const std::string shown = bytes == "-" ? "−" : text::html_escape(bytes);
    return element(text::is_alphanumeric(point.value) ? "mi" : "mo", shown);
  }

  /// The name behind a `\`, which is taken with it: letters, or one sign.
  std::string_view command() {
    const std::size_t begin = ++at_;
    while (is_letter(next())) {
      ++at_;
    }
    if (at_ == begin && at_ < tex_.size()) {
      ++at_;
    }
    return tex_.substr(begin, at_ - begin);
  }

  std::string command_atom(MathAlphabet alphabet, int depth) {
    if (depth > kMaxDepth) {
      return fail();
    }
    const std::string_view name = command();
    if (const std::optional<MathSymbol> symbol = math_symbol(name)) {
      const std::string shown = text::html_escape(symbol->text);
      return element(symbol->kind == MathClass::name ? "mi" : "mo", shown);
    }
    if (const std::optional<MathAlphabet> own = math_alphabet(name)) {
      return element("mrow", argument(*own, depth + 1));
    }
    if (const std::string_view accent = math_accent(name); !accent.empty()) {
      return "<mover accent=\"true\">" + element("mrow", argument(alphabet, depth + 1)) +
             element("mo", accent) + "</mover>";
    }
    if (name == "frac" || name == "tfrac" || name == "dfrac") {
      const std::string over = element("mrow", argument(alphabet, depth + 1));
      return element("mfrac", over + element("mrow", argument(alphabet, depth + 1)));
    }
    if (name == "sqrt") {
      return root(alphabet, depth);
    }
    if (name == "left" || name == "right" || name == "big" || name == "Big") {
      return fence();
    }
    return words_or_space(name);
  }

  std::string root(MathAlphabet alphabet, int depth) {
    if (next() != '[') {
      return element("msqrt", argument(alphabet, depth + 1));
    }
    ++at_;
    const std::string degree = element("mrow", row(alphabet, ']', depth + 1));
    return element("mroot", element("mrow", argument(alphabet, depth + 1)) + degree);
  }

  /// The bracket behind `\left` or `\right`; a dot is none.
  std::string fence() {
    skip_blanks();
    if (next() == '.') {
      ++at_;
      return "<mrow></mrow>";
    }
    if (next() != '\\') {
      return at_ < tex_.size() && !is_letter(next()) ? sign() : fail();
    }
    const std::optional<MathSymbol> symbol = math_symbol(command());
    return symbol && symbol->kind == MathClass::operation
               ? element("mo", text::html_escape(symbol->text))
               : fail();
  }

  std::string words_or_space(std::string_view name) {
    if (name == "," || name == ":" || name == ";" || name == " ") {
      return "<mspace width=\"0.2em\"></mspace>";
    }
    if (name == "!") {
      return "<mrow></mrow>";
    }
    if (name == "quad" || name == "qquad") {
      return "<mspace width=\"1em\"></mspace>";
    }
    const bool words = name == "text" || name == "textrm" || name == "mbox" || name == "textit" ||
                       name == "textbf";
    const bool function = name == "operatorname" || name == "textsc" || name == "texttt";
    const std::size_t close = tex_.find('}', at_);
    if ((!words && !function) || next() != '{' || close == std::string_view::npos) {
      return fail();
    }
    const std::string_view content = tex_.substr(at_ + 1, close - at_ - 1);
    if (content.find_first_of("\\{$") != std::string_view::npos) {
      return fail();
    }
    at_ = close + 1;
    return element(words ? "mtext" : "mi", text::html_escape(content));
  }

  std::string_view tex_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<std::string> tex_to_mathml(std::string_view tex) {
  return text::is_blank(tex) ? std::nullopt : MathReader(tex).read();
}

}  // namespace render
