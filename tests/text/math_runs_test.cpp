#include "text/math_runs.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using text::TextRun;

/// The runs of a text: mathematics in ⟦…⟧, displayed in ⟦⟦…⟧⟧.
std::string marked(std::string_view text) {
  std::string out;
  for (const TextRun& run : text::split_math(text)) {
    if (run.kind == TextRun::Kind::text) {
      out += run.source;
    } else {
      const bool display = run.kind == TextRun::Kind::display_math;
      out += (display ? "⟦⟦" : "⟦") + std::string(run.content) + (display ? "⟧⟧" : "⟧");
    }
  }
  return out;
}

struct Case {
  const char* text;
  const char* marked;
};

const std::vector<Case> kMath = {
    {"An $O(n^6)$ algorithm", "An ⟦O(n^6)⟧ algorithm"},
    {"Yet another $0(n^6)$ one", "Yet another ⟦0(n^6)⟧ one"},
    {"${\\cal P^2}$ : a plan", "⟦{\\cal P^2}⟧ : a plan"},
    {"Refer360$^{\\circ}$: 360$^{\\circ}$ images", "Refer360⟦^{\\circ}⟧: 360⟦^{\\circ}⟧ images"},
    {"TTCS$^{\\mathcal{E}}$: words", "TTCS⟦^{\\mathcal{E}}⟧: words"},
    {"$\\Phi$DmDialog", "⟦\\Phi⟧DmDialog"},
    {"$k$-best, $N$-gram, $n$-grams", "⟦k⟧-best, ⟦N⟧-gram, ⟦n⟧-grams"},
    {"$l_{0}$-norm and $L_0$ and $\\ell_1$", "⟦l_{0}⟧-norm and ⟦L_0⟧ and ⟦\\ell_1⟧"},
    {"($x + y = 2$)", "(⟦x + y = 2⟧)"},
    {"用$\\epsilon$-贪心，$O(n)$时间", "用⟦\\epsilon⟧-贪心，⟦O(n)⟧时间"},
    {"$S^3$ - splitting", "⟦S^3⟧ - splitting"},
    {"for $10$ steps", "for ⟦10⟧ steps"},
    {"\\(a+b\\) and \\[ c \\]", "⟦a+b⟧ and ⟦⟦ c ⟧⟧"},
    {"$$ x = 1 $$", "⟦⟦ x = 1 ⟧⟧"},
    {"$$x$$", "⟦⟦x⟧⟧"},
    {"$\\text{the number of all words}_i$", "⟦\\text{the number of all words}_i⟧"},
    {"$a$$b$", "⟦a⟧⟦b⟧"},
};

const std::vector<const char*> kText = {
    "An Enriched Grammar for Under $100",
    "Translations: $100 for a 10-day Rush",
    "#Turki$hTweets: a data set",
    "a single $&!#* vector",
    "costs $5 and $10",
    "between $5-$10 or $5/$7",
    "from $1.5M to $2B a year",
    "US$ and A$",
    "A$AP and $uicideboy$ at Ke$ha$ shows",
    "paid ($100), then ($200)",
    "$HOME_DIR and $PATH_",
    "it is \\$5 and \\$x\\$",
    "$ x $",
    "$$",
    "$",
    "$$$$",
    "make $$ and more $$",
    "\\(\\)",
    "\\( open",
    "$x",
    "$from the first of_these words on$",
    "",
};

TEST(SplitMath, FindsMathematics) {
  for (const Case& one : kMath) {
    EXPECT_EQ(marked(one.text), one.marked);
    EXPECT_TRUE(text::may_hold_math(one.text)) << one.text;
  }
}

TEST(SplitMath, TakesMoneyAndJokesForText) {
  for (const char* const text : kText) {
    EXPECT_EQ(marked(text), text);
  }
}

TEST(SplitMath, LosesNoByteAndStaysLinear) {
  for (const std::string_view piece :
       {"$", "\\(", "$$", "$a", "\\[x", "$^", "$x$", "\\$", "$a_b "}) {
    std::string text;
    while (text.size() < 1'000'000) {
      text += piece;
    }
    std::size_t size = 0;
    for (const TextRun& run : text::split_math(text)) {
      size += run.source.size();
    }
    EXPECT_EQ(size, text.size()) << piece;
  }
}

}  // namespace
