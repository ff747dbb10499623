#pragma once

#include <string_view>

namespace text {

/// The language that `utf8` is written in, as the `lang` attribute says it, by its script alone:
/// `zh-Hans`, `ja`, `ko`, else `en`. A Chinese sentence full of English terms is Chinese; an
/// English one that quotes a Chinese word is not. A view of a constant.
[[nodiscard]] std::string_view language_tag(std::string_view utf8);

}  // namespace text
