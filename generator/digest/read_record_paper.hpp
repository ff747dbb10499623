#pragma once

#include "digest/digest.hpp"
#include "digest/json_record.hpp"
#include "digest/record_reports.hpp"

#include <cstddef>
#include <optional>

namespace digest {

/// The paper of `record`; nothing, and a report, if it has no title. What a record says of its `id`
/// and `source` is kept if it can be one; a record without a source stands where `reports` says.
/// Of more than `max_names` authors the first ones are kept. Addresses that are neither http nor
/// https are reported and left out.
[[nodiscard]] std::optional<Paper> read_record_paper(JsonRecord& record, std::size_t max_names,
                                                     RecordReports& reports);

}  // namespace digest
