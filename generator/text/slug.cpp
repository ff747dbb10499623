#include "text/slug.hpp"

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace text {

std::string slugify(std::string_view utf8) {
  const std::string folded = fold(without_marks(replace_malformed(utf8)));
  std::string slug;
  bool gap = false;
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint point = code_point_at(folded, i);
    if (!is_alphanumeric(point.value)) {
      gap = true;
    } else {
      const std::size_t hyphen = gap && !slug.empty() ? 1 : 0;
      if (slug.size() + hyphen + point.size > kMaxSlugSize) {
        break;
      }
      slug.append(hyphen, '-');
      slug.append(folded, i, point.size);
      gap = false;
    }
    i += point.size;
  }
  return slug;
}

}  // namespace text
