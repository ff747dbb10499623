#pragma once

#include "digest/format.hpp"
#include "digest/format_part.hpp"
#include "digest/table_format.hpp"
#include "values/value.hpp"

namespace digest {

/// The `table:` of a format file whose whole is `tree`, with the columns that `recognise:` names.
[[nodiscard]] TableFormat parse_table_format(const values::Value& tree, FormatPart& part);

/// How tables write lists of names, where the format does not say it.
[[nodiscard]] NameMarks usual_name_marks();

}  // namespace digest
