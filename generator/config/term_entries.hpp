#pragma once

#include "diagnostics/diagnostic.hpp"
#include "text/source_text.hpp"

#include <string>
#include <vector>

namespace config {

/// A text of a settings file, and where it stands, so that a later stage can complain about it.
struct PlacedText {
  std::string text;
  diagnostics::Location where;
  std::string source_line;
};

/// One entry of `authors.yaml` or `institutions.yaml`: what the site knows of a person or an
/// institution, beyond the names that digests print. Empty: the file does not say.
struct TermEntry {
  PlacedText name;                     ///< as shown
  std::string slug;                    ///< of its address; by the name if empty
  std::vector<PlacedText> names;       ///< how digests spell it
  std::vector<PlacedText> papers;      ///< identities: `names` mean it on these papers,
  std::vector<PlacedText> digests;     ///< in these digests,
  std::vector<PlacedText> categories;  ///< and under these tags only. All three empty: everywhere
  std::string orcid;                   ///< `0000-0002-1825-0097`
  std::string ror;                     ///< `042nb2s44`
  std::string url;                     ///< http or https
  std::string country;
  std::string note;
};

/// Reads `authors.yaml`: a list of entries with `name`, `names`, `slug`, `papers`, `digests`,
/// `categories`, `orcid`, `url`, `note`. Total: what is wrong is reported where it stands
/// ("config/unknown-key", "config/wrong-type", "config/bad-value", "config/bad-yaml",
/// "config/yaml-limit") and left out.
[[nodiscard]] diagnostics::Reported<std::vector<TermEntry>> parse_authors(
    const text::SourceText& source);

/// The same for `institutions.yaml`: `name`, `aliases`, `slug`, `url`, `country`, `ror`, `note`.
[[nodiscard]] diagnostics::Reported<std::vector<TermEntry>> parse_institutions(
    const text::SourceText& source);

/// Whether `orcid` is an ORCID iD: four groups of four, the last digit by ISO 7064 mod 11-2.
[[nodiscard]] bool is_orcid(std::string_view orcid);

/// Whether `ror` is the id of a ROR address: `0`, six of Crockford's base 32, two digits that check
/// them by ISO 7064 mod 97-10 (https://ror.readme.io/docs/identifier).
[[nodiscard]] bool is_ror(std::string_view ror);

}  // namespace config
