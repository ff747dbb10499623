#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/claims.hpp"
#include "digest/digest.hpp"
#include "digest/paper_builder.hpp"
#include "digest/record_scanner.hpp"

namespace digest {

/// Reads one record and claims its bytes for `number`, the paper's place in the digest. What fits
/// no part of the format stays unclaimed. The paper's title is empty if the header has none.
[[nodiscard]] diagnostics::Reported<Paper> read_record(const RecordBlock& block, int number,
                                                       const RecordContext& context,
                                                       ClaimBook& claims);

}  // namespace digest
