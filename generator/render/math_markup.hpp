#pragma once

#include <string>
#include <string_view>

namespace render {

/// `text` as HTML: plain text escaped, mathematics (text::split_math) as MathML, or, where that
/// knows a formula not, as its source in `<code class="math">`.
[[nodiscard]] std::string markup_with_math(std::string_view text);

}  // namespace render
