#include "digest/html_tag.hpp"

#include "digest/script.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace digest {

namespace {

constexpr std::array<std::string_view, 20> kInlineTags = {
    "b",   "strong", "i",    "em",     "u",       "s",   "del",  "ins",   "code",    "sub",
    "sup", "span",   "font", "center", "details", "kbd", "mark", "small", "summary", "abbr"};
constexpr std::array<std::string_view, 8> kBreakTags = {"br", "p",   "li", "ul",
                                                        "ol", "div", "hr", "dl"};
constexpr std::size_t kMaxEntitySize = 12;

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kEntities = {{
    {"amp", "&"},
    {"lt", "<"},
    {"gt", ">"},
    {"quot", "\""},
    {"apos", "'"},
    {"nbsp", "\u00A0"},
    {"ndash", "–"},
    {"mdash", "—"},
    {"hellip", "…"},
    {"times", "×"},
    {"rsquo", "’"},
    {"lsquo", "‘"},
    {"rdquo", "”"},
    {"ldquo", "“"},
}};

bool is_name_byte(char c) {
  return is_lower(c) || is_capital(c) || is_digit(c);
}

/// Where the tag ends whose inside is `body`: at a `>` outside of quotes.
std::size_t find_close(std::string_view body) {
  char quote = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const char c = body[i];
    if (quote != 0) {
      quote = c == quote ? '\0' : quote;
    } else if (c == '>') {
      return i;
    } else if (c == '<') {
      break;
    } else if ((c == '"' || c == '\'') && i > 0 && body[i - 1] == '=') {
      quote = c;
    }
  }
  return std::string_view::npos;
}

/// The value of `href` among `attributes`.
std::string_view href_of(std::string_view attributes) {
  const std::string lower = text::ascii_lower(attributes);
  const std::size_t name = lower.find("href");
  if (name == std::string::npos) {
    return {};
  }
  std::string_view rest = text::trim(attributes.substr(name + std::string_view("href").size()));
  if (!rest.starts_with('=')) {
    return {};
  }
  rest = text::trim_left(rest.substr(1));
  if (rest.starts_with('"') || rest.starts_with('\'')) {
    const std::size_t end = rest.find(rest.front(), 1);
    return text::trim(rest.substr(1, end == std::string_view::npos ? end : end - 1));
  }
  return rest.substr(0, rest.find_first_of(" \t\r\n"));
}

TagKind kind_of(std::string_view name, bool closes) {
  const auto is_in = [name](const auto& names) {
    return std::ranges::find(names, name) != names.end();
  };
  if (name == "a") {
    return closes ? TagKind::anchor_end : TagKind::anchor;
  }
  if (name == "img") {
    return TagKind::image;
  }
  if (is_in(kBreakTags)) {
    return TagKind::line_break;
  }
  return is_in(kInlineTags) ? TagKind::inline_tag : TagKind::none;
}

}  // namespace

HtmlTag html_tag_at(std::string_view text, std::size_t offset) {
  std::string_view body = text.substr(offset + 1, kMaxTagSize);
  const bool closes = body.starts_with('/');
  body.remove_prefix(closes ? 1 : 0);
  std::size_t name_end = 0;
  while (name_end < body.size() && is_name_byte(body[name_end])) {
    ++name_end;
  }
  if (name_end == 0) {
    return {};
  }
  const TagKind kind = kind_of(text::ascii_lower(body.substr(0, name_end)), closes);
  // Behind the name stands a blank, a slash or the end: `<b-tree>` is text.
  const bool ends = name_end < body.size() &&
                    std::string_view(" \t\n/>").find(body[name_end]) != std::string_view::npos;
  const std::size_t close =
      kind == TagKind::none || !ends ? std::string_view::npos : find_close(body);
  if (close == std::string_view::npos) {
    return {};
  }
  return {.kind = kind,
          .size = 1 + (closes ? 1 : 0) + close + 1,
          .address = kind == TagKind::anchor ? href_of(body.substr(name_end, close - name_end))
                                             : std::string_view()};
}

std::optional<HtmlEntity> html_entity_at(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset + 1, kMaxEntitySize);
  const std::size_t end = rest.find(';');
  if (end == std::string_view::npos || end == 0) {
    return std::nullopt;
  }
  std::string_view name = rest.substr(0, end);
  HtmlEntity entity{.text = {}, .size = end + 2};
  if (name.front() != '#') {
    const auto* const known =
        std::ranges::find(kEntities, name, [](const auto& pair) { return pair.first; });
    if (known == kEntities.end()) {
      return std::nullopt;
    }
    entity.text = known->second;
    return entity;
  }
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  name.remove_prefix(hex ? 1 : 0);
  std::uint32_t value = 0;
  const auto [stop, error] =
      std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
  const bool valid = error == std::errc() && stop == name.data() + name.size() && value >= 0x20 &&
                     value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  if (!valid) {
    return std::nullopt;
  }
  text::append_utf8(entity.text, static_cast<char32_t>(value));
  return entity;
}

}  // namespace digest
