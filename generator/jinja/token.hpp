#pragma once

#include <cstdint>
#include <string_view>

namespace jinja {

enum class TokenKind {
  text,          ///< between tags, white space already cut
  output_begin,  ///< {{
  output_end,    ///< }}
  tag_begin,     ///< {%
  tag_end,       ///< %}
  name,
  integer,
  real,
  string,  ///< with its quotes and escapes
  symbol,  ///< an operator or a bracket
  end,     ///< of the template
};

/// A piece of a template. `text` is a view into its source.
struct Token {
  TokenKind kind = TokenKind::end;
  std::uint32_t offset = 0;  ///< in the source, in bytes
  std::string_view text;
};

}  // namespace jinja
