#pragma once

#include "digest/byte_set.hpp"
#include "digest/literal_index.hpp"

namespace digest {

struct Format;

/// With which bytes something begins that is looked for everywhere: derived from the rest of the
/// format, so that most places of a line need no closer look.
struct FirstBytes {
  ByteSet starts;    ///< a header, a heading or an also-mark
  ByteSet literals;  ///< the first literal of a header that may stand inside a line, a heading, or
                     ///< an also-mark
  ByteSet dashes;    ///< the dash of a legend entry
  ByteSet inside;    ///< literals and dashes: all that is looked for inside a line
  ByteSet noise;     ///< a noise rule
  ByteSet ends_legend;  ///< what may be glued to a legend: all of the above, and lines of the head
  LiteralIndex labels;  ///< the words of the labels, numbered as in the format
};

/// `format` needs all its rules, but not its own first bytes.
[[nodiscard]] FirstBytes first_bytes_of(const Format& format);

}  // namespace digest
