#include "text/slug.hpp"

#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

namespace text {

std::string slugify(std::string_view utf8) {
  // Folded first, because of some letters only the small form is known as Latin with a mark; in
  // lower case once more, because small capitals become capitals.
  const std::string folded = ascii_lower(without_marks(fold(replace_malformed(utf8))));
  std::string slug;
  bool gap = false;
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint point = code_point_at(folded, i);
    const bool in_word = !gap && !slug.empty();
    if (!is_alphanumeric(point.value) && !(in_word && is_mark(point.value))) {
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
