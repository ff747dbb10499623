#include "digest/identifiers.hpp"

#include "digest/acl_id.hpp"

#include <gtest/gtest.h>

namespace {

using digest::canonical_url;
using digest::find_arxiv_id;
using digest::find_doi;
using digest::find_openreview_id;
using digest::normalised_title;
using digest::paper_identity;

TEST(FindArxivId, KnowsEveryFormOfAModernNumber) {
  for (const char* form : {"https://arxiv.org/abs/2302.02801",
                           "http://arxiv.org/abs/2302.02801v2",
                           "https://www.arxiv.org/abs/2302.02801",
                           "https://arxiv.org/pdf/2302.02801",
                           "https://arxiv.org/pdf/2302.02801v12.pdf",
                           "https://arxiv.org/html/2302.02801v1",
                           "https://arxiv.org/abs/2302.02801?context=cs.LG",
                           "https://arxiv.org/abs/2302.02801#S1",
                           "https://arxiv.org:443/abs/2302.02801",
                           "HTTPS://ArXiv.org/abs/2302.02801/",
                           "https://export.arxiv.org/abs/2302.02801",
                           "https://cn.arxiv.org/abs/2302.02801",
                           "https://xxx.itp.ac.cn/abs/2302.02801",
                           "https://ar5iv.org/abs/2302.02801",
                           "https://ar5iv.labs.arxiv.org/html/2302.02801",
                           "https://www.alphaxiv.org/abs/2302.02801",
                           "https://huggingface.co/papers/2302.02801",
                           "https://www.arxiv-vanity.com/papers/2302.02801/",
                           "https://doi.org/10.48550/arXiv.2302.02801",
                           "arXiv:2302.02801v3",
                           "arxiv: 2302.02801",
                           "arxiv.org/abs/2302.02801",
                           "2302.02801",
                           " https://arxiv.org/abs/2302.02801 "}) {
    EXPECT_EQ(find_arxiv_id(form), "2302.02801") << form;
  }
  EXPECT_EQ(find_arxiv_id("https://arxiv.org/abs/0704.0001"), "0704.0001");
}

TEST(FindArxivId, KnowsNumbersOfTheOldStyle) {
  EXPECT_EQ(find_arxiv_id("https://arxiv.org/abs/hep-th/9901001v2"), "hep-th/9901001");
  EXPECT_EQ(find_arxiv_id("https://arxiv.org/pdf/math.GT/0309136"), "math/0309136");
  EXPECT_EQ(find_arxiv_id("arXiv:cond-mat/0601001"), "cond-mat/0601001");
}

TEST(FindArxivId, KnowsMirrorsAndCarelessForms) {
  for (const char* form :
       {"https://papers.cool/arxiv/2302.02801", "https://scirate.com/arxiv/2302.02801",
        "https://www.emergentmind.com/papers/2302.02801", "https://hf.co/papers/2302.02801",
        "https://arxiv.org//abs/2302.02801", "https://arxiv.org/abs//2302.02801",
        "http://export.arxiv.org/pdf/2302.02801v1.pdf", "https://browse.arxiv.org/pdf/2302.02801",
        "https://www.alphaxiv.org/overview/2302.02801v1", "https://arxiv.org/abs/2302.02801v2.pdf",
        "https://cn.arxiv.org/pdf/2302.02801.pdf"}) {
    EXPECT_EQ(find_arxiv_id(form), "2302.02801") << form;
  }
  for (const char* form :
       {"https://arxiv.org/abs/cs/0112017", "http://arxiv.org/abs/cs.LG/0112017v1",
        "arXiv:CS/0112017", "cs/0112017", "https://doi.org/10.48550/arXiv.cs/0112017"}) {
    EXPECT_EQ(find_arxiv_id(form), "cs/0112017") << form;
  }
  EXPECT_EQ(find_arxiv_id("arXiv:hepth/9901001"), "hep-th/9901001");
  EXPECT_EQ(find_arxiv_id("math.AG/0601001"), "math/0601001");
  EXPECT_EQ(find_arxiv_id("https://arxiv.org/abs/2302.00000"), std::nullopt);
}

TEST(FindAclId, KnowsEveryForm) {
  for (const char* form :
       {"https://aclanthology.org/P18-1007/", "https://aclanthology.org/P18-1007.pdf",
        "https://www.aclanthology.org/P18-1007v2.pdf", "http://aclweb.org/anthology/P18-1007",
        "https://www.aclweb.org/anthology/P18-1007.pdf",
        "http://www.aclweb.org/anthology/P/P18/P18-1007.pdf",
        "https://aclanthology.info/papers/P18-1007/p18-1007",
        "https://doi.org/10.18653/v1/P18-1007", "10.3115/v1/p18-1007"}) {
    EXPECT_EQ(digest::find_acl_id(form), "P18-1007") << form;
  }
  EXPECT_EQ(digest::find_acl_id("https://aclanthology.org/2020.acl-main.1.pdf"), "2020.acl-main.1");
  EXPECT_EQ(digest::find_acl_id("https://doi.org/10.18653/v1/2020.acl-main.1"), "2020.acl-main.1");
  for (const char* other :
       {"https://aclanthology.org/", "https://aclanthology.org/volumes/P18-1/",
        "https://aclanthology.org/events/acl-2020/", "https://example.org/P18-1007",
        "https://aclanthology.org/P18-10071/", "https://aclanthology.org/2020.acl-main.0x/",
        "https://doi.org/10.1162/tacl_a_00001", "P18-1007", ""}) {
    EXPECT_EQ(digest::find_acl_id(other), std::nullopt) << other;
  }
}

TEST(FindArxivId, TakesNothingElseForANumber) {
  for (const char* other :
       {"https://example.org/abs/2302.02801", "https://arxiv.org/abs/2313.02801",
        "https://arxiv.org/abs/2302.028", "https://arxiv.org/abs/2302.028012",
        "https://arxiv.org/list/cs.LG/2302", "https://arxiv.org", "https://arxiv.org/abs/",
        "https://notarxiv.org/abs/2302.02801", "Section 2302.02801x", "", "10.1000/2302.02801"}) {
    EXPECT_EQ(find_arxiv_id(other), std::nullopt) << other;
  }
}

TEST(FindDoi, KnowsItsForms) {
  for (const char* form :
       {"https://doi.org/10.1162/tacl_a_00001", "http://dx.doi.org/10.1162/TACL_a_00001",
        "doi:10.1162/tacl_a_00001", "DOI: 10.1162/tacl_a_00001", "10.1162/tacl_a_00001",
        "https://direct.mit.edu/doi/abs/10.1162/tacl_a_00001",
        "https://doi.org/10.1162%2Ftacl_a_00001", "https://doi.org/10.1162/tacl_a_00001?x=1"}) {
    EXPECT_EQ(find_doi(form), "10.1162/tacl_a_00001") << form;
  }
  EXPECT_EQ(find_doi("https://dl.acm.org/doi/10.1145/3459637.3482253"), "10.1145/3459637.3482253");
  EXPECT_EQ(find_doi("https://example.org/10.1162/x"), std::nullopt);
  EXPECT_EQ(find_doi("https://doi.org/"), std::nullopt);
}

TEST(FindOpenreviewId, KnowsForumAndPdf) {
  EXPECT_EQ(find_openreview_id("https://openreview.net/forum?id=Ab3_dE-f&noteId=x"), "Ab3_dE-f");
  EXPECT_EQ(find_openreview_id("https://openreview.net/pdf?id=Ab3_dE-f"), "Ab3_dE-f");
  EXPECT_EQ(find_openreview_id("https://openreview.net/forum"), std::nullopt);
  EXPECT_EQ(find_openreview_id("https://openreview.net/profile?id=~A_B1"), std::nullopt);
}

TEST(CanonicalUrl, IsOneForAllSpellings) {
  for (const char* form :
       {"https://example.org/a/b", "http://Example.org/a/b/", "https://www.example.org:443/a/b",
        "https://example.org/a/b#top", "https://example.org/a/b?utm_source=x"}) {
    EXPECT_EQ(canonical_url(form), "https://example.org/a/b") << form;
  }
  EXPECT_EQ(canonical_url("https://example.org/A?x=1&utm_medium=y&z=2"),
            "https://example.org/A?x=1&z=2");
  EXPECT_EQ(canonical_url("ftp://example.org/a"), "");
}

TEST(NormalisedTitle, ForgetsCaseMarksAndWidth) {
  EXPECT_EQ(normalised_title("  D-InLoc++:  Indoor Ｌocalization? "),
            "d inloc indoor localization");
  EXPECT_EQ(normalised_title("会数错误的网络"), "会数错误的网络");
}

TEST(PaperIdentity, AsksInOrder) {
  EXPECT_EQ(paper_identity("http://arxiv.org/pdf/2302.02801v2", "T"), "2302.02801");
  EXPECT_EQ(paper_identity("https://aclanthology.org/P18-1007/", "T"), "acl:P18-1007");
  EXPECT_EQ(paper_identity("https://doi.org/10.18653/v1/P18-1007", "T"), "acl:P18-1007");
  EXPECT_EQ(paper_identity("https://doi.org/10.1162/A", "T"), "doi:10.1162/a");
  EXPECT_EQ(paper_identity("https://openreview.net/pdf?id=X", "T"), "openreview:X");
  EXPECT_EQ(paper_identity("http://example.org/a.pdf", "T"), "url:https://example.org/a.pdf");
  EXPECT_EQ(paper_identity("", "The Title!"), "title:the title");
}

TEST(ArxivMonth, ReadsYearAndMonth) {
  EXPECT_EQ(digest::arxiv_month("2302.02801"), 202302);
  EXPECT_EQ(digest::arxiv_month("hep-th/9901001"), 199901);
  EXPECT_EQ(digest::arxiv_month("math/0309136"), 200309);
  EXPECT_EQ(digest::arxiv_month(""), 0);
}

}  // namespace
