#pragma once

#include "digest/digest.hpp"

#include <string>

namespace digest {

/// A paper as one JSON object without a line break: the record that `sitegen extract` prints, that
/// the site publishes, and that is itself a valid source. The fields are those of
/// docs/digest_format.md; what the digest does not give is null or [], and `motivation`, `method`
/// and `advantage` are left out.
[[nodiscard]] std::string paper_to_json(const Digest& digest, const Paper& paper);

/// The digest itself, without its papers: `{"kind":"digest", …}`.
[[nodiscard]] std::string digest_to_json(const Digest& digest);

/// The digest, then its papers, one line each.
[[nodiscard]] std::string digest_to_json_lines(const Digest& digest);

}  // namespace digest
