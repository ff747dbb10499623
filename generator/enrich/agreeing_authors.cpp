#include "enrich/agreeing_authors.hpp"

#include "digest/identifiers.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace enrich {

namespace {

constexpr std::array<std::string_view, 6> kSuffixes = {"jr", "sr", "ii", "iii", "iv", "v"};

/// The words of a name as comparisons take them: folded, without accents and marks.
std::vector<std::string> words_of(std::string_view name) {
  const std::string plain = digest::normalised_title(text::without_marks(name));
  std::vector<std::string> words;
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    words.push_back(plain.substr(at, end - at));
    at = end + 1;
  }
  // "H v Hasselt" has no fifth of that name.
  while (words.size() > 1 && words.back().size() > 1 &&
         std::ranges::find(kSuffixes, words.back()) != kSuffixes.end()) {
    words.pop_back();
  }
  return words;
}

std::string_view first_character(std::string_view text) {
  return text.substr(0, text.empty() ? 0 : text::code_point_at(text, 0).size);
}

}  // namespace

bool name_agrees(std::string_view name, const KnownAuthor& author) {
  const std::vector<std::string> words = words_of(name);
  const std::vector<std::string> family = words_of(author.family);
  const std::vector<std::string> given = words_of(author.given);
  if (words.empty() || family.empty()) {
    return false;
  }
  if (given.empty() || words.size() == 1) {
    return words == words_of(author.shown());
  }
  return words.back() == family.back() &&
         first_character(words.front()) == first_character(given.front());
}

bool has_initials_only(std::string_view name) {
  const std::size_t family = name.find_last_of(" .");
  if (family == std::string_view::npos) {
    return false;
  }
  // "J-P", "S.C.Y.", "H v": letters that stand alone.
  std::size_t letters = 0;
  bool any = false;
  for (std::size_t i = 0; i <= family;) {
    const text::CodePoint point = text::code_point_at(name, i);
    letters = text::is_alphanumeric(point.value) ? letters + 1 : 0;
    any = any || letters > 0;
    if (letters > 1) {
      return false;
    }
    i += point.size;
  }
  return any;
}

std::optional<AuthorList> completed_authors(const AuthorList& given,
                                            std::span<const KnownAuthor> known,
                                            bool known_is_truncated) {
  const std::size_t count = given.names.size();
  const bool is_whole = !given.truncated && count > 0;
  if (known.empty() || (is_whole ? known.size() != count : known.size() < count)) {
    return std::nullopt;
  }
  AuthorList list{.names = given.names, .truncated = given.truncated};
  for (std::size_t i = 0; i < count; ++i) {
    if (!name_agrees(given.names[i], known[i])) {
      return std::nullopt;
    }
    if (has_initials_only(given.names[i]) && !has_initials_only(known[i].shown())) {
      list.names[i] = known[i].shown();
    }
  }
  for (std::size_t i = count; i < known.size(); ++i) {
    list.names.push_back(known[i].shown());
  }
  list.truncated = (given.truncated || count == 0) && known_is_truncated;
  const bool changes = list.names != given.names || list.truncated != given.truncated;
  return changes ? std::optional(std::move(list)) : std::nullopt;
}

}  // namespace enrich
