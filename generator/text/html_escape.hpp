#pragma once

#include <string>
#include <string_view>

namespace text {

/// Appends `utf8` so that it is text wherever HTML or XML has text or a quoted attribute value:
/// `&`, `<`, `>`, `"` and `'` become character references (the numeric ones of Jinja2: `&#34;`,
/// `&#39;`).
void append_html_escaped(std::string& out, std::string_view utf8);

/// The same as a new string.
[[nodiscard]] std::string html_escape(std::string_view utf8);

}  // namespace text
