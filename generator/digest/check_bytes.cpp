#include "digest/check_bytes.hpp"

#include "digest/report.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace digest {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Severity;

/// The beginning of a file tells what it is.
constexpr std::size_t kSampleSize = 8192;

/// What the characters of some bytes are, read as UTF-8.
struct ByteCounts {
  std::size_t characters = 0;
  std::size_t malformed = 0;
  std::size_t controls = 0;  ///< without blanks
  std::size_t nuls = 0;
  std::size_t first_malformed = 0;  ///< offsets
  std::size_t first_control = 0;
};

bool is_control(char32_t value) {
  return (value < 0x20 && !text::is_space(value)) || (value >= 0x7F && value <= 0x9F);
}

ByteCounts count_bytes(std::string_view bytes) {
  ByteCounts counts;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    ++counts.characters;
    if (byte >= 0x20 && byte < 0x7F) {
      ++i;
      continue;
    }
    const text::CodePoint point = text::code_point_at(bytes, i);
    if (point.malformed && counts.malformed++ == 0) {
      counts.first_malformed = i;
    }
    if (!point.malformed && is_control(point.value) && counts.controls++ == 0) {
      counts.first_control = i;
    }
    counts.nuls += byte == 0 ? 1 : 0;
    i += point.size;
  }
  return counts;
}

/// U+0080 to U+009F: 0xC2 and a byte below 0xA0.
bool has_wide_control(std::string_view utf8) {
  for (std::size_t at = utf8.find('\xC2'); at < utf8.size(); at = utf8.find('\xC2', at + 1)) {
    if (static_cast<unsigned char>(utf8[at + 1]) < 0xA0) {  // it is well-formed: there is one more
      return true;
    }
  }
  return false;
}

/// Whether there is nothing to count: well-formed UTF-8 without controls. Nearly every file is so,
/// and this needs no look at single characters.
bool is_clean(std::string_view bytes) {
  std::uint8_t controls = 0;  // all in bytes and without a branch: compilers take many at once
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    const auto behind_tab = static_cast<std::uint8_t>(byte - '\t');
    const auto low = static_cast<std::uint8_t>(byte < 0x20);
    const auto no_blank = static_cast<std::uint8_t>(behind_tab > '\r' - '\t');
    controls |= static_cast<std::uint8_t>((low & no_blank) | static_cast<int>(byte == 0x7F));
  }
  return controls == 0 && simdjson::validate_utf8(bytes.data(), bytes.size()) &&
         !has_wide_control(bytes);
}

Diagnostic unreadable(const text::SourceText& source, std::string code, std::string message,
                      std::string remedy) {
  return {.severity = Severity::error,
          .code = std::move(code),
          .where = {.path = source.path()},
          .message = std::move(message),
          .remedy = std::move(remedy)};
}

/// Why the file cannot be read at all; a diagnostic without a code if it can.
Diagnostic reason_not_to_read(const text::SourceText& source, const DigestLimits& limits) {
  const std::string_view bytes = source.bytes();
  if (text::is_blank(bytes)) {
    Diagnostic empty = unreadable(source, "digest/empty", "this digest is empty",
                                  "save the digest's text in it, or remove the file");
    empty.severity = Severity::warning;
    return empty;
  }
  if (bytes.size() > limits.max_file_size) {
    return unreadable(source, "digest/file-limit",
                      "this file has " + std::to_string(bytes.size()) +
                          " bytes; the limit max_file_size is " +
                          std::to_string(limits.max_file_size),
                      "split it into several files");
  }
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) {
    return unreadable(source, "digest/encoding", "this file looks like UTF-32", "save it as UTF-8");
  }
  if (bytes.find('\n') == std::string_view::npos && bytes.find('\r') < bytes.size() - 1) {
    return unreadable(source, "digest/line-breaks", "the lines of this file end in CR alone",
                      "save it with the line ends of Unix (LF) or Windows (CRLF)");
  }
  const ByteCounts sample = count_bytes(bytes.substr(0, kSampleSize));
  if (sample.controls * 20 > sample.characters) {
    return unreadable(source, "digest/binary", "this file is no text",
                      "digests are text files; keep images, archives and documents elsewhere");
  }
  if (sample.malformed * 8 > sample.characters) {
    return unreadable(source, "digest/encoding",
                      "this file is not UTF-8, and no other encoding fits it",
                      "save it as UTF-8, or name its encoding in a front matter, as in "
                      "`encoding: gb18030`");
  }
  return {};
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return count == 1 ? "1 " + one : std::to_string(count) + " " + many;
}

void check_lines(const text::SourceText& source, const DigestLimits& limits, ByteCheck& check) {
  for (std::size_t number = 1; number <= source.line_count(); ++number) {
    const std::string_view line = source.line(number);
    if (line.size() > limits.max_line_size) {
      Diagnostic diagnostic{
          .severity = Severity::error,
          .code = "digest/line-limit",
          .where = {.path = source.path(), .line = static_cast<int>(number)},
          .message = "this line has " + std::to_string(line.size()) +
                     " bytes and is not read; the limit max_line_size is " +
                     std::to_string(limits.max_line_size),
          .remedy = "break the line, or remove what does not belong to the digest"};
      check.diagnostics.push_back(std::move(diagnostic));
      check.long_lines.push_back(static_cast<int>(number));
    }
  }
}

}  // namespace

ByteCheck check_bytes(const text::SourceText& source, const DigestLimits& limits) {
  ByteCheck check;
  if (Diagnostic reason = reason_not_to_read(source, limits); !reason.code.empty()) {
    check.readable = false;
    check.clean = false;
    check.diagnostics.push_back(std::move(reason));
    return check;
  }
  const ByteCounts counts = is_clean(source.bytes()) ? ByteCounts() : count_bytes(source.bytes());
  if (counts.malformed > 0) {
    report_offset(check.diagnostics, source, counts.first_malformed,
                  {.severity = Severity::warning,
                   .code = "digest/malformed-utf8",
                   .message = counted(counts.malformed, "byte is", "bytes are") +
                              " not UTF-8, the first one here; each is shown as U+FFFD",
                   .remedy = "save the file as UTF-8, or correct the damaged characters"});
  }
  if (counts.controls > 0) {
    report_offset(
        check.diagnostics, source, counts.first_control,
        {.severity = Severity::warning,
         .code = "digest/control-character",
         .message = counted(counts.controls, "control character is", "control characters are") +
                    " left out of the records, the first one here",
         .remedy = "remove it from the file"});
  }
  check.clean = counts.malformed == 0 && counts.controls == 0;
  check_lines(source, limits, check);
  return check;
}

}  // namespace digest
