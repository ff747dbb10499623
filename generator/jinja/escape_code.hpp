#pragma once

#include "values/value.hpp"

#include <string>
#include <string_view>

/// How values are written into scripts and styles.
namespace jinja {

/// What stands in a style for a value that is no number, word or colour.
inline constexpr std::string_view kRefusedStyle = "initial";

/// Appends `json` so that it may stand in a script: without `<`, `>`, `&`, `'` and the line breaks
/// that only JavaScript knows.
void append_script_json(std::string& out, std::string_view json);

/// Appends `value` as a JSON value, for a script. Undefined is null.
void append_script_value(std::string& out, const values::Value& value);

/// Appends `text` for the inside of a string of JavaScript or JSON, whatever its quotes.
void append_script_string(std::string& out, std::string_view text);

/// Appends `text` for the inside of a regular expression, where it matches itself.
void append_script_regex(std::string& out, std::string_view text);

/// Appends `text` for the inside of a comment of a script or style: what could end it is a blank.
void append_code_comment(std::string& out, std::string_view text);

/// Appends `text` as a value of a style, if it is a harmless one.
void append_style_value(std::string& out, std::string_view text);

/// Appends `text` for the inside of a string of a style.
void append_style_string(std::string& out, std::string_view text);

}  // namespace jinja
