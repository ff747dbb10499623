#include "catalog/category_names.hpp"

#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace catalog {

namespace {

struct KnownCategory {
  std::string_view code;
  std::string_view arxiv;
  std::string_view chinese;
  std::string_view english;
};

/// The tags that digests of this kind use. arXiv names and English ones by
/// https://arxiv.org/category_taxonomy; the Chinese ones as the digests' own legends have them, or
/// a translation where none does.
constexpr std::array kKnownCategories = {
    KnownCategory{"LG", "cs.LG", "机器学习", "Machine Learning"},
    KnownCategory{"CV", "cs.CV", "计算机视觉", "Computer Vision"},
    KnownCategory{"CL", "cs.CL", "计算与语言", "Computation and Language"},
    KnownCategory{"RO", "cs.RO", "机器人", "Robotics"},
    KnownCategory{"AS", "eess.AS", "音频与语音", "Audio and Speech Processing"},
    KnownCategory{"AI", "cs.AI", "人工智能", "Artificial Intelligence"},
    KnownCategory{"IR", "cs.IR", "信息检索", "Information Retrieval"},
    KnownCategory{"NE", "cs.NE", "神经与进化计算", "Neural and Evolutionary Computing"},
    KnownCategory{"SD", "cs.SD", "声音", "Sound"},
    KnownCategory{"GR", "cs.GR", "图形学", "Graphics"},
    KnownCategory{"HC", "cs.HC", "人机交互", "Human-Computer Interaction"},
    KnownCategory{"CR", "cs.CR", "密码学与安全", "Cryptography and Security"},
    KnownCategory{"SI", "cs.SI", "社会与信息网络", "Social and Information Networks"},
    KnownCategory{"IV", "eess.IV", "图像与视频处理", "Image and Video Processing"},
    KnownCategory{"SP", "eess.SP", "信号处理", "Signal Processing"},
    KnownCategory{"ML", "stat.ML", "统计机器学习", "Statistical Machine Learning"},
    KnownCategory{"QM", "q-bio.QM", "定量方法", "Quantitative Methods"},
};

/// The row of a tag, written as in digests or as on arXiv.
const KnownCategory* find_known(std::string_view key) {
  const auto* const row = std::ranges::find_if(kKnownCategories, [key](const KnownCategory& known) {
    return text::ascii_lower(known.code) == key || text::ascii_lower(known.arxiv) == key;
  });
  return row == kKnownCategories.end() ? nullptr : row;
}

bool is_letter_or_hyphen(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

/// `archive.SUBJECT`: `cs.LG`, `q-bio.QM`, `cond-mat.mes-hall`.
bool has_arxiv_form(std::string_view code) {
  const std::size_t dot = code.find('.');
  return dot != std::string_view::npos && dot > 0 && dot + 1 < code.size() &&
         std::ranges::all_of(code.substr(0, dot), is_letter_or_hyphen) &&
         std::ranges::all_of(code.substr(dot + 1), is_letter_or_hyphen);
}

}  // namespace

std::string category_key(const std::string& code) {
  return text::fold(text::collapse_whitespace(code));
}

CategoryNames::CategoryNames(std::span<const CatalogDigest> digests, const CatalogOptions& options)
    : english_(options.language == "en") {
  // The newest comes last and stays. A digest without a date cannot be the newest.
  const auto is_dated = [](const CatalogDigest& digest) { return digest.head.date.year != 0; };
  const auto undated = std::ranges::find_if_not(digests, is_dated);
  for (const CatalogDigest& digest : std::span(undated, digests.end())) {
    read_legend(digest.head.legend);
  }
  for (const CatalogDigest& digest : std::span(digests.begin(), undated)) {
    read_legend(digest.head.legend);
  }
  for (const auto& [code, name] : options.category_names) {
    name_of_key_.insert_or_assign(category_key(code), name);
  }
  for (const auto& [code, arxiv] : options.category_arxiv) {
    arxiv_of_key_.insert_or_assign(category_key(code), arxiv);
  }
}

void CategoryNames::read_legend(std::span<const digest::LegendEntry> legend) {
  for (const digest::LegendEntry& entry : legend) {
    const std::string key = category_key(entry.code);
    // An English page says what it can in English.
    const bool foreign = english_ && text::contains_han(entry.name) && find_known(key) != nullptr;
    if (!text::is_blank(entry.name) && !foreign) {
      name_of_key_.insert_or_assign(key, entry.name);
    }
  }
}

std::string CategoryNames::name_of(const std::string& code) const {
  const std::string key = category_key(code);
  if (const auto named = name_of_key_.find(key); named != name_of_key_.end()) {
    return named->second;
  }
  const KnownCategory* known = find_known(key);
  if (known == nullptr) {
    return {};
  }
  return std::string(english_ ? known->english : known->chinese);
}

std::string CategoryNames::arxiv_of(const std::string& code) const {
  const std::string key = category_key(code);
  if (const auto given = arxiv_of_key_.find(key); given != arxiv_of_key_.end()) {
    return given->second;
  }
  if (const KnownCategory* known = find_known(key)) {
    return std::string(known->arxiv);
  }
  return has_arxiv_form(code) ? code : std::string();
}

}  // namespace catalog
