#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// What a placeholder of a pattern took.
struct Capture {
  std::string_view name;  ///< lives as long as the pattern
  std::string_view text;  ///< a view into the matched text
};

/// Patterns have at most this many placeholders.
inline constexpr std::size_t kMaxCaptures = 6;

/// Where a pattern stands in a text: bytes `begin` to `end`.
struct PatternMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::array<Capture, kMaxCaptures> captures;
  std::size_t capture_count = 0;

  /// What the placeholder of that name took; empty if there is none.
  [[nodiscard]] std::string_view capture(std::string_view name) const;
};

/// A piece of a line as a format describes it: literal text with placeholders. Half-width and
/// full-width marks are the same, and a blank stands for blanks of any kind. Placeholders:
///
///     {n}     digits, with commas between them        1,643
///     {rank}  digits                                  12
///     {code}  two capitals                            LG
///     {date}  a date                                  2023-02-08, Feb 8, 2023
///     {TEXT}  any other name: everything up to the literal behind it, or to the end of the text
///
/// Before `{url}` and `{links}` the literal is, where there are several, the one that a link stands
/// behind: in `{title} {url}` the title may have blanks.
///
/// Matching takes time in proportion to the text and never backtracks: it is no regular
/// expression, on purpose (those of the standard library overflow the stack on long lines).
class LinePattern {
 public:
  /// Nothing if `pattern` is empty, has an open brace or too many placeholders, or two
  /// placeholders touch each other.
  static std::optional<LinePattern> parse(std::string_view pattern);

  /// The pattern at the very beginning of `text`, whatever follows it.
  [[nodiscard]] std::optional<PatternMatch> at_start(std::string_view text) const;
  /// Whether the pattern is the whole of `text`.
  [[nodiscard]] bool is_whole(std::string_view text) const;
  /// The pattern round its first literal, which must begin at `offset` of `text`: digits that the
  /// pattern has before it are taken from what stands there, not further left than `from`.
  [[nodiscard]] std::optional<PatternMatch> around(std::string_view text, std::size_t offset,
                                                   std::size_t from) const;
  [[nodiscard]] bool begins_with_literal() const;
  /// Whether a match may begin with the byte `first`; of one that begins with a literal, ask that.
  [[nodiscard]] bool may_begin_with(char first) const;
  /// The first literal of the pattern; empty if it has none.
  [[nodiscard]] std::string_view first_literal() const;

  /// Whether nothing sure stands at the beginning of the pattern.
  [[nodiscard]] bool begins_with_anything() const;
  /// Whether the last placeholder takes everything up to the end of the text.
  [[nodiscard]] bool ends_with_anything() const;
  [[nodiscard]] bool has_placeholder(std::string_view name) const;
  /// The names of the placeholders, in their order.
  [[nodiscard]] std::vector<std::string_view> placeholders() const;

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  enum class Kind { literal, number, digits, code, date, anything };

  struct Element {
    Kind kind;
    std::string text;  ///< the literal, or the placeholder's name
  };

  static Kind kind_of(std::string_view name);
  static bool takes_links(const Element& element);
  [[nodiscard]] std::size_t element_end(std::size_t element, std::string_view text,
                                        std::size_t offset) const;
  [[nodiscard]] std::optional<PatternMatch> match_from(std::size_t element, std::string_view text,
                                                       PatternMatch match) const;

  std::string text_;
  std::vector<Element> elements_;
};

}  // namespace digest
