#include "digest/recognise_format.hpp"

#include "digest/read_table.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <string_view>

namespace digest {

namespace {

/// The first line that `holds` accepts; 0 if none does.
template <typename Condition>
std::size_t find_line(const text::SourceText& source, std::size_t first_line, Condition holds) {
  for (std::size_t number = first_line; number <= source.line_count(); ++number) {
    if (holds(text::trim(source.line(number)))) {
      return number;
    }
  }
  return 0;
}

bool has_at_edge(std::string_view line, std::string_view phrase) {
  return literal_size(line, 0, phrase) || literal_suffix_size(line, phrase);
}

bool opens_record(std::string_view line, const Format& format) {
  return std::ranges::any_of(format.openers, [line](const LinePattern& opener) {
    return opener.at_start(line).has_value();
  });
}

/// Why the format fits; empty if it does not.
std::string reason_for(const Format& format, const text::SourceText& source,
                       std::size_t first_line) {
  if (format.reader == Reader::table) {
    return table_reason(source, first_line, format);
  }
  if (format.reader == Reader::records || format.reader == Reader::page) {
    return {};  // such files are told by their names
  }
  std::string reason;
  for (const std::string& phrase : format.recognise.line_edges) {
    const std::size_t line = find_line(
        source, first_line, [&phrase](std::string_view text) { return has_at_edge(text, phrase); });
    if (line == 0) {
      return {};
    }
    reason += (reason.empty() ? "line " : ", line ") + std::to_string(line) + " has \"" + phrase +
              "\" at its edge";
  }
  if (format.recognise.opener) {
    const std::size_t line = find_line(source, first_line, [&format](std::string_view text) {
      return opens_record(text, format);
    });
    if (line == 0) {
      return {};
    }
    reason += (reason.empty() ? "line " : ", line ") + std::to_string(line) + " opens a record";
  }
  return reason;
}

}  // namespace

RecognisedFormat recognise_format(const text::SourceText& source, std::size_t first_line,
                                  std::span<const Format> formats) {
  for (const Format& format : formats) {
    if (std::string reason = reason_for(format, source, first_line); !reason.empty()) {
      return {.format = &format, .reason = std::move(reason)};
    }
  }
  return {.format = nullptr, .reason = "no line opens a record"};
}

}  // namespace digest
