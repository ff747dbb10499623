#include "digest/record_chunks.hpp"

#include "text/whitespace.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace digest {

namespace {

bool is_blank_byte(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t skip_blanks(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && is_blank_byte(bytes[at])) {
    ++at;
  }
  return at;
}

/// Where the JSON string ends that begins at `at`.
std::size_t string_end(std::string_view bytes, std::size_t at) {
  for (++at; at < bytes.size(); ++at) {
    if (bytes[at] == '\\') {
      ++at;
    } else if (bytes[at] == '"') {
      return at + 1;
    }
  }
  return bytes.size();
}

/// Where the JSON value ends that begins at `at`; the end of `bytes` if it is open.
std::size_t value_end(std::string_view bytes, std::size_t at) {
  std::size_t depth = 0;
  while (at < bytes.size()) {
    const char c = bytes[at];
    if (c == '"') {
      at = string_end(bytes, at);
    } else {
      const bool opens = c == '{' || c == '[';
      const bool closes = c == '}' || c == ']';
      if (depth == 0 && (closes || c == ',')) {
        return at;  // behind a number or a word
      }
      depth += opens ? 1 : 0;
      depth -= closes ? 1 : 0;
      ++at;
    }
    if (depth == 0 && (at == bytes.size() || bytes[at - 1] == '}' || bytes[at - 1] == ']' ||
                       bytes[at - 1] == '"')) {
      return at;
    }
  }
  return bytes.size();
}

void split_lines(std::string_view bytes, RecordChunks& chunks) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    if (const std::string_view line = text::trim(bytes.substr(at, end - at)); !line.empty()) {
      chunks.records.push_back(line);
    }
    at = end + 1;
  }
}

/// The items of the list whose bracket stands at `at`. Gives where the list ends.
std::size_t split_list(std::string_view bytes, std::size_t at, RecordChunks& chunks) {
  chunks.marks.push_back(bytes.substr(at, 1));
  ++at;
  while ((at = skip_blanks(bytes, at)) < bytes.size()) {
    if (bytes[at] == ',' || bytes[at] == ']' || bytes[at] == '}') {
      chunks.marks.push_back(bytes.substr(at, 1));
      ++at;
      if (bytes[at - 1] == ']') {
        return at;
      }
      continue;
    }
    const std::size_t end = value_end(bytes, at);
    chunks.records.push_back(text::trim(bytes.substr(at, end - at)));
    at = end;
  }
  return at;
}

/// The list of objects in the object at `at`; its key and colon are marks. False if it has none.
bool split_member_list(std::string_view bytes, std::size_t at, RecordChunks& chunks) {
  const std::size_t open = at;
  ++at;
  while ((at = skip_blanks(bytes, at)) < bytes.size() && bytes[at] == '"') {
    const std::size_t key = at;
    at = skip_blanks(bytes, string_end(bytes, at));
    if (at >= bytes.size() || bytes[at] != ':') {
      return false;
    }
    const std::size_t colon = at;
    at = skip_blanks(bytes, at + 1);
    const std::size_t first = skip_blanks(bytes, at + 1);
    if (at < bytes.size() && bytes[at] == '[' && first < bytes.size() && bytes[first] == '{') {
      chunks.marks.push_back(bytes.substr(open, 1));
      chunks.marks.push_back(bytes.substr(key, colon + 1 - key));
      const std::size_t end = skip_blanks(bytes, split_list(bytes, at, chunks));
      if (end < bytes.size() && bytes[end] == '}') {
        chunks.marks.push_back(bytes.substr(end, 1));
      }
      return true;
    }
    at = skip_blanks(bytes, value_end(bytes, at));
    if (at >= bytes.size() || bytes[at] != ',') {
      return false;
    }
    ++at;
  }
  return false;
}

void split_json(std::string_view bytes, RecordChunks& chunks) {
  const std::size_t at = skip_blanks(bytes, 0);
  if (at == bytes.size()) {
    return;
  }
  if (bytes[at] == '[') {
    split_list(bytes, at, chunks);
    return;
  }
  const std::size_t end = value_end(bytes, at);
  if (skip_blanks(bytes, end) < bytes.size()) {
    split_lines(bytes, chunks);  // objects one behind the other
  } else if (!split_member_list(bytes, at, chunks)) {
    chunks.records.push_back(bytes.substr(at, end - at));
  }
}

std::size_t indentation(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

bool is_item(std::string_view line, std::size_t indent) {
  const std::string_view rest = line.substr(std::min(indent, line.size()));
  return indentation(line) == indent && rest.starts_with('-') &&
         (rest.size() == 1 || is_blank_byte(rest[1]));
}

bool is_comment(std::string_view line) {
  const std::string_view text = text::trim(line);
  return text.empty() || text.starts_with('#');
}

/// The items of the first list; what is less indented ends it.
void split_yaml(std::string_view bytes, RecordChunks& chunks) {
  std::size_t indent = std::string_view::npos;
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
  const auto close = [&] {
    if (begin != std::string_view::npos) {
      chunks.records.push_back(text::trim_right(bytes.substr(begin, end - begin)));
    }
  };
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t line_end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = bytes.substr(at, line_end - at);
    const bool in_list = indent != std::string_view::npos;
    const bool starts = in_list ? is_item(line, indent)
                                : is_item(line, indentation(line)) && !line.starts_with("---");
    if (starts) {
      close();
      indent = in_list ? indent : indentation(line);
      begin = at;
    } else if (!in_list) {
      const std::string_view text = text::trim(line);
      if (is_comment(line) || text == "---" || text.ends_with(':')) {
        chunks.marks.push_back(text);
      }
    } else if (indentation(line) <= indent && !is_comment(line)) {
      break;
    }
    end = line_end;
    at = line_end + 1;
  }
  close();
  // A list in brackets, or none at all: the reader says what is wrong with it.
  if (chunks.records.empty() && !text::is_blank(bytes)) {
    chunks.marks.clear();
    chunks.records.push_back(text::trim(bytes));
  }
}

}  // namespace

RecordNotation notation_of(std::string_view path) {
  const std::string lower = text::ascii_lower(path);
  if (lower.ends_with(".json")) {
    return RecordNotation::json;
  }
  return lower.ends_with(".yaml") || lower.ends_with(".yml") ? RecordNotation::yaml
                                                             : RecordNotation::json_lines;
}

RecordChunks split_records(std::string_view bytes, RecordNotation notation) {
  RecordChunks chunks{.notation = notation, .records = {}, .marks = {}};
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  bytes.remove_prefix(bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  switch (notation) {
    case RecordNotation::json_lines:
      split_lines(bytes, chunks);
      break;
    case RecordNotation::json:
      split_json(bytes, chunks);
      break;
    case RecordNotation::yaml:
      split_yaml(bytes, chunks);
      break;
  }
  return chunks;
}

}  // namespace digest
