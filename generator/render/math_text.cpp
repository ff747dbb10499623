#include "render/math_text.hpp"

#include "digest/html_tag.hpp"
#include "render/mathml.hpp"
#include "text/math_runs.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace render {

namespace {

/// The characters that Unicode has above and below the line.
struct Script {
  std::string_view plain;
  std::string_view above;
  std::string_view below;
};

constexpr auto kScripts = std::to_array<Script>(
    {{"0", "⁰", "₀"}, {"1", "¹", "₁"}, {"2", "²", "₂"}, {"3", "³", "₃"}, {"4", "⁴", "₄"},
     {"5", "⁵", "₅"}, {"6", "⁶", "₆"}, {"7", "⁷", "₇"}, {"8", "⁸", "₈"}, {"9", "⁹", "₉"},
     {"+", "⁺", "₊"}, {"−", "⁻", "₋"}, {"=", "⁼", "₌"}, {"(", "⁽", "₍"}, {")", "⁾", "₎"},
     {"i", "ⁱ", "ᵢ"}, {"n", "ⁿ", "ₙ"}, {"a", "ᵃ", "ₐ"}, {"e", "ᵉ", "ₑ"}, {"k", "ᵏ", "ₖ"},
     {"m", "ᵐ", "ₘ"}, {"p", "ᵖ", "ₚ"}, {"t", "ᵗ", "ₜ"}, {"x", "ˣ", "ₓ"}, {"j", "ʲ", "ⱼ"},
     {"d", "ᵈ", ""},  {"∘", "°", ""},  {"′", "′", ""},  {"*", "*", ""},  {"∗", "*", ""}});

std::string_view script_of(std::string_view character, std::string_view Script::*place) {
  for (const Script& script : kScripts) {
    if (script.plain == character) {
      return script.*place;
    }
  }
  return {};
}

/// Each character of `plain` above or below the line; nothing if Unicode lacks one of them.
std::optional<std::string> set_as(std::string_view plain, std::string_view Script::*place) {
  std::string set;
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t size = text::code_point_at(plain, at).size;
    const std::string_view character = script_of(plain.substr(at, size), place);
    if (character.empty()) {
      return std::nullopt;
    }
    set += character;
    at += size;
  }
  return set;
}

/// What text::html_escape made of it undone.
std::string unescaped(std::string_view html) {
  std::string plain;
  for (std::size_t at = 0; at < html.size();) {
    const auto entity = html[at] == '&' ? digest::html_entity_at(html, at) : std::nullopt;
    plain += entity ? std::string_view(entity->text) : html.substr(at, 1);
    at += entity ? entity->size : 1;
  }
  return plain;
}

/// In brackets where more than one character would be taken for less: (a+b)/c.
std::string grouped(const std::string& part) {
  const bool is_single = text::count_code_points(part) == 1;
  return is_single ? part : "(" + part + ")";
}

/// Reads the markup that tex_to_mathml writes, and no other.
class FormulaText {
 public:
  explicit FormulaText(std::string_view mathml) : mathml_(mathml) {}

  /// Nothing if there is an element that a line of characters cannot say.
  std::optional<std::string> read() && {
    std::string all;
    for (const std::string& part : parts()) {
      append(all, part);
    }
    return failed_ ? std::nullopt : std::optional(std::move(all));
  }

 private:
  /// `log` and what follows it are two words.
  static void append(std::string& all, const std::string& part) {
    const bool after_word =
        all.size() > 1 && is_letter(all.back()) && is_letter(all[all.size() - 2]);
    if (after_word && !part.empty() && is_letter(part.front())) {
      all += ' ';
    }
    all += part;
  }

  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  /// The elements up to the end tag of the one they stand in, which is taken.
  std::vector<std::string> parts() {
    std::vector<std::string> found;
    while (at_ < mathml_.size() && !mathml_.substr(at_).starts_with("</")) {
      found.push_back(element());
    }
    at_ = std::min(mathml_.size(), mathml_.find('>', at_) + 1);
    return found;
  }

  std::string element() {
    const std::size_t end = mathml_.find('>', at_);
    std::string_view name = mathml_.substr(at_ + 1, end - at_ - 1);
    name = name.substr(0, name.find(' '));
    at_ = end + 1;
    if (name == "mi" || name == "mn" || name == "mo" || name == "mtext") {
      const std::size_t close = mathml_.find('<', at_);
      const std::string_view content = mathml_.substr(at_, close - at_);
      at_ = mathml_.find('>', close) + 1;
      return unescaped(content);
    }
    const std::vector<std::string> inner = parts();
    if (name == "mrow") {
      std::string row;
      for (const std::string& part : inner) {
        append(row, part);
      }
      return row;
    }
    return name == "mspace" ? " " : composed(name, inner);
  }

  std::string composed(std::string_view name, const std::vector<std::string>& inner) {
    std::optional<std::string> text;
    if (name == "msup") {
      text = with(inner[0], set_as(inner[1], &Script::above));
    } else if (name == "msub") {
      text = with(inner[0], set_as(inner[1], &Script::below));
    } else if (name == "msubsup") {
      text = with(inner[0], set_as(inner[1], &Script::below));
      text = text ? with(*text, set_as(inner[2], &Script::above)) : text;
    } else if (name == "mfrac") {
      text = grouped(inner[0]) + "/" + grouped(inner[1]);
    } else if (name == "msqrt") {
      text = "√" + grouped(inner[0]);
    }
    failed_ = failed_ || !text;
    return text.value_or("");
  }

  static std::optional<std::string> with(const std::string& base,
                                         const std::optional<std::string>& script) {
    return script ? std::optional(base + *script) : std::nullopt;
  }

  std::string_view mathml_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

std::string text_with_math(std::string_view text) {
  if (!text::may_hold_math(text)) {
    return std::string(text);
  }
  std::string plain;
  for (const text::TextRun& run : text::split_math(text)) {
    const bool is_formula = run.kind != text::TextRun::Kind::text;
    const std::optional<std::string> mathml =
        is_formula ? tex_to_mathml(run.content) : std::nullopt;
    plain += mathml ? FormulaText(*mathml).read().value_or(std::string(run.source))
                    : std::string(run.source);
  }
  return plain;
}

}  // namespace render
