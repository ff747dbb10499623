#pragma once

#include "sample_site.hpp"

#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <memory>
#include <string>

namespace bench {

/// The same pages made by ctemplate, from the `.ctemplate` files. There is no auto-escaping: what
/// has to be escaped says so with `:h`. Macros are written out, and what conditions and filters do
/// in our templates is done here, in C++, while the dictionary is filled.
class CtemplatePages {
 public:
  using Dictionary = std::unique_ptr<ctemplate::TemplateDictionary>;

  /// `site` outlives the pages. Ends the program if a template is wrong.
  explicit CtemplatePages(const SampleSite& site);

  /// What `page` consists of. Views the site's texts, as ctemplate allows.
  [[nodiscard]] Dictionary fill(const Page& page) const;

  /// Expands the template of `page` at the end of `out`.
  void append(const Page& page, const ctemplate::TemplateDictionary& dictionary, std::string& out);

 private:
  const SampleSite& site_;
  ctemplate::TemplateCache cache_;
};

}  // namespace bench
