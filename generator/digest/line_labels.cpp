#include "digest/line_labels.hpp"

#include "digest/markdown_marks.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <utility>

namespace digest {

namespace {

/// Whether something that is no mark ends `label`, so that a sentence may begin with it.
bool ends_in_word(std::string_view label) {
  const char last = label.back();
  return is_lower(last) || is_capital(last) || is_digit(last) ||
         (is_wide(last) && chinese_end(label) == label.size() &&
          has_han(label.substr(label.size() - std::min<std::size_t>(label.size(), 3))));
}

/// What is longer is a sentence with a colon.
constexpr std::size_t kLongestLabel = 32;
constexpr std::ptrdiff_t kMostWords = 3;
constexpr std::string_view kOpen = "【";
constexpr std::string_view kClose = "】";

/// The word in front of the first colon, if it may be a label: no address, no time of day.
std::string_view word_before_colon(std::string_view line) {
  std::size_t at = 0;
  while (at < std::min(line.size(), kLongestLabel) && mark_size(line, at, ':') == 0) {
    ++at;
  }
  const std::size_t colon = mark_size(line, at, ':');
  std::string_view word = text::trim_right(line.substr(0, at));
  while (word.ends_with('*')) {  // `**Authors**: …`
    word.remove_suffix(1);
  }
  const bool is_word = colon > 0 && !word.empty() && !is_digit(word.back()) &&
                       word.find_first_of("*[]()<>{}#|\"") == std::string_view::npos &&
                       std::ranges::count(word, ' ') < kMostWords &&
                       !line.substr(at + colon).starts_with("//");
  return is_word ? word : std::string_view();
}

bool has_only_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += 3) {
    if (!is_ideograph_lead(text[at])) {
      return false;
    }
  }
  return true;
}

/// The colon behind a label, blanks before it included; 0 if there is none.
std::size_t colon_size(std::string_view text, std::size_t at) {
  const std::size_t blanks = blanks_at(text, at);
  const std::size_t colon = mark_size(text, at + blanks, ':');
  return colon > 0 ? blanks + colon : 0;
}

}  // namespace

std::optional<LabelMatch> label_at(std::string_view text, std::size_t offset, std::size_t rule,
                                   const Format& format) {
  const std::string_view label = format.labels[rule].word();
  const bool with_colon = label.size() < format.labels[rule].text.size();
  std::size_t at = offset;
  const std::size_t opening = format.markdown.emphasis ? emphasis_run(text, at) : 0;
  at += opening;
  const auto core = literal_size(text, at, label);
  if (!core) {
    return std::nullopt;
  }
  at += *core;
  std::size_t closing = opening > 0 ? emphasis_run(text, at) : 0;
  at += closing;
  const std::size_t colon = colon_size(text, at);
  at += colon;
  if (opening > 0 && closing == 0) {
    closing = emphasis_run(text, at);
    at += closing;
  }
  if (with_colon ? colon == 0
                 : (colon == 0 && closing == 0 && ends_in_word(label) && at < text.size())) {
    return std::nullopt;
  }
  return LabelMatch{.rule = rule, .begin = offset, .end = at, .emphasised = closing > 0};
}

std::optional<LabelMatch> label_at_start(std::string_view line, const Format& format) {
  const std::size_t mark = format.markdown.emphasis ? list_mark_size(line) : 0;
  const std::size_t word = mark + (format.markdown.emphasis ? emphasis_run(line, mark) : 0);
  std::optional<LabelMatch> best;
  format.first_bytes.labels.at(line, word, [&](std::size_t rule) {
    const std::optional<LabelMatch> match = label_at(line, mark, rule, format);
    if (match && (!best || match->end > best->end)) {
      best = match;
    }
  });
  if (best) {
    best->begin = 0;
  }
  return best;
}

