#pragma once

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/expected.hpp"
#include "jinja/arguments.hpp"
#include "text/source_text.hpp"
#include "values/value.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jinja {

/// What a name that is not there does when it is used.
enum class Undefined {
  lenient,    ///< prints nothing and is false; its fields and arithmetic are errors (Jinja2's rule)
  strict,     ///< any use but `is defined` and `default` is an error
  chainable,  ///< as lenient, and its fields are undefined too
};

struct Options {
  bool autoescape = true;
  bool trim_blocks = false;            ///< drop the line break after a block tag or comment
  bool lstrip_blocks = false;          ///< drop the blanks before a block tag that begins a line
  bool keep_trailing_newline = false;  ///< keep the line break that ends a template
  Undefined undefined = Undefined::strict;
};

/// One template, as its file came.
struct TemplateSource {
  std::string name;                                ///< as templates call it: `partials/paper.html`
  std::shared_ptr<const text::SourceText> source;  ///< its path is for diagnostics
};

/// A filter that the host adds (`t`, `date`, `asset`). Gets what stands before the `|`, and the
/// arguments; the reason it gives for a failure becomes a diagnostic at the place of the call.
/// Values must not outlive the call.
using HostFilter = std::function<diagnostics::OrReason<values::Value>(const values::Value& input,
                                                                      const Arguments& arguments)>;

struct Program;

/// Every template of a site, compiled. Immutable: rendering from several threads is safe.
class Environment {
 public:
  /// Compiles all of `sources`. Everything that is wrong in any of them is reported. Templates
  /// without errors can be rendered even if others have some. With Undefined::strict whatever can
  /// be seen without rendering is an error; else, as in Jinja2, an unknown filter or a missing
  /// template inside an `if` is only a warning, and an error where it is reached.
  [[nodiscard]] static diagnostics::Reported<Environment> compile(
      std::vector<TemplateSource> sources, Options options,
      std::map<std::string, HostFilter> host_filters);

  [[nodiscard]] bool has(std::string_view name) const;

  /// Renders template `name` at the end of `out`. `globals` are seen by imported templates too
  /// (as `site`); `context` by the page's own templates only, and goes before `globals`. Both must
  /// outlive the call. If a diagnostic comes back, `out` ends with what was rendered until then.
  [[nodiscard]] std::optional<diagnostics::Diagnostic> render(std::string_view name,
                                                              const values::Map& globals,
                                                              const values::Map& context,
                                                              std::string& out) const;

 private:
  explicit Environment(std::shared_ptr<const Program> program);

  std::shared_ptr<const Program> program_;
};

}  // namespace jinja
