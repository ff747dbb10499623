#include "digest/lost_headers.hpp"

#include "digest/identifiers.hpp"
#include "digest/markdown_marks.hpp"
#include "digest/script.hpp"

#include <algorithm>
#include <optional>

namespace digest {

namespace {

/// The `#` that open `line`, with a blank behind them; 0 for all else.
std::size_t heading_level(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level < line.size() && line[level] == ' ' ? level : 0;
}

std::size_t number_size(std::string_view line) {
  return static_cast<std::size_t>(std::ranges::find_if_not(line, is_digit) - line.begin());
}

/// Whether both begin with the same kind of mark. `opener` is the text of a pattern.
bool begins_alike(std::string_view opener, std::string_view line) {
  if (list_mark_size(opener) > 0) {
    return list_mark_size(line) > 0;
  }
  for (const std::string_view number : {"{rank}", "{n}"}) {
    const std::size_t digits = number_size(line);
    if (opener.starts_with(number) && opener.size() > number.size() && digits > 0) {
      return literal_size(line, digits, opener.substr(number.size(), 1)).has_value();
    }
  }
  return opener.starts_with("**") && line.starts_with("**");
}

/// Whether a link in `line` leads to a paper that its address names.
bool links_to_paper(std::string_view line) {
  for (auto link = find_link(line, 0); link; link = find_link(line, link->end)) {
    if (!paper_identity(link->url, {}).starts_with("url:")) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_broken_header(std::string_view line, std::string_view next, const Format& format) {
  if (line.empty() || next.empty()) {
    return false;
  }
  const std::string_view both(line.data(),
                              static_cast<std::size_t>(next.data() + next.size() - line.data()));
  return std::ranges::any_of(format.openers, [&](const Opener& opener) {
    const std::optional<PatternMatch> match =
        opener.pattern.begins_with_anything() ? std::nullopt : opener.pattern.at_start(both);
    if (!match) {
      return false;
    }
    const std::string_view title = match->capture("title");
    return title.data() != nullptr && title.data() < line.data() + line.size() &&
           title.data() + title.size() > next.data();
  });
}

bool looks_like_header(std::string_view line, const Format& format) {
  const std::size_t level = heading_level(line);
  const auto has_level = [level](const Opener& opener) {
    return level > 0 && heading_level(opener.pattern.text()) == level;
  };
  const auto is_alike = [line](const Opener& opener) {
    return begins_alike(opener.pattern.text(), line);
  };
  return std::ranges::any_of(format.openers, has_level) ||
         (std::ranges::any_of(format.openers, is_alike) && links_to_paper(line));
}

}  // namespace digest
