#pragma once

#include <string_view>

namespace catalog {

/// Whether `word`, in lower case, says nothing about what a paper is about: the small words of
/// English, and those that stand in every abstract ("propose", "results", "approach").
[[nodiscard]] bool is_stop_word(std::string_view word);

/// Whether `character` stands in Chinese for grammar rather than for a thing: 的, 了, 和. A pair
/// with one of them is no word.
[[nodiscard]] bool is_function_character(char32_t character);

}  // namespace catalog
