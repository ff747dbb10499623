#include "citation/tex_text.hpp"

#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>

namespace citation {

namespace {

/// Commands that a formula in a title may use. TeX has commands that read and write files, so
/// nothing else passes.
constexpr auto kMathCommands = std::to_array<std::string_view>({
    "Delta",      "Gamma",        "Lambda",     "Omega",    "Phi",       "Pi",         "Psi",
    "Sigma",      "Theta",        "Xi",         "alpha",    "approx",    "bar",        "beta",
    "boldsymbol", "cap",          "cdot",       "cdots",    "chi",       "circ",       "cup",
    "dagger",     "delta",        "dots",       "ell",      "epsilon",   "eta",        "exists",
    "exp",        "forall",       "frac",       "gamma",    "ge",        "geq",        "hat",
    "in",         "infty",        "int",        "iota",     "kappa",     "lambda",     "langle",
    "ldots",      "le",           "left",       "leq",      "lim",       "ln",         "log",
    "mathbb",     "mathbf",       "mathcal",    "mathfrak", "mathit",    "mathrm",     "mathsf",
    "max",        "min",          "mu",         "nabla",    "ne",        "neq",        "nu",
    "omega",      "operatorname", "oplus",      "otimes",   "overline",  "partial",    "perp",
    "phi",        "pi",           "pm",         "prime",    "prod",      "psi",        "rangle",
    "rho",        "right",        "rightarrow", "sigma",    "sim",       "sqrt",       "star",
    "subset",     "sum",          "tau",        "text",     "textbf",    "textit",     "textrm",
    "theta",      "tilde",        "times",      "to",       "top",       "varepsilon", "varphi",
    "vec",        "vee",          "wedge",      "widehat",  "widetilde", "xi",         "zeta",
});

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether every command of `math` is one of mathematics, and its braces are balanced.
bool is_harmless(std::string_view math) {
  int depth = 0;
  for (std::size_t i = 0; i < math.size(); ++i) {
    const char c = math[i];
    if (c == '%' || c == '#' || c == '&' || c == '~') {
      return false;
    }
    // TeX reads `^^5c` as a backslash.
    if (c == '^' && i + 1 < math.size() && math[i + 1] == '^') {
      return false;
    }
    if (c == '{') {
      ++depth;
    } else if (c == '}' && --depth < 0) {
      return false;
    } else if (c == '\\') {
      std::size_t end = i + 1;
      while (end < math.size() && is_letter(math[end])) {
        ++end;
      }
      const std::string_view name = math.substr(i + 1, end - i - 1);
      const bool space = name.empty() && end < math.size() &&
                         std::string_view(",;:! |").find(math[end]) != std::string_view::npos;
      if (!space && std::ranges::find(kMathCommands, name) == kMathCommands.end()) {
        return false;
      }
      i = name.empty() ? end : end - 1;
    }
  }
  return depth == 0;
}

/// The size of the formula, with its `$`s, that begins at `at`; 0 if none does.
std::size_t formula_size(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('$', at + 1);
  if (end == std::string_view::npos || end == at + 1) {
    return 0;
  }
  const std::string_view math = text.substr(at + 1, end - at - 1);
  const bool leans = math.front() != ' ' && math.back() != ' ' && math.back() != '\\';
  const bool money = end + 1 < text.size() && text[end + 1] >= '0' && text[end + 1] <= '9';
  return leans && !money && is_harmless(math) ? end + 1 - at : 0;
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
        out.push_back('\\');
        out.push_back(c);
        break;
      // BibTeX counts braces even behind a backslash, so these are written by name.
      case '{':
        out += "\\textbraceleft{}";
        break;
      case '}':
        out += "\\textbraceright{}";
        break;
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      default:
        out.push_back(c);
        break;
    }
  }
}

/// Whether a style that writes titles in lower case would spoil `word`: a capital behind its first
/// character says so.
bool has_inner_capital(std::string_view word) {
  for (std::size_t i = word.empty() ? 0 : text::code_point_at(word, 0).size; i < word.size();) {
    const std::size_t size = text::code_point_at(word, i).size;
    const std::string one(word.substr(i, size));
    if (text::to_lower(one) != one) {
      return true;
    }
    i += size;
  }
  return false;
}

void append_word(std::string& out, std::string_view word) {
  const bool guard = has_inner_capital(word);
  out += guard ? "{" : "";
  append_escaped(out, word);
  out += guard ? "}" : "";
}

}  // namespace

std::string tex_escape(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 16);
  append_escaped(out, text);
  return out;
}

std::string tex_title(std::string_view title) {
  std::string out;
  out.reserve(title.size() + 32);
  std::size_t word = 0;
  const auto end_word = [&](std::size_t end) { append_word(out, title.substr(word, end - word)); };
  for (std::size_t i = 0; i < title.size();) {
    if (title[i] == ' ') {
      end_word(i);
      out.push_back(' ');
      word = ++i;
      continue;
    }
    const std::size_t formula = title[i] == '$' ? formula_size(title, i) : 0;
    if (formula == 0) {
      ++i;
      continue;
    }
    end_word(i);
    out += title.substr(i, formula);
    word = i += formula;
  }
  end_word(title.size());
  return out;
}

}  // namespace citation
