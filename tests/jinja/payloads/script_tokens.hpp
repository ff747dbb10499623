#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace payloads {

/// A token of JavaScript (ECMA-262, chapter 12 and annex B.1.1), as far as it matters what is code
/// and what is data.
struct ScriptToken {
  enum class Kind {
    word,           ///< names, keywords, numbers
    mark,           ///< one character of punctuation
    string,         ///< `text` is its value
    template_text,  ///< a piece of a template literal; `text` is its value
    regex,
    comment,
    broken,  ///< a literal or comment that does not end
  };

  Kind kind;
  std::string text;

  bool operator==(const ScriptToken&) const = default;
};

[[nodiscard]] std::vector<ScriptToken> script_tokens(std::string_view script);

}  // namespace payloads
