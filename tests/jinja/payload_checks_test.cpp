// What the payload tests rely on sees what it has to see.
#include "jinja/payloads/addresses.hpp"
#include "jinja/payloads/compare_code.hpp"
#include "jinja/payloads/compare_pages.hpp"
#include "jinja/payloads/markup_tree.hpp"
#include "jinja/payloads/payload_table.hpp"
#include "jinja/payloads/script_tokens.hpp"
#include "jinja/payloads/style_tokens.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

using payloads::ScriptToken;
using payloads::StyleToken;

/// What is said about a page that shows "v" where another shows the marker.
std::vector<std::string> complaints(const std::string& marked, const std::string& page,
                                    std::set<std::string, std::less<>> rules = {}) {
  const payloads::Context context{"test.html", "", std::move(rules)};
  return payloads::compare_pages(payloads::parse_html(marked), payloads::parse_html(page),
                                 {.context = &context, .value = "v"});
}

TEST(ComparePages, AcceptsAValueThatIsOnlyShown) {
  EXPECT_EQ(complaints("<p title='qzmarker'>a qzmarker</p>", "<p title='v'>a v</p>"),
            std::vector<std::string>());
  EXPECT_EQ(complaints("<script>f('qzmarker')</script>", "<script>f('\\u0076')</script>"),
            std::vector<std::string>());
  EXPECT_EQ(complaints("<a href='/qzmarker'>a</a>", "<a href='/v'>a</a>"),
            std::vector<std::string>());
}

struct Escape {
  const char* marked;
  const char* page;
};

class BrokenPages : public testing::TestWithParam<Escape> {};

TEST_P(BrokenPages, AreNoticed) {
  EXPECT_NE(complaints(GetParam().marked, GetParam().page), std::vector<std::string>());
}

INSTANTIATE_TEST_SUITE_P(
    ComparePages, BrokenPages,
    testing::Values(
        Escape{"<p>qzmarker</p>", "<p>w</p>"}, Escape{"<p>qzmarker</p>", "<p><b>v</b></p>"},
        Escape{"<p>qzmarker</p>", "<p>v<!-- --></p>"},
        Escape{"<p title=qzmarker>a</p>", "<p title=v id=b>a</p>"},
        Escape{"<p title=qzmarker>a</p>", "<p title=w>a</p>"},
        Escape{"<!-- qzmarker -->", "<!-- v --><img>"},
        Escape{"<title>qzmarker</title>", "<title>v</title><script></script>"},
        Escape{"<a href='qzmarker'>a</a>", "<a href='java\tscript:v'>a</a>"},
        Escape{"<a href='qzmarker'>a</a>", "<a href='\x01 data:v'>a</a>"},
        Escape{"<a href='qzmarker'>a</a>", "<a href='java&#115;cript:v'>a</a>"},
        Escape{"<a href='/b/qzmarker'>a</a>", "<a href='//v'>a</a>"},
        Escape{"<img srcset='/a 1x, qzmarker 2x'>", "<img srcset='/a 1x, javascript:v 2x'>"},
        Escape{"<svg><set to='qzmarker'/></svg>", "<svg><set to='javascript:v'/></svg>"},
        Escape{"<meta http-equiv=refresh content='0; url=qzmarker'>",
               "<meta http-equiv=refresh content='0; url=data:v'>"},
        Escape{"<iframe srcdoc='qzmarker'></iframe>", "<iframe srcdoc='<b>v</b>'></iframe>"},
        Escape{"<p onclick='f(\"qzmarker\")'>a</p>", "<p onclick='f(\"v\")+g(\"\")'>a</p>"},
        Escape{"<script>f('qzmarker')</script>", "<script>f('')-v-f('')</script>"},
        Escape{"<script>f('qzmarker')</script>", "<script>f('\n')</script>"},
        Escape{"<script>f('qzmarker')</script>", "<script>f('w')</script>"},
        Escape{"<script>f(`qzmarker`)</script>", "<script>f(`${v}`)</script>"},
        Escape{"<script>f(/qzmarker/)</script>", "<script>f(/v/,v/1)</script>"},
        Escape{"<script>/*qzmarker*/</script>", "<script>/*v*/v/**/</script>"},
        Escape{"<script>//qzmarker\n</script>", "<script>//\xE2\x80\xA8v\n</script>"},
        Escape{"<script type='application/json'>[\"qzmarker\"]</script>",
               "<script type='application/json'>[\"v\", 1]</script>"},
        Escape{"<style>p { color: qzmarker }</style>", "<style>p { color: v; b: c }</style>"},
        Escape{"<style>p { color: qzmarker }</style>", "<style>p { color: v(1) }</style>"},
        Escape{"<style>p { color: qzmarker }</style>", "<style>p { color: u\\72l(v) }</style>"},
        Escape{"<style>p { quotes: 'qzmarker' }</style>", "<style>p { quotes: 'v' } '</style>"},
        Escape{"<style>p { quotes: 'qzmarker' }</style>", "<style>p { quotes: '\n' }</style>"},
        Escape{"<p style='color: qzmarker'>a</p>", "<p style='color: v; top: 0'>a</p>"},
        Escape{"<p style='top: url(qzmarker)'>a</p>", "<p style='top: url(data:v)'>a</p>"}));

