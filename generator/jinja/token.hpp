#pragma once

#include <cstddef>
#include <string_view>

namespace jinja {

enum class TokenKind {
  text,          ///< between tags; white space control is already done
  tag_begin,     ///< {%
  tag_end,       ///< %}
  output_begin,  ///< {{
  output_end,    ///< }}
  name,
  integer,
  real,
  string,  ///< with its quotes
  symbol,  ///< an operator or bracket
  end,
};

/// A piece of a template. A view into its source, and dies with it.
struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text;
  std::size_t offset = 0;  ///< in the source
};

}  // namespace jinja
