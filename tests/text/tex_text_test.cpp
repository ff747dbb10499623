#include "text/tex_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using text::decode_tex;

struct Case {
  const char* source;
  const char* shown;
};

const std::vector<Case> kDecoded = {
    // Escaped signs.
    {"R\\&D at 5\\% for \\$7, \\#1, a\\_b, \\{x\\}", "R&D at 5% for $7, #1, a_b, {x}"},
    // Looks.
    {"{\\em very} big", "very big"},
    {"\\emph{very} \\textbf{big} {\\bf words}", "very big words"},
    {"\\textbf{a \\emph{b} c}", "a b c"},
    {"{\\em a {b} c}", "a {b} c"},
    {"\\texttt{sum}s", "sums"},
    // Quotes and dashes.
    {"``quoted'' and ``more''", "“quoted” and “more”"},
    {"pages 1--2, A---B, a -- b", "pages 1–2, A—B, a – b"},
    // Accents.
    {"\\'e \\`a \\^o \\\"u \\~n \\=a \\.z", "é à ô ü ñ ā ż"},
    {"\\'{e} {\\'e} {\\'{e}} \\\"{o} {\\\"o}", "é é é ö ö"},
    {"\\c c \\c{c} {\\c c} \\v{s} \\v s \\u{g} \\H{o} \\k{a} \\r{a} \\d{h}", "ç ç ç š š ğ ő ą å ḥ"},
    {"\\'\\i \\\"{\\i} \\'{\\i}", "í ï í"},
    {"Erd\\H{o}s, G\\\"odel, Ho{\\v r}ava, S\\o{}rensen", "Erdős, Gödel, Hořava, Sørensen"},
    {"Stra{\\ss}e, \\ss{}, \\AA{}ngstr\\\"om, \\L{}\\'od\\'z", "Straße, ß, Ångström, Łódź"},
    {"Wei{\\ss}", "Weiß"},
    // Blanks.
    {"Fig.~3 of Smith~et~al", "Fig. 3 of Smith et al"},
    {"a\\ b\\,c\\-d", "a b cd"},
    {"\\LaTeX{} and \\TeX", "LaTeX and TeX"},
    {"and so on \\ldots", "and so on …"},
    // Mathematics stays.
    {"$a\\&b_{x}$ \\& $\\'e^2$", "$a\\&b_{x}$ & $\\'e^2$"},
    {"{\\em $x^2$}", "$x^2$"},
    // Nothing is decoded twice.
    {"\\textbackslash{}emph{x}", "\\emph{x}"},
    {"5 \\~7, \\~ 8", "5 ~7, ~ 8"},
    {"it\\'s, don\\'t, we\\'re", "it's, don't, we're"},
    {"so \\\"quoted\\\" it is", "so \"quoted\" it is"},
};

/// What looks like TeX and is none, or is not known.
const std::vector<const char*> kUnchanged = {
    "no TeX at all",
    "run it with --help or --x",
    "----------",
    "-- a list item",
    "C:\\new\\table",
    "\\n and \\t",
    "\\unknown{x} \\cite{y}",
    "a set {a, b} and {\"key\": 1}",
    "``Markdown`` code and `code`",
    "3~5 times, ~10, a ~ b, A~Z, x.org/~smith",
    "\\'t \\'",
    "\\",
    "{",
    "}",
    "{\\em open",
    "\\emph{open",
    "\\\\server\\share",
    "'' `` ''",
    "rock 'n' roll",
    "",
};

TEST(DecodeTex, ShowsWhatWasMeant) {
  for (const Case& one : kDecoded) {
    EXPECT_EQ(decode_tex(one.source), one.shown) << one.source;
    EXPECT_TRUE(text::may_hold_tex(one.source)) << one.source;
  }
}

TEST(DecodeTex, LeavesEverythingElseAlone) {
  for (const char* const source : kUnchanged) {
    EXPECT_EQ(decode_tex(source), source);
  }
}

TEST(DecodeTex, StaysLinear) {
  for (const std::string_view piece :
       {"{", "{\\em ", "``", "\\emph{", "\\\"", "--", "~", "}", "\\'", "{\\\"", "\\'{\\", "`"}) {
    std::string text;
    while (text.size() < 500'000) {
      text += piece;
    }
    EXPECT_LE(decode_tex(text).size(), text.size() * 2) << piece;
  }
}

}  // namespace
