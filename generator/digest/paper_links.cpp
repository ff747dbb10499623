#include "digest/paper_links.hpp"

#include "digest/bare_address.hpp"
#include "digest/identifiers.hpp"
#include "digest/link_labels.hpp"
#include "digest/markdown_marks.hpp"
#include "digest/script.hpp"
#include "text/url.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace digest {

namespace {

using diagnostics::Severity;
using text::trim;

void set_reference(PaperDraft& draft, std::string_view address) {
  draft.reference = address;
  if (text::is_web_url(address)) {
    draft.paper.url = draft.clean_text(address);
  }
}

/// Whether there is more than marks in `text`.
bool has_words(std::string_view text) {
  return std::ranges::any_of(
      text, [](char c) { return is_wide(c) || is_digit(c) || is_lower(c) || is_capital(c); });
}

void report_address(PaperDraft& draft, std::string_view text, int line) {
  if (!draft.paper.url.empty()) {
    return;
  }
  const bool known = find_arxiv_id(text).has_value() || find_doi(text).has_value();
  draft.report(
      line, {.severity = Severity::warning,
             .code = "digest/not-a-web-address",
             .message = known ? "this reference is no link" : "this is no http or https address",
             .remedy = known ? "write the whole address, such as https://arxiv.org/abs/2302.02801"
                             : "only http and https addresses become links; correct it, or "
                               "leave it: the paper is shown without a link"});
}

}  // namespace

void put_address(PaperDraft& draft, std::string_view text, int line) {
  const bool labelled = !draft.context.format.closers.address;
  const std::optional<InlineLink> link = labelled ? find_link(text, 0) : std::nullopt;
  if (!link) {
    draft.claim(Field::url, text);
    set_reference(draft, text);
    const std::optional<BareAddress> known = labelled ? find_bare_address(text, 0) : std::nullopt;
    if (known && known->begin == 0 && known->end == text.size()) {
      draft.paper.url = draft.clean_text(known->url);
    }
    report_address(draft, text, line);
    return;
  }
  // What stands beside the address, if it is no further link, is not understood: it stays
  // unclaimed.
  const std::string_view before = trim(text.substr(0, link->begin));
  const bool is_name = !has_words(before) || literal_suffix_size(before, ":").has_value();
  const std::size_t begin = is_name ? 0 : link->begin;
  draft.claim(Field::url, text.substr(begin, link->end - begin));
  set_reference(draft, link->url);
  report_address(draft, link->url, line);
  const std::string_view rest = trim(text.substr(link->end));
  if (find_link(rest, 0)) {
    put_links(draft, {}, rest, line);
  } else if (!has_words(rest)) {
    draft.claim(Field::url, rest);
  }
}

void put_links(PaperDraft& draft, std::string_view name, std::string_view text, int line) {
  draft.claim(Field::links, text);
  std::vector<InlineLink> found;
  std::size_t from = 0;
  while (const std::optional<InlineLink> link = find_link(text, from)) {
    from = link->end;
    found.push_back(*link);
  }
  for (const InlineLink& link : found) {
    // Of several links behind one label, each is called as it says itself.
    const bool own = name.empty() || (found.size() > 1 && !link.text.empty());
    if (text::is_web_url(link.url)) {
      std::string label = draft.clean_text(own ? link.text : name);
      draft.paper.links.push_back({.label = label.empty() ? label_of_host(link.url) : label,
                                   .url = draft.clean_text(link.url)});
    }
  }
  if (!found.empty()) {
    return;
  }
  const std::size_t count = draft.paper.links.size();
  for (auto bare = find_bare_address(text, 0); bare; bare = find_bare_address(text, bare->end)) {
    draft.paper.links.push_back(
        {.label = name.empty() ? label_of_host(bare->url) : draft.clean_text(name),
         .url = draft.clean_text(bare->url)});
  }
  if (draft.paper.links.size() > count) {
    return;
  }
  draft.report(line,
               {.severity = Severity::warning,
                .code = "digest/not-a-web-address",
                .message = "this is no http or https address",
                .remedy = "only http and https addresses become links; correct it, or remove the "
                          "line"});
}

void put_title_link(PaperDraft& draft, std::string_view title) {
  if (!draft.context.format.markdown.links || !draft.reference.empty()) {
    return;
  }
  const std::optional<InlineLink> link = find_link(title, 0);
  if (link && !link->text.empty()) {
    set_reference(draft, link->url);
  }
}

}  // namespace digest
