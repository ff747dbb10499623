#pragma once

#include "digest/field.hpp"
#include "digest/format.hpp"
#include "digest/record_items.hpp"

#include <span>
#include <vector>

namespace digest {

/// Makes items of the labels that stand inside the texts of a record because the lines round them
/// are glued together, in the order of the format: each behind the one before it, if it is there.
/// Only labels without a line of their own are looked for. One that is `promised` counts anywhere,
/// another one only where a line may have ended.
void cut_at_glued_labels(std::vector<RecordItem>& items, std::span<const Field> promised,
                         const Format& format);

}  // namespace digest
