#include "digest/page_format.hpp"

#include "digest/format_values.hpp"
#include "text/whitespace.hpp"

#include <utility>

namespace digest {

namespace {

std::vector<ElementPattern> element_patterns(const values::Value& value, FormatValues& from) {
  std::vector<ElementPattern> patterns;
  for (const std::string& text : from.exact_texts(value)) {
    if (std::optional<ElementPattern> pattern = parse_element_pattern(text)) {
      patterns.push_back(*std::move(pattern));
    } else {
      from.complain(text, "\"" + text + "\" names no elements",
                    "write an element, a class or an id: nav, .comments, #sidebar, div.share");
    }
  }
  return patterns;
}

}  // namespace

std::optional<ElementPattern> parse_element_pattern(std::string_view text) {
  const std::string lower = text::ascii_lower(text);
  const std::size_t mark = std::min(lower.find_first_of(".#"), lower.size());
  ElementPattern pattern;
  pattern.tag = lower.substr(0, mark);
  if (mark < lower.size()) {
    std::string& name = lower[mark] == '.' ? pattern.class_of : pattern.id;
    name = lower.substr(mark + 1);
    if (name.empty() || name == "*") {
      return std::nullopt;
    }
  }
  const bool is_plain = lower.find_first_of(" >[:,+~\"'") == std::string::npos &&
                        lower.find_first_of(".#", mark + 1) == std::string::npos;
  return lower.empty() || !is_plain ? std::nullopt : std::optional(std::move(pattern));
}

PageFormat parse_page_format(const values::Value& tree, FormatValues& from) {
  PageFormat format;
  from.enter("recognise");
  format.recognise_contains = from.exact_texts(tree.member("recognise").member("contains"));
  from.enter("page");
  const values::Value page = tree.member("page");
  from.check_keys(page, {"content", "noise"});
  format.content = element_patterns(page.member("content"), from);
  const values::Value noise = page.member("noise");
  for (std::size_t i = 0; i < noise.size(); ++i) {
    format.noise.push_back({.name = std::string(noise.member_name(i)),
                            .elements = element_patterns(noise.member_value(i), from)});
  }
  return format;
}

}  // namespace digest
