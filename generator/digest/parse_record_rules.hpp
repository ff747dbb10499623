#pragma once

#include "digest/format.hpp"
#include "digest/format_values.hpp"
#include "values/value.hpp"

namespace digest {

/// Reads the `record:` of a format file into `format`, whose labels are read: what opens and closes
/// a record, and what stands between them.
void parse_record_rules(const values::Value& record, Format& format, FormatValues& from);

}  // namespace digest
