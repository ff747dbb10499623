#include "citation/tex_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using citation::tex_escape;
using citation::tex_title;

TEST(TexEscape, WritesWhatTexTakesForItself) {
  EXPECT_EQ(tex_escape("R&D_1 at 5% of $3 #2"), "R\\&D\\_1 at 5\\% of \\$3 \\#2");
  EXPECT_EQ(tex_escape("a\\b{c}~^"),
            "a\\textbackslash{}b\\textbraceleft{}c\\textbraceright{}\\textasciitilde{}"
            "\\textasciicircum{}");
  EXPECT_EQ(tex_escape("“É” 语言"), "“É” 语言");
}

TEST(TexTitle, GuardsCapitalsThatStylesWouldLower) {
  EXPECT_EQ(tex_title("Training BERT and GPT-4 with LoRA on A Tree"),
            "Training {BERT} and {GPT-4} with {LoRA} on A Tree");
  EXPECT_EQ(tex_title("ÉCOLE École"), "{ÉCOLE} École");
}

TEST(TexTitle, LeavesFormulasToTex) {
  EXPECT_EQ(tex_title("A $k$-means that is $\\mathcal{O}(n^2)$"),
            "A $k$-means that is $\\mathcal{O}(n^2)$");
}

TEST(TexTitle, TakesMoneyForNoFormula) {
  EXPECT_EQ(tex_title("From $100 to $200"), "From \\$100 to \\$200");
  EXPECT_EQ(tex_title("Under $100"), "Under \\$100");
}

TEST(TexTitle, LetsNoCommandPassButThoseOfMathematics) {
  EXPECT_EQ(tex_title("$\\input{x}$"),
            "\\$\\textbackslash{}input\\textbraceleft{}x"
            "\\textbraceright{}\\$");
  for (const char* const hostile :
       {"$\\write18{ls}$", "$^^5cinput{x}$", "$a}{$", "$a % b$", "$\\csname input\\endcsname$",
        "$\\string$", "\\input{x}", "}, author = {x", "$\\\\$"}) {
    const std::string title = tex_title(hostile);
    EXPECT_EQ(title.find("\\input"), std::string::npos) << hostile;
    EXPECT_EQ(title.find("\\write"), std::string::npos) << hostile;
    EXPECT_EQ(title.find("\\csname"), std::string::npos) << hostile;
    EXPECT_EQ(std::ranges::count(title, '{'), std::ranges::count(title, '}')) << hostile;
  }
}

}  // namespace
