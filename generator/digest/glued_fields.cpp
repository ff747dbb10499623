#include "digest/glued_fields.hpp"

#include "digest/author_names.hpp"
#include "digest/identifiers.hpp"
#include "digest/script.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>

namespace digest {

namespace {

/// An abstract has more words than this; fewer may be a Latin end of the Chinese text.
constexpr std::ptrdiff_t kFewWords = 8;

/// The text may close brackets and quotes behind the last ideograph; they belong to it.
std::size_t behind_closers(std::string_view text, std::size_t offset) {
  static constexpr std::array<std::string_view, 9> kClosers = {")", "]", "\"", "'", "”",
                                                               "’", ";", "?",  "!"};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view closer : kClosers) {
      if (text.substr(offset).starts_with(closer)) {
        offset += closer.size();
        found = true;
      }
    }
  }
  return offset;
}

/// Chinese, then Latin: behind the last Chinese sentence.
std::optional<std::size_t> chinese_latin(std::string_view text) {
  const std::size_t end = behind_closers(text, chinese_end(text));
  const std::string_view latin = text::trim(text.substr(end));
  if (end == 0 || latin.empty() || is_lower(latin.front())) {
    return std::nullopt;
  }
  const auto words = std::ranges::count(latin, ' ') + 1;
  const bool sentence = ends_sentence(text.substr(0, end));
  return words > (sentence ? 2 : kFewWords) ? std::optional(end) : std::nullopt;
}

/// The last place in `text` where a capital or a digit follows a lower-case letter without a
/// blank: "DiscoveryImDrug".
std::optional<std::size_t> last_lost_blank(std::string_view text) {
  for (std::size_t i = text.size(); i > 1; --i) {
    const char before = text[i - 2];
    const char after = text[i - 1];
    const bool lost = is_lower(before) && (is_capital(after) || is_digit(after));
    if (lost || (before == '?' && is_capital(after))) {
      return i - 1;
    }
  }
  return std::nullopt;
}

/// Both titles often begin with the same name, "ImDrug: A Benchmark…ImDrug:AI辅助…": where it comes
/// again. As the last word of the English title it does not count.
std::optional<std::size_t> repeated_name(std::string_view latin) {
  const std::string_view name = latin.substr(0, latin.find_first_of(": "));
  const std::size_t again = name.size() > 1 ? latin.rfind(name) : 0;
  if (again == 0 || again == std::string_view::npos) {
    return std::nullopt;
  }
  const bool has_colon = mark_size(latin, again + name.size(), ':') > 0;
  // "…via Action Diffusion扩散策略" but "…Annotation Tasks ChatGPT在文本": translators keep names
  // that are no plain words.
  const bool plain = std::all_of(name.begin() + 1, name.end(), is_lower);
  const bool glued = again + name.size() == latin.size() && (latin[again - 1] != ' ' || !plain);
  return has_colon || glued ? std::optional(again) : std::nullopt;
}

/// An English title, then a Chinese one that may itself begin with Latin words.
std::optional<std::size_t> latin_chinese(std::string_view text) {
  const std::size_t han = first_han(text);
  if (han == text.size() || han == 0) {
    return std::nullopt;
  }
  const std::string_view latin = text.substr(0, han);
  if (const auto again = repeated_name(latin)) {
    return again;
  }
  const std::size_t word = latin.rfind(' ') + 1;  // 0 if there is no blank
  if (const auto lost = last_lost_blank(latin.substr(word))) {
    return word + *lost;
  }
  const bool prefix = !latin.ends_with(' ') && std::ranges::count(latin.substr(word), ':') > 0;
  return prefix && word > 0 ? word : han;
}

