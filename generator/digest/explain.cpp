#include "digest/explain.hpp"

#include "text/json_escape.hpp"
#include "text/unicode.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <string_view>

namespace digest {

namespace {

/// Longer lines are cut in the listing for people: it is there to be looked over.
constexpr std::size_t kShownCharacters = 60;

std::string_view text_of(const text::SourceText& source, const Claim& claim) {
  return text::trim(source.bytes().substr(claim.offset, claim.size));
}

/// The escape sequence that begins a claim's colour: fields green, the head blue, noise and blank
/// lines faint, what is unclaimed red.
std::string_view colour_of(const std::string& kind) {
  if (kind == "unclaimed") {
    return "\x1b[1;31m";
  }
  if (kind == "blank" || kind.starts_with("noise:")) {
    return "\x1b[2m";
  }
  return kind.starts_with("head:") ? "\x1b[34m" : "\x1b[32m";
}

/// Text of a digest for a terminal: what it may understand as a command is shown as a dot.
std::string printable(std::string_view text) {
  std::string out(text);
  std::ranges::replace_if(
      out, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '.');
  return out;
}

void append_column(std::string& out, std::string_view text, std::size_t width) {
  out += text;
  out.append(width > text.size() ? width - text.size() : 0, ' ');
}

}  // namespace

std::string explain_as_text(const text::SourceText& source, const ParsedDigest& parsed,
                            diagnostics::Colour colour) {
  const bool in_colour = colour == diagnostics::Colour::yes;
  const std::string format = parsed.format_name.empty() ? "unknown" : parsed.format_name;
  std::string out = "format: " + format;
  out += parsed.format_reason.empty() ? "\n" : " (" + parsed.format_reason + ")\n";
  const std::size_t digits = std::max<std::size_t>(std::to_string(source.line_count()).size(), 4);
  for (const Claim& claim : parsed.claims) {
    const std::string line = std::to_string(source.place_of(claim.offset).line);
    out.append(digits - std::min(digits, line.size()), ' ');
    out += line + "  ";
    append_column(out, claim.paper == 0 ? "-" : "#" + std::to_string(claim.paper), 5);
    const std::string_view text = text_of(source, claim);
    out += in_colour ? colour_of(claim.kind) : std::string_view();
    const std::string_view end_of_colour = in_colour ? "\x1b[0m" : "";
    if (text.empty()) {
      out += claim.kind;
      out += end_of_colour;
      out += "\n";
      continue;
    }
    append_column(out, claim.kind, 18);
    out += end_of_colour;
    const std::string_view shown = text.substr(
        0, text::grapheme_prefix_size(text.substr(0, 8 * kShownCharacters), kShownCharacters));
    out += " ";
    out += in_colour ? printable(shown) : std::string(shown);
    out += shown.size() < text.size() ? "…\n" : "\n";
  }
  return out;
}

std::string explain_as_json(const text::SourceText& source, const ParsedDigest& parsed) {
  std::string out;
  for (const Claim& claim : parsed.claims) {
    out += "{\"line\":" + std::to_string(source.place_of(claim.offset).line) + ",\"claim\":";
    text::append_json_string(out, claim.kind);
    if (claim.paper != 0) {
      out += ",\"paper\":" + std::to_string(claim.paper);
    }
    out += ",\"text\":";
    text::append_json_string(out, text_of(source, claim));
    out += "}\n";
  }
  return out;
}

}  // namespace digest
