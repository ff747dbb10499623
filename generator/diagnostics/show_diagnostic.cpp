#include "diagnostics/show_diagnostic.hpp"

#include "text/json_escape.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace diagnostics {

namespace {

struct Palette {
  std::string_view bold, error, warning, note, reset;
};

Palette palette_of(Colour colour) {
  if (colour == Colour::no) {
    return {};
  }
  return {.bold = "\x1b[1m",
          .error = "\x1b[1;31m",
          .warning = "\x1b[1;35m",
          .note = "\x1b[36m",
          .reset = "\x1b[0m"};
}

std::string place_text(const Location& where) {
  std::string place = where.path;
  if (where.line > 0) {
    place += ":" + std::to_string(where.line);
    if (where.column > 0) {
      place += ":" + std::to_string(where.column);
    }
  }
  return place;
}

/// Moves `offset` back to the first byte of its character.
std::size_t character_start(std::string_view line, std::size_t offset) {
  while (offset > 0 && offset < line.size() &&
         (static_cast<unsigned char>(line[offset]) & 0xC0U) == 0x80U) {
    --offset;
  }
  return offset;
}

/// How many columns a terminal gives `character`: wide East Asian ones take two.
std::size_t display_width(char32_t character) {
  const bool wide = (character >= 0x1100 && character <= 0x115F) ||
                    (character >= 0x2E80 && character <= 0xA4CF) ||
                    (character >= 0xAC00 && character <= 0xD7A3) ||
                    (character >= 0xF900 && character <= 0xFAFF) ||
                    (character >= 0xFE30 && character <= 0xFE6F) ||
                    (character >= 0xFF00 && character <= 0xFF60) ||
                    (character >= 0x20000 && character <= 0x3FFFD);
  return wide ? 2 : 1;
}

/// The excerpt with its caret: at most kExcerptSize bytes of the line, so that the column is
/// inside.
std::string excerpt(const Diagnostic& diagnostic) {
  const std::string_view line = diagnostic.source_line;
  const std::size_t column =
      diagnostic.where.column > 0 ? static_cast<std::size_t>(diagnostic.where.column) - 1 : 0;
  std::size_t start = 0;
  if (column > kExcerptSize * 3 / 4) {
    start = character_start(line, std::min(column, line.size()) - kExcerptSize / 2);
  }
  const std::size_t end = character_start(line, std::min(line.size(), start + kExcerptSize));
  std::string shown = start > 0 ? "…" : "";
  std::string caret = start > 0 ? " " : "";
  for (std::size_t i = start; i < end;) {
    const text::CodePoint point = text::code_point_at(line, i);
    const bool printable = !point.malformed && !text::is_unprintable(point.value);
    text::append_utf8(shown, printable ? point.value : text::kReplacement);
    if (i < column) {
      caret.append(point.value == '\t' ? "\t" : std::string(display_width(point.value), ' '));
    }
    i += point.size;
  }
  shown += end < line.size() ? "…" : "";
  std::string out = "    " + shown + "\n";
  if (diagnostic.where.column > 0) {
    out += "    " + caret + "^\n";
  }
  return out;
}

void append_member(std::string& json, std::string_view name, std::string_view value) {
  json += ",\"";
  json += name;
  json += "\":";
  text::append_json_string(json, value);
}

void append_place(std::string& json, const Location& where) {
  json += "\"path\":";
  text::append_json_string(json, where.path);
  json += ",\"line\":" + std::to_string(where.line);
  json += ",\"column\":" + std::to_string(where.column);
}

}  // namespace

std::string show_diagnostic(const Diagnostic& diagnostic, Colour colour) {
  const Palette palette = palette_of(colour);
  const bool is_error = diagnostic.severity == Severity::error;
  std::string out;
  if (!diagnostic.where.path.empty()) {
    out.append(palette.bold).append(place_text(diagnostic.where)).append(": ");
    out.append(palette.reset);
  }
  out.append(is_error ? palette.error : palette.warning);
  out.append(is_error ? "error: " : "warning: ").append(palette.reset);
  out.append(palette.bold).append(diagnostic.message).append(palette.reset);
  out.append(" [").append(diagnostic.code).append("]\n");
  if (!diagnostic.source_line.empty()) {
    out += excerpt(diagnostic);
  }
  if (!diagnostic.remedy.empty()) {
    out.append(palette.note).append("  help: ").append(palette.reset);
    out.append(diagnostic.remedy).append("\n");
  }
  for (const Note& note : diagnostic.notes) {
    out.append("  ").append(place_text(note.where));
    out.append(note.where.path.empty() ? "" : ": ").append(note.message).append("\n");
  }
  return out;
}

std::string diagnostic_to_json(const Diagnostic& diagnostic) {
  std::string json = "{\"severity\":";
  json += diagnostic.severity == Severity::error ? "\"error\"" : "\"warning\"";
  append_member(json, "code", diagnostic.code);
  json += ",";
  append_place(json, diagnostic.where);
  append_member(json, "message", diagnostic.message);
  append_member(json, "remedy", diagnostic.remedy);
  append_member(json, "source_line", diagnostic.source_line);
  json += ",\"notes\":[";
  for (const Note& note : diagnostic.notes) {
    json += json.ends_with('[') ? "{" : ",{";
    append_place(json, note.where);
    append_member(json, "message", note.message);
    json += "}";
  }
  json += "]}";
  return json;
}

}  // namespace diagnostics
