#include "digest/choose_format.hpp"

#include "digest/recognise_format.hpp"
#include "digest/report.hpp"
#include "digest/unknown_layout.hpp"
#include "text/suggestion.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace digest {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Reported;
using diagnostics::Severity;

void report_unknown_format(const text::SourceText& source, const std::string& name,
                           std::span<const Format> formats, std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string_view> names;
  for (const Format& format : formats) {
    names.push_back(format.name);
  }
  report_line(diagnostics, source, line_of_setting(source, "format:"),
              {.severity = Severity::error,
               .code = "digest/no-such-format",
               .message = "there is no format \"" + name + "\"",
               .remedy = text::did_you_mean(name, names)});
}

/// Says what the layout looks like, and what would read it.
void report_no_format(const text::SourceText& source, std::span<const std::string_view> lines,
                      std::size_t first_line, const RecognisedFormat& recognised,
                      std::vector<Diagnostic>& diagnostics) {
  Diagnostic said{.severity = Severity::error,
                  .code = "digest/unknown-format",
                  .message = "no format fits this file, so no record was read: "};
  if (const std::optional<UnknownTable> table = first_table(source, first_line)) {
    said.message += "it has a table with the columns " + table->columns;
    said.remedy =
        "write a format file with `reader: table` that says below `columns:` what each "
        "of them is; docs/digest_format.md has one under Tables";
    return report_line(diagnostics, source, table->line, std::move(said));
  }
  const bool is_strange = recognised.strange_line > 0;
  said.message += recognised.reason;
  said.message += is_strange ? "; this is the first line that does not fit it" : "";
  std::string labels;
  for (const std::string_view label : repeated_labels(lines, first_line)) {
    labels += (labels.empty() ? "\"" : "\", \"") + std::string(label);
  }
  said.remedy = labels.empty()
                    ? "name the format in a front matter with `format:`, describe the layout in "
                      "a format file, or move the file out of the digests if it is none"
                    : "many lines begin with the labels " + labels +
                          "\": write a format file that says below `labels:` what each of them is; "
                          "docs/digest_format.md has one under Format files";
  report_line(diagnostics, source, recognised.strange_line, std::move(said));
}

}  // namespace

Reported<ChosenFormat> choose_format(const text::SourceText& source,
                                     std::span<const std::string_view> lines,
                                     const DigestSettings& settings, const DigestOptions& options) {
  Reported<ChosenFormat> chosen;
  const std::string& name = settings.format.empty() ? options.format : settings.format;
  if (!name.empty()) {
    const auto named = std::ranges::find(options.formats, name, &Format::name);
    if (named != options.formats.end()) {
      chosen.value.reason = settings.format.empty() ? "the site's configuration names it"
                                                    : "the front matter names it";
      chosen.value.format = &*named;
      return chosen;
    }
    report_unknown_format(source, name, options.formats, chosen.diagnostics);
  }
  const RecognisedFormat recognised =
      recognise_format(source, lines, settings.first_line, options.formats);
  chosen.value.reason = recognised.reason;
  if (recognised.format == nullptr) {
    report_no_format(source, lines, settings.first_line, recognised, chosen.diagnostics);
  } else if (recognised.rival != nullptr) {
    report_line(
        chosen.diagnostics, source, 0,
        {.severity = Severity::error,
         .code = "digest/ambiguous-format",
         .message = "two formats fit this file, so no record was read: \"" +
                    recognised.format->name + "\" and \"" + recognised.rival->name + "\"",
         .remedy = "name one of them in a front matter with `format:`, or give one a higher "
                   "`priority`"});
    return chosen;
  }
  chosen.value.format = recognised.format;
  return chosen;
}

}  // namespace digest
