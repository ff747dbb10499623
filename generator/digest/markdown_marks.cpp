#include "digest/markdown_marks.hpp"

#include "digest/bare_address.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>

namespace digest {

namespace {

constexpr std::size_t kMaxEmphasis = 3;
/// `[text]` longer than this is no link: what stands in the bracket is looked at again and again.
constexpr std::size_t kMaxLinkText = 1024;
constexpr std::size_t kMaxAddress = 4096;

/// `[text](address)` whose bracket opens at `offset`.
std::optional<InlineLink> bracket_link(std::string_view text, std::size_t offset) {
  const std::size_t close = text.substr(0, offset + kMaxLinkText).find("](", offset);
  if (close == std::string_view::npos) {
    return std::nullopt;
  }
  const std::size_t start = close + 2;
  const bool angled = start < text.size() && text[start] == '<';
  const std::size_t url = start + (angled ? 1 : 0);
  if (!begins_with_scheme(text.substr(url))) {
    return std::nullopt;
  }
  int depth = 0;
  std::size_t end = url;
  const std::size_t limit = std::min(text.size(), url + kMaxAddress);
  while (end < limit && blanks_at(text, end) == 0 && (text[end] != ')' || depth > 0)) {
    depth += text[end] == '(' ? 1 : 0;
    depth -= text[end] == ')' ? 1 : 0;
    ++end;
  }
  // A title in quotes may stand behind the address.
  const std::size_t last = text.substr(0, end + kMaxLinkText).find(')', end);
  if (last == std::string_view::npos) {
    return std::nullopt;
  }
  std::string_view address = text.substr(url, end - url);
  if (angled && address.ends_with('>')) {
    address.remove_suffix(1);
  }
  return InlineLink{.begin = offset,
                    .end = last + 1,
                    .text = text::trim(text.substr(offset + 1, close - offset - 1)),
                    .url = address};
}

}  // namespace

std::size_t emphasis_run(std::string_view text, std::size_t offset) {
  if (offset >= text.size() || (text[offset] != '*' && text[offset] != '_')) {
    return 0;
  }
  std::size_t end = offset;
  while (end < text.size() && end - offset < kMaxEmphasis && text[end] == text[offset]) {
    ++end;
  }
  return end - offset;
}

std::size_t list_mark_size(std::string_view line) {
  for (const std::string_view mark : {"-", "*", "+", "•"}) {
    if (line.starts_with(mark)) {
      const std::size_t blanks = blanks_at(line, mark.size());
      return blanks > 0 || mark == "•" ? mark.size() + blanks : 0;
    }
  }
  return 0;
}

std::size_t image_size(std::string_view text, std::size_t offset) {
  if (!text.substr(offset).starts_with("![")) {
    return 0;
  }
  const std::size_t middle = text.substr(0, offset + kMaxLinkText).find("](", offset);
  const std::size_t close = middle == std::string_view::npos
                                ? middle
                                : text.substr(0, middle + kMaxAddress).find(')', middle);
  return close == std::string_view::npos ? 0 : close + 1 - offset;
}

bool is_emphasised(std::string_view text) {
  const std::size_t run = emphasis_run(text, 0);
  if (run == 0 || text.size() <= 2 * run || !text.ends_with(text.substr(0, run))) {
    return false;
  }
  return text.substr(run, text.size() - 2 * run).find(text.substr(0, run)) ==
         std::string_view::npos;
}

std::string_view without_emphasis(std::string_view text) {
  while (is_emphasised(text)) {
    const std::size_t run = emphasis_run(text, 0);
    text = text::trim(text.substr(run, text.size() - 2 * run));
  }
  return text;
}

std::optional<InlineLink> find_link(std::string_view text, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] == '!') {
      i += std::max<std::size_t>(image_size(text, i), 1) - 1;
    } else if (text[i] == '[') {
      if (const std::optional<InlineLink> link = bracket_link(text, i)) {
        return link;
      }
    } else if ((text[i] == 'h' || text[i] == 'H') && begins_with_scheme(text.substr(i))) {
      const std::size_t end = address_end(text, i);
      const bool angled = i > from && text[i - 1] == '<' && end < text.size() && text[end] == '>';
      return InlineLink{.begin = i - (angled ? 1 : 0),
                        .end = end + (angled ? 1 : 0),
                        .text = {},
                        .url = text.substr(i, end - i)};
    }
  }
  return std::nullopt;
}

bool is_in_link_text(std::string_view text, std::size_t offset) {
  const std::size_t from = offset - std::min(offset, kMaxLinkText);
  const std::size_t back = text.substr(from, offset - from).find_last_of("[]");
  if (back == std::string_view::npos || text[from + back] == ']') {
    return false;
  }
  const std::optional<InlineLink> link = bracket_link(text, from + back);
  return link && text.data() + offset < link->text.data() + link->text.size();
}

namespace {

std::string without_images(std::string_view text) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = text.find("!["); at < text.size(); at = text.find("![", at)) {
    const std::size_t size = image_size(text, at);
    if (size > 0) {
      out += text.substr(copied, at - copied);
      copied = at + size;
    }
    at += std::max<std::size_t>(size, 1);
  }
  return out.append(text.substr(copied));
}

}  // namespace

std::string without_markdown(std::string_view text, const MarkdownMarks& marks) {
  const bool has_image = marks.links && text.find("![") != std::string_view::npos;
  const std::string rest = has_image ? without_images(text) : "";
  text = has_image ? text::trim(rest) : text;
  if (marks.emphasis) {
    text = without_emphasis(text);
  }
  const auto next_stars = [&](std::size_t from) {
    return marks.emphasis ? text.find("**", from) : std::string_view::npos;
  };
  const auto next_bracket = [&](std::size_t from) {
    return marks.links ? text.find('[', from) : std::string_view::npos;
  };
  std::string out;
  out.reserve(text.size());
  std::size_t copied = 0;  // where the text begins that is not copied yet
  std::size_t stars = next_stars(0);
  std::size_t bracket = next_bracket(0);
  while (std::min(stars, bracket) != std::string_view::npos) {
    const std::size_t at = std::min(stars, bracket);
    const auto link = at == bracket ? bracket_link(text, at) : std::nullopt;
    const std::size_t end = link ? link->end : at + (at == stars ? 2 : 1);
    if (link || at == stars) {
      out += text.substr(copied, at - copied);
      out += link ? link->text : std::string_view();
      copied = end;
    }
    stars = stars < end ? next_stars(end) : stars;
    bracket = bracket < end ? next_bracket(end) : bracket;
  }
  out += text.substr(copied);
  return out;
}

}  // namespace digest
