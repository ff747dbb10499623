#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// A place in a source, for people: both 1-based; the column counts bytes.
struct LineColumn {
  int line = 1;
  int column = 1;
};

/// The bytes of one input file, and where its lines begin. It owns the bytes: every `string_view`
/// handed out points into it and dies with it. Moving it would move short strings (small-string
/// optimisation), so it can be neither copied nor moved.
class SourceText {
 public:
  /// `path` is what diagnostics print: relative to the site's folder, with '/'.
  SourceText(std::string path, std::string bytes);
  SourceText(const SourceText&) = delete;
  SourceText& operator=(const SourceText&) = delete;
  SourceText(SourceText&&) = delete;
  SourceText& operator=(SourceText&&) = delete;
  ~SourceText() = default;

  [[nodiscard]] const std::string& path() const { return path_; }

  [[nodiscard]] std::string_view bytes() const { return bytes_; }

  /// The number of lines. A final line break ends the last line and begins no other one; a text
  /// without bytes has no line.
  [[nodiscard]] std::size_t line_count() const { return line_starts_.size(); }

  /// Line `number` (1-based) without its line break (LF, CRLF); empty outside the text.
  [[nodiscard]] std::string_view line(std::size_t number) const;

  /// Where line `number` (1-based, at most line_count()) begins, in bytes.
  [[nodiscard]] std::size_t line_start(std::size_t number) const {
    return line_starts_[number - 1];
  }

  /// The place of the byte at `offset`; offsets past the end mean the end.
  [[nodiscard]] LineColumn place_of(std::size_t offset) const;

 private:
  std::string path_;
  std::string bytes_;
  std::vector<std::size_t> line_starts_;
};

}  // namespace text
