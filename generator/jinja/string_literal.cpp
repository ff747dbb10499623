#include "jinja/string_literal.hpp"

#include "text/utf8.hpp"

#include <charconv>

namespace jinja {

namespace {

/// The character that `letter` behind a backslash stands for, or 0.
char simple_escape(char letter) {
  static constexpr std::string_view kLetters = "ntrabfv\\'\"";
  static constexpr std::string_view kMeanings = "\n\t\r\a\b\f\v\\'\"";
  const std::size_t found = kLetters.find(letter);
  return found == std::string_view::npos ? '\0' : kMeanings[found];
}

/// How many hex digits stand behind a backslash and `letter`; 0 for other letters.
std::size_t hex_digits(char letter) {
  return letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
}

/// Appends the escape at the front of `rest`, which stands behind a backslash; gives its size.
std::size_t append_escape(std::string& out, std::string_view rest) {
  const char letter = rest.front();
  if (const char meaning = simple_escape(letter); meaning != '\0') {
    out += meaning;
    return 1;
  }
  if (letter == '\n') {
    return 1;
  }
  const bool octal = letter >= '0' && letter <= '7';
  const std::size_t start = octal ? 0 : 1;
  const std::size_t wanted = octal ? 3 : hex_digits(letter);
  std::uint32_t value = 0;
  const std::string_view digits = rest.substr(start, wanted);
  const auto result =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, octal ? 8 : 16);
  const auto read = static_cast<std::size_t>(result.ptr - digits.data());
  if (wanted == 0 || (octal ? read == 0 : read != wanted)) {
    out += '\\';
    out += letter;
    return 1;
  }
  text::append_utf8(out, value);
  return start + read;
}

}  // namespace

void append_string_literal(std::string& out, std::string_view inside) {
  for (std::size_t i = 0; i < inside.size();) {
    const std::size_t backslash = inside.find('\\', i);
    out += inside.substr(i, backslash - i);
    if (backslash == std::string_view::npos || backslash + 1 == inside.size()) {
      return;
    }
    i = backslash + 1;
    i += append_escape(out, inside.substr(i));
  }
}

}  // namespace jinja
