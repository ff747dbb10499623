#include "digest/line_pattern.hpp"

#include "digest/date_text.hpp"
#include "digest/han_forms.hpp"
#include "digest/script.hpp"

#include <algorithm>
#include <utility>

namespace digest {

namespace {

constexpr std::size_t kNoMatch = std::string_view::npos;

/// What stands between a placeholder and the literal behind it is no longer than this many bytes: a
/// line of a million opening marks would have its end searched for each of them.
constexpr std::size_t kMaxPlaceholder = 16'384;

bool is_number_byte(char c) {
  return is_digit(c) || c == ',';
}

std::size_t run_end(std::string_view text, std::size_t offset, bool (*belongs)(char)) {
  std::size_t at = offset;
  while (at < text.size() && belongs(text[at])) {
    ++at;
  }
  return at > offset ? at : kNoMatch;
}

std::size_t code_end(std::string_view text, std::size_t offset) {
  const bool code =
      offset + 1 < text.size() && is_capital(text[offset]) && is_capital(text[offset + 1]);
  return code ? offset + 2 : kNoMatch;
}

/// Whether a link may begin at `offset`: an address, a bracket or an opening mark round one.
bool may_begin_link(std::string_view text, std::size_t offset) {
  for (const char open : {'(', '<'}) {
    offset += mark_size(text, offset, open);
  }
  const std::string_view rest = text.substr(std::min(offset, text.size()));
  return mark_size(rest, 0, '[') > 0 || rest.starts_with("http://") || rest.starts_with("https://");
}

/// The first `literal` at or after `from` that a link stands behind; where there is none, the first
/// one of all.
std::optional<std::size_t> literal_before_link(std::string_view text,
                                               std::optional<std::size_t> from,
                                               std::string_view literal) {
  for (auto at = from; at; at = find_literal(text, *at + 1, literal)) {
    if (may_begin_link(text, *at + literal_size(text, *at, literal).value_or(0))) {
      return at;
    }
  }
  return from;
}

}  // namespace

std::string_view PatternMatch::capture(std::string_view name) const {
  for (std::size_t i = 0; i < capture_count; ++i) {
    if (captures[i].name == name) {
      return captures[i].text;
    }
  }
  return {};
}

LinePattern::Kind LinePattern::kind_of(std::string_view name) {
  if (name == "n") {
    return Kind::number;
  }
  if (name == "rank") {
    return Kind::digits;
  }
  if (name == "date") {
    return Kind::date;
  }
  return name == "code" ? Kind::code : Kind::anything;
}

bool LinePattern::takes_links(const Element& element) {
  return element.kind == Kind::anything && (element.text == "url" || element.text == "links");
}

std::optional<LinePattern> LinePattern::parse(std::string_view pattern) {
  LinePattern parsed;
  parsed.text_ = pattern;
  std::size_t placeholders = 0;
  while (!pattern.empty()) {
    if (pattern.front() != '{') {
      const std::size_t end = std::min(pattern.find('{'), pattern.size());
      parsed.elements_.push_back({Kind::literal, std::string(pattern.substr(0, end))});
      pattern.remove_prefix(end);
      continue;
    }
    const std::size_t close = pattern.find('}');
    const bool touches = !parsed.elements_.empty() && parsed.elements_.back().kind != Kind::literal;
    if (close == std::string_view::npos || touches || ++placeholders > kMaxCaptures) {
      return std::nullopt;
    }
    const std::string_view name = pattern.substr(1, close - 1);
    parsed.elements_.push_back({kind_of(name), std::string(name)});
    pattern.remove_prefix(close + 1);
  }
  if (parsed.elements_.empty()) {
    return std::nullopt;
  }
  return parsed;
}

std::size_t LinePattern::element_end(std::size_t element, std::string_view text,
                                     std::size_t offset) const {
  switch (elements_[element].kind) {
    case Kind::literal: {
      const auto size = literal_size(text, offset, elements_[element].text);
      return size ? offset + *size : kNoMatch;
    }
    case Kind::number:
      return run_end(text, offset, is_number_byte);
    case Kind::digits:
      return run_end(text, offset, is_digit);
    case Kind::code:
      return code_end(text, offset);
    case Kind::date: {
      const std::optional<DateText> date = date_at(text, offset);
      return date ? offset + date->size : kNoMatch;
    }
    case Kind::anything:
      break;
  }
  if (element + 1 == elements_.size()) {
    return text.size() > offset ? text.size() : kNoMatch;
  }
  const std::string_view where = text.substr(0, offset + kMaxPlaceholder);
  const std::string& literal = elements_[element + 1].text;
  const std::optional<std::size_t> end = find_literal(where, offset, literal);
  const bool before_link = element + 2 < elements_.size() && takes_links(elements_[element + 2]);
  return (before_link ? literal_before_link(where, end, literal) : end).value_or(kNoMatch);
}

std::optional<PatternMatch> LinePattern::match_from(std::size_t element, std::string_view text,
                                                    PatternMatch match) const {
  for (; element < elements_.size(); ++element) {
    const std::size_t end = element_end(element, text, match.end);
    if (end == kNoMatch) {
      return std::nullopt;
    }
    if (elements_[element].kind != Kind::literal) {
      match.captures[match.capture_count++] = {elements_[element].text,
                                               text.substr(match.end, end - match.end)};
    }
    match.end = end;
  }
  return match;
}

std::optional<PatternMatch> LinePattern::at_start(std::string_view text) const {
  // Nearly always not: a match is made only where there may be one.
  const Element& first = elements_.front();
  const bool may_match = first.kind == Kind::literal
                             ? literal_size(text, 0, first.text).has_value()
                             : !text.empty() && may_begin_with(text.front());
  return may_match ? match_from(0, text, {}) : std::nullopt;
}

bool LinePattern::is_whole(std::string_view text) const {
  const std::optional<PatternMatch> match = at_start(text);
  return match && match->end == text.size();
}

bool LinePattern::may_begin_with(char first) const {
  const Element& element = elements_.front();
  switch (element.kind) {
    case Kind::number:
      return is_number_byte(first);
    case Kind::digits:
      return is_digit(first);
    case Kind::code:
      return is_capital(first);
    case Kind::literal:
    case Kind::date:
    case Kind::anything:
      break;
  }
  return true;
}

bool LinePattern::begins_with_literal() const {
  return elements_.front().kind == Kind::literal;
}

bool LinePattern::begins_with_anything() const {
  return elements_.front().kind == Kind::anything;
}

bool LinePattern::ends_with_anything() const {
  return elements_.back().kind == Kind::anything;
}

bool LinePattern::has_placeholder(std::string_view name) const {
  return std::ranges::any_of(
      elements_, [name](const Element& e) { return e.kind != Kind::literal && e.text == name; });
}

std::vector<std::string_view> LinePattern::placeholders() const {
  std::vector<std::string_view> names;
  for (const Element& element : elements_) {
    if (element.kind != Kind::literal) {
      names.emplace_back(element.text);
    }
  }
  return names;
}

std::string_view LinePattern::first_literal() const {
  const auto literal =
      std::ranges::find(elements_, Kind::literal, [](const Element& e) { return e.kind; });
  return literal == elements_.end() ? std::string_view() : std::string_view(literal->text);
}

std::optional<PatternMatch> LinePattern::around(std::string_view text, std::size_t offset,
                                                std::size_t from) const {
  const Kind first = elements_.front().kind;
  const bool digits = first == Kind::digits && offset > from && is_digit(text[offset - 1]);
  if (!(digits || first == Kind::literal) || !literal_size(text, offset, first_literal())) {
    return std::nullopt;
  }
  PatternMatch match{.begin = offset, .end = offset, .captures = {}, .capture_count = 0};
  if (first == Kind::literal) {
    return match_from(0, text, match);
  }
  while (match.begin > from && is_digit(text[match.begin - 1])) {
    --match.begin;
  }
  match.captures[match.capture_count++] = {elements_.front().text,
                                           text.substr(match.begin, offset - match.begin)};
  return match_from(1, text, match);
}

}  // namespace digest
