#pragma once

#include "digest/claims.hpp"
#include "digest/record_rules.hpp"
#include "digest/table_plan.hpp"
#include "text/source_text.hpp"

#include <span>

namespace digest {

/// Claims the bytes of `row` for paper `number`. Pipes and the literal text of patterns go with the
/// piece behind them, at the end of the row with the one before. Unclaimed stay the cells that no
/// column takes, and words in a cell of links that are neither a link nor `noise`.
void claim_row(const text::SourceText& source, const MatchedRow& row, int number,
               std::span<const NoiseRule> noise, ClaimBook& claims);

}  // namespace digest
