#include "digest/record_text.hpp"

#include "text/utf8.hpp"

#include <cstddef>

namespace digest {

std::string record_text(std::string_view text, bool clean) {
  if (clean) {
    return std::string(text);
  }
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint point = text::code_point_at(text, i);
    const bool control = (point.value < 0x20 && point.value != '\t' && point.value != '\n') ||
                         (point.value >= 0x7F && point.value <= 0x9F);
    if (point.malformed) {
      text::append_utf8(out, text::kReplacement);
    } else if (!control) {
      out += text.substr(i, point.size);
    }
    i += point.size;
  }
  return out;
}

}  // namespace digest
