#include "digest/link_labels.hpp"

#include "digest/web_address.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace digest {

namespace {

constexpr std::array<std::string_view, 7> kPaperLabels = {"paper", "arxiv", "abs",     "abstract",
                                                          "pdf",   "论文",  "论文链接"};

constexpr std::array<std::string_view, 8> kPlaceLabels = {
    "openreview", "doi", "acl", "html", "preprint", "论文地址", "原文", "原文链接"};

constexpr std::array<std::string_view, 59> kExtraLabels = {
    "code",         "github",        "gitlab",       "gitee",       "repo",         "repository",
    "源码",         "代码",          "开源",         "project",     "homepage",     "home",
    "project page", "project pages", "website",      "webpage",     "web",          "site",
    "项目",         "主页",          "项目主页",     "项目页",      "官网",         "blog",
    "post",         "博客",          "tweet",        "twitter",     "知乎",         "解读",
    "slides",       "poster",        "talk",         "video",       "youtube",      "bilibili",
    "视频",         "幻灯片",        "海报",         "demo",        "演示",         "colab",
    "hf",           "space",         "hugging face", "huggingface", "data",         "dataset",
    "datasets",     "数据",          "数据集",       "model",       "models",       "weights",
    "模型",         "权重",          "bibtex",       "appendix",    "supplementary"};

constexpr std::array<std::string_view, 7> kSilentLabels = {"",     "link", "here", "url",
                                                           "链接", "page", "click"};

/// Hosts that digests link to, and their names.
constexpr std::array<std::pair<std::string_view, std::string_view>, 38> kHosts = {{
    {"aclanthology.org", "ACL Anthology"},
    {"aclweb.org", "ACL"},
    {"alphaxiv.org", "alphaXiv"},
    {"ar5iv.labs.arxiv.org", "ar5iv"},
    {"ar5iv.org", "ar5iv"},
    {"arxiv.org", "arXiv"},
    {"bilibili.com", "bilibili"},
    {"biorxiv.org", "bioRxiv"},
    {"bsky.app", "Bluesky"},
    {"cn.arxiv.org", "arXiv"},
    {"colab.research.google.com", "Colab"},
    {"dl.acm.org", "ACM"},
    {"doi.org", "DOI"},
    {"drive.google.com", "Google Drive"},
    {"dx.doi.org", "DOI"},
    {"gitee.com", "Gitee"},
    {"github.com", "GitHub"},
    {"gitlab.com", "GitLab"},
    {"hf.co", "Hugging Face"},
    {"huggingface.co", "Hugging Face"},
    {"ieeexplore.ieee.org", "IEEE Xplore"},
    {"kaggle.com", "Kaggle"},
    {"medium.com", "Medium"},
    {"modelscope.cn", "ModelScope"},
    {"mp.weixin.qq.com", "微信"},
    {"openaccess.thecvf.com", "CVF"},
    {"openreview.net", "OpenReview"},
    {"papers.cool", "papers.cool"},
    {"papers.nips.cc", "NeurIPS"},
    {"paperswithcode.com", "Papers with Code"},
    {"proceedings.mlr.press", "PMLR"},
    {"semanticscholar.org", "Semantic Scholar"},
    {"twitter.com", "Twitter"},
    {"x.com", "X"},
    {"youtu.be", "YouTube"},
    {"youtube.com", "YouTube"},
    {"zhihu.com", "知乎"},
    {"zhuanlan.zhihu.com", "知乎"},
}};

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& labels, std::string_view label) {
  return std::ranges::find(labels, label) != labels.end();
}

std::string_view name_of_host(std::string_view host) {
  const auto* const known =
      std::ranges::find(kHosts, host, [](const auto& entry) { return entry.first; });
  return known == kHosts.end() ? std::string_view() : known->second;
}

}  // namespace

LabelKind label_kind(std::string_view label) {
  const std::string name = text::ascii_lower(text::collapse_whitespace(label));
  if (contains(kPaperLabels, name)) {
    return LabelKind::paper;
  }
  if (contains(kPlaceLabels, name)) {
    return LabelKind::place;
  }
  if (contains(kExtraLabels, name)) {
    return LabelKind::extra;
  }
  return contains(kSilentLabels, name) ? LabelKind::silent : LabelKind::unknown;
}

std::span<const std::string_view> paper_labels() {
  return kPaperLabels;
}

std::string tidy_label(std::string_view label) {
  label = text::trim(label);
  if (label.starts_with('[') && label.ends_with(']')) {
    label = text::trim(label.substr(1, label.size() - 2));
  }
  if (label.ends_with(')') && label.find('(') == std::string_view::npos) {
    label = text::trim(label.substr(0, label.size() - 1));
  }
  return text::collapse_whitespace(label);
}

bool is_linked_host(std::string_view host) {
  return !name_of_host(host).empty();
}

std::string label_of_host(std::string_view url) {
  const std::optional<WebAddress> address = split_address(url);
  if (!address) {
    return {};
  }
  const std::string_view name = name_of_host(address->host);
  return name.empty() ? address->host : std::string(name);
}

}  // namespace digest
