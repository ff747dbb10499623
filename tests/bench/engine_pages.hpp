#pragma once

#include "jinja/environment.hpp"
#include "sample_site.hpp"
#include "values/value.hpp"

#include <string>

namespace bench {

/// The pages as the engine of this project renders them. Ends the program if the engine reports
/// anything.
class EnginePages {
 public:
  /// Compiles the templates of tests/bench/templates. `site` outlives the pages.
  explicit EnginePages(const SampleSite& site);

  /// Renders `page` at the end of `out`.
  void append(const Page& page, std::string& out) const;

 private:
  const SampleSite& site_;
  values::Map globals_;
  jinja::Environment environment_;
  jinja::Fragments fragments_;
};

}  // namespace bench
