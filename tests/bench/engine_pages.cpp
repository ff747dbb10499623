#include "engine_pages.hpp"

#include "diagnostics/show_diagnostic.hpp"
#include "end_program.hpp"
#include "sample_views.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {

namespace {

constexpr std::array<std::string_view, 6> kTemplates = {"base.html",   "header.html", "footer.html",
                                                        "macros.html", "paper.html",  "list.html"};

[[noreturn]] void end_because_of(const diagnostics::Diagnostic& problem) {
  end_program(diagnostics::show_diagnostic(problem, diagnostics::Colour::no));
}

jinja::TemplateSource read_template(std::string_view name) {
  const std::string path = SITEGEN_BENCH_TEMPLATES "/" + std::string(name);
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  return {.name = std::string(name),
          .source = std::make_shared<const text::SourceText>(path, bytes)};
}

/// What a site tells the engine of its data, too: `site` is the same for every page.
jinja::DataModel data_model() {
  return {.globals = {{"site", {}}},
          .pages = {{.templates = {"paper.html"}, .variables = {{"page", {}}, {"paper", {}}}},
                    {.templates = {"list.html"}, .variables = {{"page", {}}, {"papers", {}}}}}};
}

jinja::Environment compile_templates() {
  std::vector<jinja::TemplateSource> sources(kTemplates.size());
  std::ranges::transform(kTemplates, sources.begin(), read_template);
  // The options of a site's templates.
  auto compiled = jinja::Environment::compile(
      std::move(sources), {.trim_blocks = true, .lstrip_blocks = true}, {}, data_model());
  for (const diagnostics::Diagnostic& problem : compiled.diagnostics) {
    end_because_of(problem);
  }
  return std::move(compiled.value);
}

}  // namespace

EnginePages::EnginePages(const SampleSite& site)
    : site_(site),
      globals_(site_globals(site)),
      environment_(compile_templates()),
      fragments_(environment_.fragment_count()) {}

void EnginePages::append(const Page& page, std::string& out) const {
  const values::Map context = page_context(site_, page);
  const auto problem =
      environment_.render(page.paper != nullptr ? "paper.html" : "list.html",
                          {.globals = globals_, .context = context, .fragments = &fragments_}, out);
  if (problem) {
    end_because_of(*problem);
  }
}

}  // namespace bench
