#pragma once

#include "digest/format.hpp"
#include "digest/format_values.hpp"
#include "digest/table_format.hpp"
#include "values/value.hpp"

namespace digest {

/// The `table:` of a format file whose whole is `tree`, with the columns that `recognise:` names.
[[nodiscard]] TableFormat parse_table_format(const values::Value& tree, FormatValues& from);

/// How tables write lists of names, where the format does not say it.
[[nodiscard]] NameMarks usual_name_marks();

}  // namespace digest
