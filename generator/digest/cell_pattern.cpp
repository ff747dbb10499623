#include "digest/cell_pattern.hpp"

#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>

namespace digest {

namespace {

constexpr std::size_t kNoMatch = std::string_view::npos;
constexpr std::size_t kYearDigits = 4;
constexpr std::array<std::string_view, 6> kDashes = {"-", "–", "—", "‐", "‑", "−"};

/// The dash at `offset` of `text`, in bytes.
std::size_t dash_size(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  const auto* const dash =
      std::ranges::find_if(kDashes, [rest](std::string_view one) { return rest.starts_with(one); });
  return dash == kDashes.end() ? 0 : dash->size();
}

/// The character of a literal at `at` as it stands at `offset` of `text`, in bytes; 0 if it does
/// not.
std::size_t character_size(std::string_view literal, std::size_t at, std::string_view text,
                           std::size_t offset) {
  const char wanted = literal[at];
  if (wanted == '-') {
    return dash_size(text, offset);
  }
  if (offset < text.size() && text[offset] == wanted) {
    return 1;
  }
  return is_wide(wanted) ? 0 : mark_size(text, offset, wanted);
}

std::size_t blanks_in(std::string_view literal, std::size_t at) {
  std::size_t count = 0;
  while (at + count < literal.size() && literal[at + count] == ' ') {
    ++count;
  }
  return count;
}

/// Where `literal` ends if it begins at `offset`. A single blank at its end may be the text's end.
std::size_t literal_end(std::string_view literal, std::string_view text, std::size_t offset) {
  for (std::size_t at = 0; at < literal.size();) {
    const std::size_t wanted = blanks_in(literal, at);
    if (wanted == 0) {
      const std::size_t size = character_size(literal, at, text, offset);
      if (size == 0) {
        return kNoMatch;
      }
      offset += size;
      ++at;
      continue;
    }
    const std::size_t found = blanks_at(text, offset);
    at += wanted;
    const bool at_end = offset == text.size() && at == literal.size() && wanted == 1;
    if (found < wanted && !at_end) {
      return kNoMatch;
    }
    offset += found;
  }
  return offset;
}

bool is_blank_byte(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// A literal that begins with a blank is tried once in each run of blanks: at every byte of a long
/// run, it would take time in proportion to the run's square.
std::size_t next_candidate(std::string_view literal, std::string_view text, std::size_t offset) {
  const char first = literal.front();
  if (first == ' ') {
    while (offset < text.size() && !is_blank_byte(text[offset]) && !is_wide(text[offset])) {
      ++offset;
    }
  } else if (first != '-') {
    while (offset < text.size() && text[offset] != first && !is_wide(text[offset])) {
      ++offset;
    }
  }
  return offset;
}

std::size_t skipped_candidate(std::string_view literal, std::string_view text, std::size_t offset) {
  const std::size_t blanks = literal.front() == ' ' ? blanks_at(text, offset) : 0;
  return offset + std::max<std::size_t>(blanks, 1);
}

/// The first place at or after `offset` where `literal` fits; kNoMatch if there is none.
std::size_t find_in(std::string_view literal, std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    offset = next_candidate(literal, text, offset);
    if (offset < text.size() && literal_end(literal, text, offset) != kNoMatch) {
      return offset;
    }
    offset = offset < text.size() ? skipped_candidate(literal, text, offset) : offset;
  }
  return kNoMatch;
}

std::size_t optional_dash_end(std::string_view text, std::size_t offset) {
  const std::size_t start = offset + blanks_at(text, offset);
  const std::size_t dash = dash_size(text, start);
  const std::size_t mark = dash == 0 ? mark_size(text, start, ':') : dash;
  return start + mark + blanks_at(text, start + mark);
}

std::size_t digits_end(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  while (end < text.size() && is_digit(text[end])) {
    ++end;
  }
  return end > offset ? end : kNoMatch;
}

}  // namespace

std::optional<CellPattern> CellPattern::parse(std::string_view pattern) {
  CellPattern parsed;
  parsed.text_ = pattern;
  const auto is_placeholder = [&parsed] {
    return !parsed.elements_.empty() && parsed.elements_.back().kind != Kind::literal;
  };
  while (!pattern.empty()) {
    if (pattern.front() != '{') {
      const std::string_view literal = pattern.substr(0, pattern.find('{'));
      parsed.elements_.push_back({Kind::literal, std::string(literal)});
      pattern.remove_prefix(literal.size());
      continue;
    }
    const std::size_t close = pattern.find('}');
    if (close == std::string_view::npos || close == 1) {
      return std::nullopt;
    }
    const std::string_view name = pattern.substr(1, close - 1);
    const bool after_dash = is_placeholder() && parsed.elements_.back().kind == Kind::dash;
    if (is_placeholder() && !after_dash) {
      return std::nullopt;
    }
    if (name == "-") {
      parsed.elements_.push_back({Kind::dash, {}});
    } else {
      const Kind kind = name == "rank"   ? Kind::digits
                        : name == "year" ? Kind::year
                                         : Kind::anything;
      parsed.elements_.push_back({kind, {}});
      parsed.names_.emplace_back(name);
    }
    pattern.remove_prefix(close + 1);
  }
  if (parsed.elements_.empty()) {
    return std::nullopt;
  }
  return parsed;
}

std::optional<std::vector<CellPiece>> CellPattern::match(std::string_view cell) const {
  cell = text::trim(cell);
  std::vector<CellPiece> pieces;
  std::size_t offset = 0;
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    const Element& element = elements_[i];
    const bool is_last = i + 1 == elements_.size();
    std::size_t end = kNoMatch;
    switch (element.kind) {
      case Kind::literal:
        end = literal_end(element.text, cell, offset);
        break;
      case Kind::dash:
        end = optional_dash_end(cell, offset);
        break;
      case Kind::digits:
        end = digits_end(cell, offset);
        break;
      case Kind::year:
        end = digits_end(cell, offset);
        end = end == offset + kYearDigits ? end : kNoMatch;
        break;
      case Kind::anything:
        end = is_last ? cell.size() : find_in(elements_[i + 1].text, cell, offset);
        break;
    }
    if (end == kNoMatch || (end == offset && element.kind == Kind::anything && !is_last)) {
      return std::nullopt;
    }
    if (element.kind != Kind::literal && element.kind != Kind::dash) {
      pieces.push_back(
          {.placeholder = pieces.size(), .text = text::trim(cell.substr(offset, end - offset))});
    }
    offset = end;
  }
  return offset == cell.size() ? std::optional(std::move(pieces)) : std::nullopt;
}

}  // namespace digest
