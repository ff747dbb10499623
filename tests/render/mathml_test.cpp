#include "render/mathml.hpp"

#include "render/math_markup.hpp"
#include "render/math_text.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace {

using render::markup_with_math;
using render::tex_to_mathml;
using render::text_with_math;

struct Case {
  const char* tex;
  const char* markup;
};

const std::vector<Case> kFormulas = {
    {"n", "<mi>n</mi>"},
    {"12.5", "<mn>12.5</mn>"},
    {"O(n^6)", "<mi>O</mi><mo>(</mo><msup><mi>n</mi><mrow><mn>6</mn></mrow></msup><mo>)</mo>"},
    {"x_i^2", "<msubsup><mi>x</mi><mrow><mi>i</mi></mrow><mrow><mn>2</mn></mrow></msubsup>"},
    {"x^{n+1}", "<msup><mi>x</mi><mrow><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></mrow></msup>"},
    {"^{\\circ}", "<msup><mrow></mrow><mrow><mrow><mi>∘</mi></mrow></mrow></msup>"},
    {"{\\cal P^2}", "<mrow><msup><mi>𝒫</mi><mrow><mn>2</mn></mrow></msup></mrow>"},
    {"\\mathbb{R}", "<mrow><mrow><mi>ℝ</mi></mrow></mrow>"},
    {"\\mathbf x", "<mrow><mi>𝐱</mi></mrow>"},
    {"\\alpha\\leq\\log n", "<mi>α</mi><mo>≤</mo><mi>log</mi><mi>n</mi>"},
    {"\\frac12", "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>"},
    {"\\frac{a}{b}",
     "<mfrac><mrow><mrow><mi>a</mi></mrow></mrow><mrow><mrow><mi>b</mi></mrow></mrow></mfrac>"},
    {"\\sqrt{x}", "<msqrt><mrow><mi>x</mi></mrow></msqrt>"},
    {"\\sqrt[3]x", "<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>"},
    {"\\hat y", "<mover accent=\"true\"><mrow><mi>y</mi></mrow><mo>^</mo></mover>"},
    {"\\left(x\\right)", "<mo>(</mo><mi>x</mi><mo>)</mo>"},
    {"\\left\\{x\\right.", "<mo>{</mo><mi>x</mi><mrow></mrow>"},
    {"\\text{if } x<y", "<mtext>if </mtext><mi>x</mi><mo>&lt;</mo><mi>y</mi>"},
    {"f'", "<msup><mi>f</mi><mrow><mo>′</mo></mrow></msup>"},
    {"a-b", "<mi>a</mi><mo>−</mo><mi>b</mi>"},
};

/// What is shown as it was written.
const std::vector<const char*> kUnknown = {"",
                                           " ",
                                           "\\unknown",
                                           "{x",
                                           "x}",
                                           "x^",
                                           "x^^2",
                                           "x_1_2",
                                           "\\frac{a}",
                                           "\\sqrt",
                                           "\\begin{matrix}a&b\\end{matrix}",
                                           "\\text{a",
                                           "\\href{javascript:alert(1)}{x}",
                                           "a & b",
                                           "\\",
                                           "\\left",
                                           "\\mathbb",
                                           "\xFF"};

TEST(TexToMathml, WritesWhatItKnows) {
  for (const Case& one : kFormulas) {
    EXPECT_EQ(tex_to_mathml(one.tex), one.markup) << one.tex;
  }
}

TEST(TexToMathml, RefusesTheRestAsAWhole) {
  for (const char* const tex : kUnknown) {
    EXPECT_EQ(tex_to_mathml(tex), std::nullopt) << tex;
  }
  EXPECT_EQ(tex_to_mathml(std::string(5000, '{') + "x" + std::string(5000, '}')), std::nullopt);
  std::string fractions;
  for (int i = 0; i < 5000; ++i) {
    fractions += "\\frac ";
  }
  EXPECT_EQ(tex_to_mathml(fractions), std::nullopt);
}

TEST(MarkupWithMath, EscapesEverythingThatIsNotItsOwn) {
  EXPECT_EQ(markup_with_math("a <b> & $x<y$"),
            "a &lt;b&gt; &amp; <math alttext=\"x&lt;y\"><mi>x</mi><mo>&lt;</mo><mi>y</mi></math>");
  EXPECT_EQ(markup_with_math("$\\oops{\"<img>}$"),
            "<code class=\"math\">$\\oops{&#34;&lt;img&gt;}$</code>");
  EXPECT_EQ(markup_with_math("\\[x\\]"), "<math display=\"block\" alttext=\"x\"><mi>x</mi></math>");
  EXPECT_EQ(markup_with_math("for $5 and $10"), "for $5 and $10");
}

TEST(TextWithMath, SaysInUnicodeWhatALineOfCharactersCan) {
  EXPECT_EQ(text_with_math("An $O(n^2 \\log n)$ bound"), "An O(n²log n) bound");
  EXPECT_EQ(text_with_math("$\\alpha_1$-stable, 360$^{\\circ}$"), "α₁-stable, 360°");
  EXPECT_EQ(text_with_math("$\\frac{a+b}{c} < \\sqrt{xy}$"), "(a+b)/c<√(xy)");
  EXPECT_EQ(text_with_math("$x_i^2 \\in \\mathbb{R}$"), "xᵢ²∈ℝ");
}

TEST(TextWithMath, LeavesTheRestAsItWasWritten) {
  EXPECT_EQ(text_with_math("$\\hat y$ and $x^{Q}$"), "$\\hat y$ and $x^{Q}$");
  EXPECT_EQ(text_with_math("for $5 and $10 <b>"), "for $5 and $10 <b>");
  EXPECT_EQ(text_with_math("$\\unknown_1$"), "$\\unknown_1$");
}

/// Whatever comes in, every tag in the result is one of ours, and all are closed in order.
bool is_well_formed(const std::string& html) {
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    if (end == std::string::npos) {
      return false;
    }
    const std::string tag = html.substr(at + 1, end - at - 1);
    if (tag[0] == '/') {
      if (open.empty() || open.back() != tag.substr(1)) {
        return false;
      }
      open.pop_back();
      continue;
    }
    const std::string name = tag.substr(0, tag.find(' '));
    if (name[0] != 'm' && name != "code") {
      return false;
    }
    open.push_back(name);
  }
  return open.empty();
}

TEST(MarkupWithMath, WritesOnlyItsOwnElements) {
  const std::vector<std::string_view> pieces = {
      "$",        "x",           "^", "_",     "{",      "}",   "\\frac", "\\sqrt",  "[",
      "]",        "\\text{<b>}", "<", ">",     "\"",     "'",   "&",      "\\left(", "\\right)",
      "\\mathbb", "1",           " ", "\\hat", "\\cal ", "\\(", "\\)",    "汉",      "\\"};
  std::mt19937 random(7);
  for (int i = 0; i < 20'000; ++i) {
    std::string text = "$";
    for (auto size = random() % 12; size > 0; --size) {
      text += pieces[random() % pieces.size()];
    }
    text += "$";
    EXPECT_TRUE(is_well_formed(markup_with_math(text))) << text << "\n" << markup_with_math(text);
  }
}

}  // namespace