/// Anything, then a web address that ends the text.
std::optional<std::size_t> any_address(std::string_view text, Shape left) {
  const std::size_t at = text.rfind("http");
  if (at == std::string_view::npos || at == 0) {
    return std::nullopt;
  }
  const std::string_view address = text.substr(at);
  const bool web = address.starts_with("http://") || address.starts_with("https://");
  if (!web || address.find(' ') != std::string_view::npos || has_han(address)) {
    return std::nullopt;
  }
  // "Code is at https://…" is part of the abstract: the paper's own address follows a sentence, or
  // is one where papers live.
  const std::string_view before = text::trim_right(text.substr(0, at));
  const bool part = left == Shape::latin && !ends_sentence(before) && !before.ends_with(')') &&
                    !before.ends_with('"') && !before.ends_with("”") && !is_digit(before.back());
  const bool own = find_arxiv_id(address) || find_openreview_id(address);
  return (part && !own) || address.ends_with('.') ? std::nullopt : std::optional(at);
}

std::optional<std::size_t> inside(std::optional<std::size_t> cut, std::string_view text) {
  return cut && *cut > 0 && *cut < text.size() ? cut : std::nullopt;
}

}  // namespace

bool ends_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kEnds = {"。", "；", "！", "？",
                                                            ";",  "!",  "?",  "."};
  return std::ranges::any_of(kEnds, [text](std::string_view end) { return text.ends_with(end); });
}

std::optional<std::size_t> closing_bracket(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t close = mark_size(text, i, ']');
    depth += mark_size(text, i, '[') > 0 ? 1 : 0;
    depth -= close > 0 ? 1 : 0;
    if (depth == 0) {
      return close > 0 ? std::optional(i + close) : std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> glue_between(std::string_view text, Shape left, Shape right,
                                        const NameMarks& marks) {
  if (left == Shape::bracketed) {
    return inside(closing_bracket(text), text);
  }
  switch (right) {
    case Shape::address:
      return any_address(text, left);
    case Shape::names:
      // The affiliations may be glued on, too.
      text = text.substr(0, find_literal(text, 1, "[").value_or(text.size()));
      return inside(find_name_list(text, chinese_end(text), marks), text);
    case Shape::bracketed: {
      const bool closed = text.ends_with(']') || text.ends_with("］");
      const auto bracket = find_literal(text, 0, "[");
      return closed || text.find(']') != std::string_view::npos ? inside(bracket, text)
                                                                : std::nullopt;
    }
    case Shape::chinese:
      return left == Shape::latin || left == Shape::names ? inside(latin_chinese(text), text)
                                                          : std::nullopt;
    case Shape::latin:
      return left == Shape::chinese ? inside(chinese_latin(text), text) : std::nullopt;
    case Shape::numbered:
    case Shape::emphasised:
    case Shape::parenthesised:
      break;
  }
  return std::nullopt;
}

std::optional<std::size_t> known_title_size(std::string_view text,
                                            std::span<const std::string_view> titles) {
  // Sorted, a title that begins `text` stands before it, and so does whatever else begins alike.
  for (std::string_view probe = text; !probe.empty();) {
    const auto after = std::ranges::upper_bound(titles, probe);
    if (after == titles.begin()) {
      break;
    }
    const std::string_view title = *(after - 1);
    if (text.starts_with(title)) {
      return title.size();
    }
    const auto common = std::ranges::mismatch(probe, title).in1 - probe.begin();
    probe = probe.substr(0, static_cast<std::size_t>(common));
  }
  return std::nullopt;
}

std::size_t end_of_broken_title(std::string_view text, const NameMarks& marks) {
  // "…for SpeechA Bose, …": a capital glued to a small letter, before the first comma.
  const std::string_view before_comma = text.substr(0, text.find(','));
  const auto is_glue = [](char before, char after) {
    return is_lower(before) && is_capital(after);
  };
  if (std::ranges::adjacent_find(before_comma, is_glue) == before_comma.end()) {
    return 0;
  }
  const std::string_view names = text.substr(0, find_literal(text, 1, "[").value_or(text.size()));
  const std::size_t cut = find_name_list(names, 0, marks).value_or(0);
  const bool glued = cut > 1 && is_lower(text[cut - 1]) && is_capital(text[cut]);
  return glued && text.substr(0, cut).find(',') == std::string_view::npos ? cut : 0;
}

}  // namespace digest
