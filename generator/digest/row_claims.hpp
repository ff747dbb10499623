#pragma once

#include "digest/claims.hpp"
#include "digest/table_plan.hpp"
#include "text/source_text.hpp"

namespace digest {

/// Claims the bytes of `row` for paper `number`. Pipes and the literal text of patterns go with the
/// piece behind them, at the end of the row with the one before. Unclaimed stay the cells that no
/// column takes, and words in a cell of links that are no link.
void claim_row(const text::SourceText& source, const MatchedRow& row, int number,
               ClaimBook& claims);

}  // namespace digest
