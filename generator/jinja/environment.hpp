#pragma once

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/expected.hpp"
#include "jinja/arguments.hpp"
#include "jinja/data_model.hpp"
#include "jinja/fragments.hpp"
#include "text/source_text.hpp"
#include "values/value.hpp"

#include <cstddef>
#include <cstdint>
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

/// Beyond these a page is a mistake, not a page.
struct Limits {
  int depth = 200;  ///< of calls: includes, blocks, macros and recursive loops inside each other
  std::uint64_t rounds = 20'000'000;      ///< of all loops of one page together
  std::size_t output_size = 256'000'000;  ///< of one page in bytes
};

struct Options {
  bool autoescape = true;
  bool trim_blocks = false;            ///< drop the line break after a block tag or comment
  bool lstrip_blocks = false;          ///< drop the blanks before a block tag that begins a line
  bool keep_trailing_newline = false;  ///< keep the line break that ends a template
  Undefined undefined = Undefined::strict;
  Limits limits;
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

/// What a page is made of beside its template. All parts outlive the rendering.
struct RenderInput {
  const values::Map& globals;  ///< seen by imported templates too (as `site`)
  const values::Map& context;  ///< of the page; goes before `globals`, and only the page's own
                               ///< templates see it
  /// Keeps the parts that are equal for all pages with these globals; null: every page renders them
  /// for itself.
  const Fragments* fragments = nullptr;
};

struct Program;

/// Every template of a site, compiled. Immutable: rendering from several threads is safe.
class Environment {
 public:
  /// Without templates.
  Environment() = default;

  /// Compiles all of `sources`. Everything that is wrong in any of them is reported. Templates
  /// without errors can be rendered even if others have some. With Undefined::strict whatever can
  /// be seen without rendering is an error; else, as in Jinja2, an unknown filter or a missing
  /// template inside an `if` is only a warning, and an error where it is reached.
  [[nodiscard]] static diagnostics::Reported<Environment> compile(
      std::vector<TemplateSource> sources, Options options,
      std::map<std::string, HostFilter> host_filters, const DataModel& model = {});

  [[nodiscard]] bool has(std::string_view name) const;

  /// How many parts of the templates are equal on every page.
  [[nodiscard]] std::size_t fragment_count() const;

  /// Renders template `name` at the end of `out`. If a diagnostic comes back, `out` ends with what
  /// was rendered until then.
  [[nodiscard]] std::optional<diagnostics::Diagnostic> render(std::string_view name,
                                                              const RenderInput& input,
                                                              std::string& out) const;

  /// The same without fragments.
  [[nodiscard]] std::optional<diagnostics::Diagnostic> render(std::string_view name,
                                                              const values::Map& globals,
                                                              const values::Map& context,
                                                              std::string& out) const {
    return render(name, {.globals = globals, .context = context}, out);
  }

 private:
  explicit Environment(std::shared_ptr<const Program> program);

  std::shared_ptr<const Program> program_;
};

}  // namespace jinja
