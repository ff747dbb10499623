#include "text/tex_letters.hpp"

#include "text/unicode.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace text {

namespace {

struct Sign {
  std::string_view name;
  std::string_view text;
};

constexpr auto kSigns = std::to_array<Sign>({
    {"ss", "ß"},
    {"SS", "SS"},
    {"ae", "æ"},
    {"AE", "Æ"},
    {"oe", "œ"},
    {"OE", "Œ"},
    {"aa", "å"},
    {"AA", "Å"},
    {"o", "ø"},
    {"O", "Ø"},
    {"l", "ł"},
    {"L", "Ł"},
    {"i", "ı"},
    {"j", "ȷ"},
    {"dh", "ð"},
    {"DH", "Ð"},
    {"th", "þ"},
    {"TH", "Þ"},
    {"dj", "đ"},
    {"DJ", "Đ"},
    {"ng", "ŋ"},
    {"NG", "Ŋ"},
    {"S", "§"},
    {"P", "¶"},
    {"dag", "†"},
    {"ddag", "‡"},
    {"copyright", "©"},
    {"pounds", "£"},
    {"euro", "€"},
    {"ldots", "…"},
    {"dots", "…"},
    {"textellipsis", "…"},
    {"textendash", "–"},
    {"textemdash", "—"},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"textquoteleft", "‘"},
    {"textquoteright", "’"},
    {"textregistered", "®"},
    {"texttrademark", "™"},
    {"textdegree", "°"},
    {"textasciitilde", "~"},
    {"textasciicircum", "^"},
    {"textunderscore", "_"},
    {"textbackslash", "\\"},
    {"textbar", "|"},
    {"textless", "<"},
    {"textgreater", ">"},
    {"textdollar", "$"},
    {"slash", "/"},
    {"TeX", "TeX"},
    {"LaTeX", "LaTeX"},
    {"BibTeX", "BibTeX"},
    {"quad", " "},
    {"qquad", " "},
});

struct Accent {
  char name;
  char32_t mark;
};

constexpr auto kAccents = std::to_array<Accent>({{'`', 0x300},
                                                 {'\'', 0x301},
                                                 {'^', 0x302},
                                                 {'~', 0x303},
                                                 {'=', 0x304},
                                                 {'u', 0x306},
                                                 {'.', 0x307},
                                                 {'"', 0x308},
                                                 {'r', 0x30A},
                                                 {'H', 0x30B},
                                                 {'v', 0x30C},
                                                 {'d', 0x323},
                                                 {'c', 0x327},
                                                 {'k', 0x328},
                                                 {'b', 0x331}});

constexpr auto kStyles = std::to_array<std::string_view>(
    {"emph", "textbf", "textit", "texttt", "textsc", "textrm", "textsf", "textsl", "textup",
     "textmd", "textnormal", "text", "mbox", "underline", "uline", "url", "textsuperscript",
     "textsubscript", "ensuremath"});

constexpr auto kSwitches = std::to_array<std::string_view>(
    {"em", "bf", "it", "tt", "sc", "rm", "sf", "sl", "bfseries", "itshape", "ttfamily", "scshape",
     "small", "large", "Large", "footnotesize", "normalsize", "normalfont"});

}  // namespace

std::optional<std::string_view> tex_sign(std::string_view name) {
  const auto* const sign = std::ranges::find(kSigns, name, &Sign::name);
  return sign == kSigns.end() ? std::nullopt : std::optional(sign->text);
}

std::optional<std::string> tex_accented(char accent, std::string_view letter) {
  const auto* const found = std::ranges::find(kAccents, accent, &Accent::name);
  if (found == kAccents.end() || letter.empty()) {
    return std::nullopt;
  }
  std::string composed(letter);
  append_utf8(composed, found->mark);
  composed = to_nfc(composed);
  // What no alphabet has is no letter but a `\` that means something else.
  return count_code_points(composed) == 1 ? std::optional(std::move(composed)) : std::nullopt;
}

bool is_tex_style(std::string_view name) {
  return std::ranges::find(kStyles, name) != kStyles.end();
}

bool is_tex_switch(std::string_view name) {
  return std::ranges::find(kSwitches, name) != kSwitches.end();
}

}  // namespace text