TEST(ComparePages, NoticesNamesThatAct) {
  const std::set<std::string, std::less<>> names = {"names"};

  EXPECT_EQ(complaints("<b>v</b>", "<span id=c>v</span>", names), std::vector<std::string>());
  EXPECT_NE(complaints("<b>v</b>", "<script>v</script>", names), std::vector<std::string>());
  EXPECT_NE(complaints("<b>v</b>", "<b onclick=v>v</b>", names), std::vector<std::string>());
  EXPECT_NE(complaints("<b>v</b>", "<a href=data:v>v</a>", names), std::vector<std::string>());
}

TEST(ScriptTokens, TellsCodeFromData) {
  using Kind = ScriptToken::Kind;
  const auto tokens = payloads::script_tokens("a = '\\x41\\u0042\\'' / /[/]/ // c\n`d${e}f`");

  EXPECT_EQ(tokens, (std::vector<ScriptToken>{{Kind::word, "a"},
                                              {Kind::mark, "="},
                                              {Kind::string, "AB'"},
                                              {Kind::mark, "/"},
                                              {Kind::regex, ""},
                                              {Kind::comment, ""},
                                              {Kind::template_text, "d"},
                                              {Kind::mark, "${"},
                                              {Kind::word, "e"},
                                              {Kind::mark, "}"},
                                              {Kind::template_text, "f"}}));
}

TEST(StyleTokens, TellsWhatActsFromWhatIsShown) {
  using Kind = StyleToken::Kind;
  const auto tokens = payloads::style_tokens("@IMPORT 'a\\62 '; p { top: u\\72L( c\\64 ) 1px }");

  EXPECT_EQ(tokens, (std::vector<StyleToken>{{Kind::at_word, "import"},
                                             {Kind::string, "ab"},
                                             {Kind::mark, ";"},
                                             {Kind::mark, "{"},
                                             {Kind::mark, ":"},
                                             {Kind::url, "cd"},
                                             {Kind::mark, "}"}}));
}

TEST(Addresses, AreReadAsTheLaxestBrowserReadsThem) {
  EXPECT_EQ(payloads::scheme_of(" \x01JaVa\nScript\t:x"), "javascript");
  EXPECT_EQ(payloads::scheme_of("/a:b"), "");
  EXPECT_EQ(payloads::scheme_of("12:30"), "");
  EXPECT_EQ(payloads::refresh_address(" 0;URL = 'data:x' y"), "data:x");
  EXPECT_EQ(payloads::refresh_address("javascript:x"), "");
  EXPECT_TRUE(payloads::is_harmless_address("HTTPS://e.org"));
  EXPECT_FALSE(payloads::is_harmless_address("about:blank"));
}

TEST(PayloadTable, ReadsEscapes) {
  EXPECT_EQ(payloads::unescaped("a\\x0Ab\\u00E9\\\\\\(3 -\\)\\t"), "a\nb\xC3\xA9\\---\t");
}

}  // namespace
