#pragma once

#include "diagnostics/diagnostic.hpp"

#include <string>
#include <vector>

namespace commands {

enum class Format { text, json };
enum class Strict { no, yes };

/// Prints the diagnostics, sorted and each once, to stderr: with colours if that is a terminal. As
/// JSON they go to stdout, one object a line.
void print_diagnostics(std::vector<diagnostics::Diagnostic> list, Format format);

/// `2 errors, 1 warning`; empty if there is nothing wrong.
[[nodiscard]] std::string count_in_words(const std::vector<diagnostics::Diagnostic>& list);

/// Whether `list` forbids publishing.
[[nodiscard]] bool has_errors(const std::vector<diagnostics::Diagnostic>& list, Strict strict);

/// 2 if site.yaml is wrong or missing, 1 for any other error, else 0.
[[nodiscard]] int exit_status_of(const std::vector<diagnostics::Diagnostic>& list, Strict strict);

/// Whether people read stderr, or stdout.
[[nodiscard]] bool stderr_is_terminal();
[[nodiscard]] bool stdout_is_terminal();

/// `7 papers`, `1 paper`.
[[nodiscard]] std::string plural(std::size_t count, const std::string& singular);

}  // namespace commands
