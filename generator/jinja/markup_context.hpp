#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jinja {

/// What a template's output is, by the ending of its name.
enum class Language : std::uint8_t {
  html,   ///< everything that is not one of the others
  xml,    ///< .xml .atom .rss .svg
  plain,  ///< .txt .csv .bib .ris .json .md: nothing is escaped
};

[[nodiscard]] Language language_of(std::string_view template_name);

/// A point in the markup that a template writes, as an HTML parser would see it there (HTML
/// standard, section 13.2.5). It is followed through the texts of a template while compiling, so
/// that each value is escaped for the place where it stands.
struct MarkupContext {
  enum class State : std::uint8_t {
    text,                  ///< between tags
    tag_open,              ///< behind `<`
    tag_name,              ///< `name` so far
    in_tag,                ///< behind blanks: an attribute, or the end of the tag
    attribute_name,        ///< `attribute` so far
    after_attribute_name,  ///< behind blanks: `=`, or the next attribute
    before_value,          ///< behind `=`
    value,                 ///< of `attribute`, between `quote` or blanks
    comment,
    declaration,  ///< `<!doctype`, `<?xml`
    cdata,
    raw,  ///< the content of element `name`, which ends at `</name`: script, style, title, ...
  };

  /// Inside scripts and styles, whether elements or attributes.
  enum class Code : std::uint8_t {
    none,
    script,               ///< JavaScript where a value may stand
    script_double,        ///< "..."
    script_single,        ///< '...'
    script_template,      ///< `...`
    script_regex,         ///< /.../
    script_regex_class,   ///< /[...
    script_line_comment,  ///< //
    script_block_comment,
    json,
    json_string,
    style,
    style_double,
    style_single,
    style_url,  ///< url(... without quotes
    style_comment,
  };

  /// How much of an address is known at this point.
  enum class Url : std::uint8_t {
    none,
    start,   ///< nothing, or only values: the scheme may still come
    scheme,  ///< letters of the template, which may be those of a scheme
    rest,    ///< the scheme is behind
    code,    ///< the template writes `javascript:` or `data:`
  };

  Language language = Language::html;
  State state = State::text;
  Code code = Code::none;
  Url url = Url::none;
  char quote = '\0';         ///< of a value; '\0': without quotes
  bool closing = false;      ///< in `</name`
  bool operand = true;       ///< in scripts: a `/` begins a regular expression
  bool style_url = false;    ///< the string in a style belongs to `url(`
  bool after_value = false;  ///< of an address: a value stands before
  bool escaped = false;      ///< the last character was a `\` inside a string
  std::string name;          ///< of the element, in lower case
  std::string attribute;     ///< its name, in lower case
  std::string type;          ///< of a script: its attribute `type`
  std::string pending;       ///< what has been read of `</name` in raw content, or of a reference
  std::string tail;          ///< what matters of the characters before: a word of a script, `url(`
  std::string nesting;       ///< open `{` and "${" (as '`') of a script

  bool operator==(const MarkupContext&) const = default;
};

/// Where a template of that language begins.
[[nodiscard]] MarkupContext initial_context(Language language);

/// The context behind `text`, which a template writes at `context`.
[[nodiscard]] MarkupContext advance(MarkupContext context, std::string_view text);

/// The context behind a value that was escaped for `context`.
[[nodiscard]] MarkupContext after_value(MarkupContext context);

/// What people call the place: "the text", "the attribute \"href\"", "a script".
[[nodiscard]] std::string describe(const MarkupContext& context);

}  // namespace jinja
