#include "render/math_markup.hpp"

#include "render/mathml.hpp"
#include "text/html_escape.hpp"
#include "text/math_runs.hpp"

#include <optional>

namespace render {

std::string markup_with_math(std::string_view text) {
  std::string html;
  for (const text::TextRun& run : text::split_math(text)) {
    if (run.kind == text::TextRun::Kind::text) {
      text::append_html_escaped(html, run.source);
      continue;
    }
    const std::optional<std::string> formula = tex_to_mathml(run.content);
    if (!formula) {
      html += "<code class=\"math\">" + text::html_escape(run.source) + "</code>";
      continue;
    }
    const bool display = run.kind == text::TextRun::Kind::display_math;
    html += display ? "<math display=\"block\" alttext=\"" : "<math alttext=\"";
    html += text::html_escape(run.content) + "\">" + *formula + "</math>";
  }
  return html;
}

}  // namespace render
