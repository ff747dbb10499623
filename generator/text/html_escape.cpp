#include "text/html_escape.hpp"

#include "text/html_special.hpp"

#include <array>
#include <cstring>

namespace text {

namespace {

/// By character, all of which are below 64. A table, because a switch would be guessed wrong about
/// every time.
constexpr std::array<std::string_view, 64> kReplacements = [] {
  std::array<std::string_view, 64> replacements{};
  replacements['&'] = "&amp;";
  replacements['<'] = "&lt;";
  replacements['>'] = "&gt;";
  replacements['"'] = "&#34;";
  replacements['\''] = "&#39;";
  return replacements;
}();

}  // namespace

void append_html_escaped(std::string& out, std::string_view utf8) {
  std::size_t copied = 0;
  for (;;) {
    const std::size_t special = find_html_special(utf8, copied);
    out.append(utf8.data() + copied, special - copied);
    if (special == utf8.size()) {
      return;
    }
    out.append(kReplacements[static_cast<unsigned char>(utf8[special])]);
    copied = special + 1;
  }
}

char* write_html_escaped(char* to, std::string_view utf8) {
  std::size_t copied = 0;
  for (;;) {
    const std::size_t special = copy_to_html_special(to, utf8, copied);
    to += special - copied;
    if (special == utf8.size()) {
      return to;
    }
    const std::string_view replacement = kReplacements[static_cast<unsigned char>(utf8[special])];
    std::memcpy(to, replacement.data(), replacement.size());
    to += replacement.size();
    copied = special + 1;
  }
}

std::string html_escape(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  append_html_escaped(out, utf8);
  return out;
}

}  // namespace text
