#pragma once

#include <string>
#include <string_view>

namespace text {

/// `text` as it is read, where it holds left-overs of TeX: `\&` is `&`, `{\em x}` and `\emph{x}`
/// are `x`, ``` ``x'' ``` is “x”, `--` a dash, `\'e` and `\"{o}` accented letters, `\ss` and the
/// like letters, `~` between words a blank. Mathematics (see split_math) stays as it is. What is no
/// such left-over, unknown commands and bare braces among it, stays too. One pass: nothing is
/// decoded twice. Takes linear time.
///
/// Where prose and TeX can mean different things prose wins: `don\'t` is an apostrophe, `\"` before
/// a letter are quotation marks if one of them stands before anything else, `~` before a number or
/// behind a blank or '/' stays, and so does `--` before a word (`--help`).
[[nodiscard]] std::string decode_tex(std::string_view text);

/// Whether decode_tex may change `text`: a cheap first look.
[[nodiscard]] bool may_hold_tex(std::string_view text);

}  // namespace text
