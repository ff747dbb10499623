#pragma once

#include "jinja/markup_context.hpp"
#include "values/value.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jinja {

/// How a value is written so that it stays a value at the place where it stands.
enum class Escape : std::uint8_t {
  none,                ///< as it prints
  text,                ///< HTML and XML text; trusted markup as it is
  sealed,              ///< where markup would end its surroundings: <title>, comments
  attribute,           ///< a plain value
  url,                 ///< an address, or its beginning
  url_segment,         ///< the rest of its first part, which must not become a scheme
  url_rest,            ///< the rest of an address
  script,              ///< as JSON, which is JavaScript too
  script_string,       ///< inside the quotes of a string
  script_regex_start,  ///< the same behind the `/` that begins it: it may not be empty
  script_regex,        ///< inside a regular expression, as the characters themselves
  script_comment,
  style,  ///< a number, a word, a colour
  style_string,
  style_url,
  style_comment,
  markup,  ///< text of a document inside an attribute
  word,    ///< letters and digits; everything else is a `-`
  tag_name,
  attribute_name,
  name_rest,   ///< digits that end the name of an attribute
  xml,         ///< text and attributes of XML, without the characters that XML has not
  xml_sealed,  ///< where XML has no trusted markup: attributes
  xml_comment,
  cdata,
};

/// What is put around an escape because the value of an attribute holds it.
enum class Wrapper : std::uint8_t {
  none,
  quoted,
  unquoted,
  unquoted_start,  ///< the value begins here, and may not be empty
};

/// Both, in one byte of an instruction.
class Escaping {
 public:
  constexpr Escaping() = default;

  constexpr explicit Escaping(Escape escape, Wrapper wrapper = Wrapper::none)
      : code_(static_cast<std::uint8_t>(static_cast<unsigned>(escape) |
                                        (static_cast<unsigned>(wrapper) << kShift))) {}

  static constexpr Escaping from_code(std::uint8_t code) {
    Escaping escaping;
    escaping.code_ = code;
    return escaping;
  }

  [[nodiscard]] constexpr std::uint8_t code() const { return code_; }

  [[nodiscard]] constexpr Escape escape() const {
    return static_cast<Escape>(code_ & ((1U << kShift) - 1));
  }

  [[nodiscard]] constexpr Wrapper wrapper() const { return static_cast<Wrapper>(code_ >> kShift); }

  bool operator==(const Escaping&) const = default;

 private:
  static constexpr unsigned kShift = 5;

  std::uint8_t code_ = 0;
};

/// How a value is escaped that stands at `context`.
[[nodiscard]] Escaping escaping_of(const MarkupContext& context);

/// Appends `value` to `out`. Untrusted values can be written everywhere: what has no place there is
/// replaced by something harmless (`about:invalid`). Trusted markup that would break out of its
/// place is refused: then the reason comes back, and nothing was appended.
[[nodiscard]] std::optional<std::string> append_escaped(std::string& out,
                                                        const values::Value& value,
                                                        Escaping escaping);

}  // namespace jinja
