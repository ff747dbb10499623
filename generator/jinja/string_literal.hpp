#pragma once

#include <string>
#include <string_view>

namespace jinja {

/// Appends what the string literal `inside` (without its quotes) stands for. Escapes are Python's:
/// \n \t \r \\ \' \" \a \b \f \v \0 \x41 \u4e2d \U0001f600, and a line break that is left out;
/// any other backslash stays.
void append_string_literal(std::string& out, std::string_view inside);

}  // namespace jinja
