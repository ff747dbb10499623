#pragma once

#include "jinja/data_model.hpp"
#include "values/value.hpp"

namespace jinja_cases {

/// The data model that the section `model` of a case describes:
///
///     globals: {site: site}
///     a.html: {paper: paper, papers: [paper], count: integer, note: text?}
///
/// Every key but `globals` is a template that pages are rendered with. Kinds are `text`, `integer`,
/// `real`, `boolean`, `map`, or a record: `paper`, `author`, `digest`, `site`. A `?` lets `none`
/// stand in its place, `[...]` is a list, any other word leaves the kind open.
[[nodiscard]] jinja::DataModel read_model(const values::Value& section);

}  // namespace jinja_cases
