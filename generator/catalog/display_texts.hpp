#pragma once

#include "catalog/catalog.hpp"

namespace catalog {

/// Decodes the TeX in the texts of `paper` for display, once, and keeps what the digest wrote in
/// `paper.wordings`. A text in which decoding would make mathematics of a `\$` stays as it is.
void decode_texts(CatalogPaper& paper);

/// The record of `paper` with its texts as the digest writes them: what data files publish.
[[nodiscard]] digest::Paper record_as_written(const CatalogPaper& paper);

}  // namespace catalog
