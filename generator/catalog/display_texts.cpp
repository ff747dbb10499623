#include "catalog/display_texts.hpp"

#include "text/math_runs.hpp"
#include "text/tex_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace catalog {

namespace {

struct TextField {
  const char* name;
  std::string digest::Paper::*text;
};

constexpr auto kTexts = std::to_array<TextField>({{"title", &digest::Paper::title},
                                                  {"title_zh", &digest::Paper::title_zh},
                                                  {"tldr", &digest::Paper::tldr},
                                                  {"motivation", &digest::Paper::motivation},
                                                  {"method", &digest::Paper::method},
                                                  {"advantage", &digest::Paper::advantage},
                                                  {"abstract", &digest::Paper::abstract},
                                                  {"abstract_zh", &digest::Paper::abstract_zh},
                                                  {"venue", &digest::Paper::venue},
                                                  {"remark", &digest::Paper::remark}});

struct ListField {
  const char* name;
  std::vector<std::string> digest::Paper::*texts;
};

constexpr auto kLists = std::to_array<ListField>({{"authors", &digest::Paper::authors},
                                                  {"affiliations", &digest::Paper::affiliations},
                                                  {"key_points", &digest::Paper::key_points}});

/// The sources of the mathematics in `text`, in order.
std::vector<std::string_view> formulas_of(std::string_view text) {
  std::vector<std::string_view> formulas;
  for (const text::TextRun& run : text::split_math(text)) {
    if (run.kind != text::TextRun::Kind::text) {
      formulas.push_back(run.source);
    }
  }
  return formulas;
}

/// `source` as it is shown, if that differs.
std::optional<std::string> shown(const std::string& source) {
  if (!text::may_hold_tex(source)) {
    return std::nullopt;
  }
  std::string decoded = text::decode_tex(source);
  // `\$x\$` is no mathematics, but `$x$` would be taken for it when the page is made.
  if (decoded == source || formulas_of(decoded) != formulas_of(source)) {
    return std::nullopt;
  }
  return decoded;
}

void decode(std::string& text, const char* field, std::size_t index,
            std::vector<SourceWording>& wordings) {
  if (std::optional<std::string> decoded = shown(text)) {
    wordings.push_back({field, index, std::exchange(text, *std::move(decoded))});
  }
}

}  // namespace

void decode_texts(CatalogPaper& paper) {
  for (const TextField& field : kTexts) {
    decode(paper.record.*field.text, field.name, 0, paper.wordings);
  }
  for (const ListField& field : kLists) {
    std::vector<std::string>& texts = paper.record.*field.texts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      decode(texts[i], field.name, i, paper.wordings);
    }
  }
}

digest::Paper record_as_written(const CatalogPaper& paper) {
  digest::Paper record = paper.record;
  for (const SourceWording& wording : paper.wordings) {
    const auto* const text = std::ranges::find(kTexts, wording.field, &TextField::name);
    if (text != kTexts.end()) {
      record.*text->text = wording.text;
      continue;
    }
    const auto* const list = std::ranges::find(kLists, wording.field, &ListField::name);
    if (list != kLists.end()) {
      (record.*list->texts)[wording.index] = wording.text;
    }
  }
  return record;
}

}  // namespace catalog
