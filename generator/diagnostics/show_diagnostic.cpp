#include "diagnostics/show_diagnostic.hpp"

#include "text/json_escape.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

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

/// Moves `offset` back to the first byte of its character.
std::size_t character_start(std::string_view line, std::size_t offset) {
  while (offset > 0 && offset < line.size() &&
         (static_cast<unsigned char>(line[offset]) & 0xC0U) == 0x80U) {
    --offset;
  }
  return offset;
}

/// `foreign` as it may reach a terminal: on one line, and without the control characters that move
/// its cursor or change its colours. Names of files and texts of digests can hold anything.
std::string one_line(std::string_view foreign) {
  std::string out;
  for (const std::string_view line : text::split(foreign, "\n")) {
    out += out.empty() || line.empty() ? "" : " ";
    out += text::without_unprintable(text::replace_malformed(line));
  }
  return out;
}

std::string place_text(const Location& where) {
  std::string place = one_line(where.path);
  if (where.line > 0) {
    place += ":" + std::to_string(where.line);
    if (where.column > 0) {
      place += ":" + std::to_string(where.column);
    }
  }
  return place;
}

/// The excerpt with its caret: at most kExcerptSize bytes of the line, so that the column is
/// inside.
std::string excerpt(const Diagnostic& diagnostic) {
  const std::string_view line = diagnostic.source_line;
  const auto wanted = static_cast<std::size_t>(std::max(diagnostic.where.column, 1)) - 1;
  const std::size_t column = character_start(line, std::min(wanted, line.size()));
  std::size_t start = 0;
  if (column > kExcerptSize * 3 / 4) {
    start = character_start(line, column - kExcerptSize / 2);
  }
  const std::size_t end = character_start(line, std::min(line.size(), start + kExcerptSize));
  std::string shown = start > 0 ? "…" : "";
  std::string caret = start > 0 ? " " : "";
  for (std::size_t i = start; i < end;) {
    const text::CodePoint point = text::code_point_at(line, i);
    const char32_t character = text::is_unprintable(point.value) ? text::kReplacement : point.value;
    text::append_utf8(shown, character);
    if (i < column) {
      caret.append(character == '\t' ? "\t" : std::string(text::display_width(character), ' '));
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
  out.append(palette.bold).append(one_line(diagnostic.message)).append(palette.reset);
  out.append(" [").append(diagnostic.code).append("]\n");
  if (!diagnostic.source_line.empty()) {
    out += excerpt(diagnostic);
  }
  if (!diagnostic.remedy.empty()) {
    out.append(palette.note).append("  help: ").append(palette.reset);
    out.append(one_line(diagnostic.remedy)).append("\n");
  }
  for (const Note& note : diagnostic.notes) {
    out.append("  ").append(place_text(note.where));
    out.append(note.where.path.empty() ? "" : ": ").append(one_line(note.message)).append("\n");
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
