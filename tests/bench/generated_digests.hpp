#pragma once

#include "text/source_text.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace bench {

/// `count` digests of ten papers each, in the labelled layout, one a day and newest last. The texts
/// are as long as those of real digests (about 3.5 kB a paper) and drawn from vocabularies of
/// realistic size by a Zipf-like law, so that words are as common and as rare as in life. Equal on
/// every machine.
[[nodiscard]] std::vector<std::shared_ptr<const text::SourceText>> generate_digests(
    std::size_t count);

}  // namespace bench
