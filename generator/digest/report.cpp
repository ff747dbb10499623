#include "digest/report.hpp"

#include <set>
#include <string>
#include <utility>

namespace digest {

namespace {

bool is_excerpt(const text::SourceText& source, int line) {
  return source.line(static_cast<std::size_t>(line)).size() <= kMaxExcerptLine;
}

}  // namespace

void report_line(std::vector<diagnostics::Diagnostic>& list, const text::SourceText& source,
                 int line, diagnostics::Diagnostic diagnostic) {
  if (line == 0) {
    diagnostic.where = {.path = source.path()};
    list.push_back(std::move(diagnostic));
    return;
  }
  if (is_excerpt(source, line)) {
    list.push_back(diagnostics::at_line(source, line, std::move(diagnostic)));
    return;
  }
  diagnostic.where = {.path = source.path(), .line = line, .column = 0};
  list.push_back(std::move(diagnostic));
}

void report_offset(std::vector<diagnostics::Diagnostic>& list, const text::SourceText& source,
                   std::size_t offset, diagnostics::Diagnostic diagnostic) {
  const diagnostics::Location where = diagnostics::location_at(source, offset);
  if (is_excerpt(source, where.line)) {
    list.push_back(diagnostics::at_offset(source, offset, std::move(diagnostic)));
    return;
  }
  diagnostic.where = where;
  list.push_back(std::move(diagnostic));
}

void keep_first_of_each(std::vector<diagnostics::Diagnostic>& list, std::string_view code) {
  std::set<std::string> said;
  std::erase_if(list, [&](const diagnostics::Diagnostic& diagnostic) {
    return diagnostic.code == code && !said.insert(diagnostic.message).second;
  });
}

}  // namespace digest
