#include "commands/report.hpp"

#include "commands/exit_status.hpp"
#include "diagnostics/diagnostic_list.hpp"
#include "diagnostics/show_diagnostic.hpp"

#include <algorithm>
#include <iostream>
#include <unistd.h>

namespace commands {

using diagnostics::Diagnostic;
using diagnostics::Severity;

void print_diagnostics(std::vector<Diagnostic> list, Format format) {
  diagnostics::sort_and_deduplicate(list);
  const auto colour = stderr_is_terminal() ? diagnostics::Colour::yes : diagnostics::Colour::no;
  for (const Diagnostic& diagnostic : list) {
    if (format == Format::json) {
      std::cout << diagnostics::diagnostic_to_json(diagnostic) << "\n";
    } else {
      std::cerr << diagnostics::show_diagnostic(diagnostic, colour);
    }
  }
}

std::string count_in_words(const std::vector<Diagnostic>& list) {
  const diagnostics::SeverityCounts counts = diagnostics::count_by_severity(list);
  std::string words = counts.errors > 0 ? plural(counts.errors, "error") : "";
  if (counts.warnings > 0) {
    words += (words.empty() ? "" : ", ") + plural(counts.warnings, "warning");
  }
  return words;
}

bool has_errors(const std::vector<Diagnostic>& list, Strict strict) {
  return std::ranges::any_of(list, [strict](const Diagnostic& diagnostic) {
    return strict == Strict::yes || diagnostic.severity == Severity::error;
  });
}

int exit_status_of(const std::vector<Diagnostic>& list, Strict strict) {
  const bool configuration = std::ranges::any_of(list, [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::error &&
           (diagnostic.where.path == "site.yaml" || diagnostic.code == "files/no-site" ||
            diagnostic.code == "publish/foreign-output");
  });
  if (configuration) {
    return kUsage;
  }
  return has_errors(list, strict) ? kContentErrors : kClean;
}

bool stderr_is_terminal() {
  return ::isatty(STDERR_FILENO) != 0;
}

bool stdout_is_terminal() {
  return ::isatty(STDOUT_FILENO) != 0;
}

std::string plural(std::size_t count, const std::string& singular) {
  if (count == 1) {
    return "1 " + singular;
  }
  const bool y = singular.ends_with('y') && !singular.ends_with("day");
  return std::to_string(count) + " " +
         (y ? singular.substr(0, singular.size() - 1) + "ies" : singular + "s");
}

}  // namespace commands
