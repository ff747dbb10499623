#include "render/card_fonts.hpp"

#include "render/math_text.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace render {

namespace {

using catalog::Appearance;

/// The interface strings on a card: its date and how many papers there are.
constexpr std::array<std::string_view, 4> kShownStrings = {"date_long", "date_month",
                                                           "papers_count", "papers_count_one"};

bool is_featured(const Appearance& appearance) {
  return appearance.section == digest::Section::featured;
}

/// `语 (U+8BED)`
std::string shown(char32_t value) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string digits;
  for (auto rest = static_cast<std::uint32_t>(value); rest != 0 || digits.size() < 4; rest /= 16) {
    digits.insert(digits.begin(), kDigits[rest % 16]);
  }
  std::string character;
  text::append_utf8(character, value);
  return character + " (U+" + digits + ")";
}

}  // namespace

bool CardFonts::shows_all(std::string_view utf8) {
  bool all = true;
  for (std::size_t i = 0; i < utf8.size();) {
    const text::CodePoint point = text::code_point_at(utf8, i);
    if (!can_show_(point.value)) {
      missing_.insert(point.value);
      all = false;
    }
    i += point.size;
  }
  return all;
}

std::vector<bool> CardFonts::drawable_digests(const catalog::Catalog& catalog,
                                              const config::SiteConfig& config,
                                              const config::InterfaceStrings& strings) {
  if (!config.social_cards || config.base_url.empty()) {
    return {};
  }
  bool frame = shows_all(config.title);
  for (const std::string_view key : kShownStrings) {
    const std::string* const text = strings.find(key);
    frame = (text == nullptr || shows_all(*text)) && frame;
  }
  for (const auto* names :
       {&strings.weekdays, &strings.weekdays_short, &strings.months, &strings.months_short}) {
    for (const std::string& name : *names) {
      frame = shows_all(name) && frame;
    }
  }
  std::vector<bool> drawable(catalog.digests.size(), frame);
  for (std::size_t i = 0; i < drawable.size(); ++i) {
    const digest::Digest& head = catalog.digests[i].head;
    if (head.date.precision() != text::DatePrecision::day) {
      drawable[i] = shows_all(head.name) && drawable[i];  // Its page is called by it.
    }
    const std::vector<Appearance>& papers = catalog.digests[i].appearances;
    const bool some_featured = std::ranges::any_of(papers, is_featured);
    for (const Appearance& appearance : papers) {
      const digest::Paper& paper = catalog.papers[appearance.paper.value].record;
      const bool chinese = config.language == "zh" && !paper.title_zh.empty();
      if (is_featured(appearance) || !some_featured) {
        drawable[i] =
            shows_all(text_with_math(chinese ? paper.title_zh : paper.title)) && drawable[i];
      }
    }
  }
  return drawable;
}

std::optional<diagnostics::Diagnostic> CardFonts::complaint() const {
  if (missing_.empty()) {
    return std::nullopt;
  }
  std::string characters = shown(*missing_.begin());
  if (missing_.size() > 1) {
    const std::size_t rest = missing_.size() - 1;
    characters +=
        " and " + std::to_string(rest) + (rest == 1 ? " more character" : " more characters");
  }
  return diagnostics::Diagnostic{
      .severity = diagnostics::Severity::warning,
      .code = "render/missing-font",
      .where = {.path = "site.yaml"},
      .message = "no installed font has " + characters +
                 " of the social cards; days that need them have no card",
      .remedy =
          "install fonts that have them (fonts-noto-cjk has Chinese, fonts-noto-core most "
          "other scripts), or say social_cards: false"};
}

}  // namespace render
