#include "serve/problem_page.hpp"

#include "diagnostics/show_diagnostic.hpp"
#include "serve/live_reload.hpp"
#include "text/html_escape.hpp"
#include "text/utf8.hpp"

namespace serve {

std::string problem_page(std::string_view title,
                         std::span<const diagnostics::Diagnostic> problems) {
  const std::string heading = text::html_escape(title);
  std::string html = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
)";
  html += "<title>" + heading + "</title>\n";
  html += "<link rel=\"stylesheet\" href=\"" + std::string(kPreviewFolder) + "problems.css\">\n";
  html += "</head>\n<body>\n<main>\n<h1>" + heading + "</h1>\n";
  for (const diagnostics::Diagnostic& problem : problems) {
    const bool is_error = problem.severity == diagnostics::Severity::error;
    const std::string shown = show_diagnostic(problem, diagnostics::Colour::no);
    html += is_error ? "<pre class=\"error\">" : "<pre class=\"warning\">";
    text::append_html_escaped(html, text::without_unprintable(text::replace_malformed(shown)));
    html += "</pre>\n";
  }
  html += "<p>The page loads again by itself when the sources change.</p>\n";
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace serve
