#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace payloads {

/// A token of a style that decides what the style does (CSS Syntax Level 3, chapter 4). Numbers,
/// words, colours, commas and blanks decide nothing and are left out.
struct StyleToken {
  enum class Kind {
    mark,      ///< one of `{}()[];:!<>@\` and the like
    function,  ///< `name(`, in lower case
    at_word,   ///< `@name`, in lower case
    string,    ///< `text` is its value
    url,       ///< `url(` without quotes; `text` is its value
    comment,
    broken,
  };

  Kind kind;
  std::string text;

  bool operator==(const StyleToken&) const = default;
};

[[nodiscard]] std::vector<StyleToken> style_tokens(std::string_view style);

}  // namespace payloads
