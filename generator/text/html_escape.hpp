#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace text {

/// Appends `utf8` so that it is text wherever HTML or XML has text or a quoted attribute value:
/// `&`, `<`, `>`, `"` and `'` become character references (the numeric ones of Jinja2: `&#34;`,
/// `&#39;`).
void append_html_escaped(std::string& out, std::string_view utf8);

/// The room that write_html_escaped may use for a text of `size` bytes.
[[nodiscard]] constexpr std::size_t max_html_escaped_size(std::size_t size) {
  return 5 * size + 16;
}

/// Writes at `to` what append_html_escaped appends, and gives the end of it. There must be room
/// for max_html_escaped_size bytes, all of which may be overwritten.
[[nodiscard]] char* write_html_escaped(char* to, std::string_view utf8);

/// The same as a new string.
[[nodiscard]] std::string html_escape(std::string_view utf8);

}  // namespace text
