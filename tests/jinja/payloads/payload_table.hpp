#pragma once

#include "diagnostics/diagnostic.hpp"
#include "jinja/environment.hpp"
#include "values/value.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Hostile texts, and the places of a page in which a template may print them.
namespace payloads {

/// A line of payloads.txt.
struct Payload {
  std::string group;
  std::string written;  ///< as it stands in the file
  std::string bytes;
};

[[nodiscard]] std::vector<Payload> read_payloads();

/// What `line` of payloads.txt stands for. Throws std::invalid_argument for an unknown escape.
[[nodiscard]] std::string unescaped(std::string_view line);

/// A template of contexts/. It prints `x`.
struct Context {
  std::string name;  ///< of the file: `url_href_start_double.html`
  std::string source;
  /// Words of its first line, `{#- rules: names refusable -#}`; README.md says what they mean.
  std::set<std::string, std::less<>> rules;

  [[nodiscard]] bool has(std::string_view rule) const { return rules.contains(rule); }

  /// The part of the name before the first `_`.
  [[nodiscard]] std::string_view kind() const;

  [[nodiscard]] bool is_xml() const { return name.ends_with(".xml"); }
};

[[nodiscard]] std::vector<Context> read_contexts();

/// A context's template, compiled with Undefined::strict and autoescape.
class ContextTemplate {
 public:
  explicit ContextTemplate(const Context& context, bool autoescape = true);

  /// What is wrong with the template itself.
  [[nodiscard]] const std::vector<diagnostics::Diagnostic>& problems() const { return problems_; }

  struct Page {
    std::string bytes;
    std::optional<diagnostics::Diagnostic> problem;
  };

  /// The page that shows `x`.
  [[nodiscard]] Page render(const values::Value& x) const;
  /// The same, with `x` coming out of a list.
  [[nodiscard]] Page render_in_loop(const values::Value& x) const;

 private:
  std::string name_;
  std::string loop_name_;
  jinja::Environment environment_;
  std::vector<diagnostics::Diagnostic> problems_;
};

}  // namespace payloads
