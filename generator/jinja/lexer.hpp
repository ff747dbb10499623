#pragma once

#include "jinja/environment.hpp"
#include "jinja/syntax_error.hpp"
#include "jinja/token.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace jinja {

struct Tokens {
  std::vector<Token> list;  ///< ends with one of kind `end`
  std::optional<SyntaxError> error;
};

/// Cuts a template into tokens: comments are gone, `raw` is text, white space is cut as the signs
/// in the tags (`-`, `+`) and `options` say. At an error the list ends early. Views into `source`.
[[nodiscard]] Tokens tokenize(std::string_view source, const Options& options);

}  // namespace jinja