std::optional<LabelMatch> find_label(std::string_view text, std::size_t from, std::size_t rule,
                                     const Format& format) {
  const std::string_view label = format.labels[rule].word();
  for (auto at = find_literal(text, from, label); at; at = find_literal(text, *at + 1, label)) {
    std::size_t begin = *at;
    while (format.markdown.emphasis && begin > from && text[begin - 1] == '*') {
      --begin;
    }
    if (const auto match = label_at(text, begin, rule, format);
        match && (match->emphasised || begin == *at)) {
      return match;
    }
    if (const auto match = begin < *at ? label_at(text, *at, rule, format) : std::nullopt) {
      return match;
    }
  }
  return std::nullopt;
}

std::optional<LabelMatch> label_at_end(std::string_view text, const Format& format) {
  if (!literal_suffix_size(text, ":")) {
    return std::nullopt;
  }
  for (std::size_t rule = 0; rule < format.labels.size(); ++rule) {
    const std::string& label = format.labels[rule].text;
    const auto size = label.ends_with(':') ? literal_suffix_size(text, label) : std::nullopt;
    if (size && *size < text.size()) {
      return LabelMatch{.rule = rule, .begin = text.size() - *size, .end = text.size()};
    }
  }
  return std::nullopt;
}

std::string_view possible_label(std::string_view line) {
  line.remove_prefix(list_mark_size(line));
  line.remove_prefix(emphasis_run(line, 0));
  if (!line.starts_with(kOpen)) {
    return word_before_colon(line);
  }
  const std::size_t close = line.substr(0, kLongestLabel).find(kClose);
  return close == std::string_view::npos ? std::string_view()
                                         : line.substr(0, close + kClose.size());
}

std::string_view unknown_label(std::string_view line, const Format& format) {
  const std::string_view label = possible_label(line);
  const auto any_label = [&format](auto is_such) {
    return std::ranges::any_of(format.labels, [&](const Label& l) { return is_such(l.word()); });
  };
  if (label.starts_with(kOpen)) {
    return any_label([](std::string_view word) { return word.starts_with(kOpen); })
               ? label
               : std::string_view();
  }
  if (label.empty()) {
    return {};
  }
  const auto begin = static_cast<std::size_t>(label.data() - line.data());
  const std::size_t word_end = begin + label.size();
  const std::size_t colon = word_end + emphasis_run(line, word_end);
  const std::size_t end = colon + mark_size(line, colon, ':');
  const bool is_emphasised = format.markdown.emphasis &&
                             emphasis_run(line, list_mark_size(line)) > 0 &&
                             (colon > word_end || emphasis_run(line, end) > 0);
  const bool is_known_kind = is_emphasised || (has_only_han(label) && any_label(has_only_han));
  return is_known_kind ? line.substr(begin, end - begin) : std::string_view();
}

std::string_view link_name(std::string_view label) {
  for (const char* divider : {"|", "·", "•"}) {
    label.remove_prefix(label.starts_with(divider) ? std::string_view(divider).size() : 0);
  }
  label = text::trim(label);
  label = text::trim(label.substr(list_mark_size(label)));
  const auto is_mark = [](char c) {
    return c == '*' || c == '_' || c == ':' || c == ' ' || c == '|';
  };
  while (!label.empty() && is_mark(label.front())) {
    label.remove_prefix(1);
  }
  for (bool found = true; found && !label.empty();) {
    const std::size_t wide = literal_suffix_size(label, ":").value_or(0);
    const std::size_t size = is_mark(label.back()) ? 1 : wide;
    label.remove_suffix(size);
    found = size > 0;
  }
  for (const auto& [open, close] :
       {std::pair("[", "]"), std::pair("(", ")"), std::pair("【", "】")}) {
    const auto begin = literal_size(label, 0, open);
    const auto end = literal_suffix_size(label, close);
    if (begin && end && *begin + *end < label.size()) {
      label = text::trim(label.substr(*begin, label.size() - *begin - *end));
    }
  }
  return label;
}

}  // namespace digest
