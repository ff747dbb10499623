#include "digest/paper_header.hpp"

#include "text/whitespace.hpp"

#include <charconv>
#include <optional>
#include <string_view>

namespace digest {

namespace {

using text::trim;

/// Every piece of the header goes to the placeholder that it surrounds: the opening brackets before
/// it, and whatever stands behind it.
void claim_header(PaperDraft& draft, const Opener& opener) {
  const std::string_view whole = draft.block.header.whole;
  const std::string_view title = draft.block.header.body;
  const std::string_view before_title =
      opener.rest_is_title ? whole.substr(0, static_cast<std::size_t>(title.data() - whole.data()))
                           : whole;
  const std::optional<PatternMatch> match = opener.pattern.at_start(
      opener.rest_is_title && title.empty() ? std::string_view(whole) : before_title);
  std::string_view field = name_of(Field::title);
  std::size_t claimed = 0;
  const auto claim_to = [&](std::size_t end) {
    draft.claims.claim(trim(whole.substr(claimed, end - claimed)), field, draft.number);
    claimed = end;
  };
  for (std::size_t i = 0; match && i < match->capture_count; ++i) {
    const Capture& capture = match->captures[i];
    auto begin = static_cast<std::size_t>(capture.text.data() - whole.data());
    while (begin > claimed &&
           std::string_view("[(*<").find(whole[begin - 1]) != std::string_view::npos) {
      --begin;
    }
    if (i > 0) {
      claim_to(begin);
    }
    field = capture.name == "code" ? name_of(Field::category) : capture.name;
    if (field == name_of(Field::category) && capture.name != "code") {
      draft.paper.category = draft.clean_text(trim(capture.text));
    }
    if (opener.pattern.ends_with_anything() && i + 1 == match->capture_count) {
      // It may be cut into several fields: only what stands before it is sure.
      draft.claims.claim(
          trim(whole.substr(
              claimed, static_cast<std::size_t>(capture.text.data() - whole.data()) - claimed)),
          field, draft.number);
      return;
    }
  }
  claim_to(before_title.size());
}

}  // namespace

void put_header(PaperDraft& draft) {
  const Fragment& header = draft.block.header;
  draft.paper.section = draft.block.section;
  draft.paper.category = header.code.empty() ? draft.block.category : header.code;
  int rank = 0;
  const auto [end, error] =
      std::from_chars(header.rank.data(), header.rank.data() + header.rank.size(), rank);
  if (error == std::errc() && !header.rank.empty()) {
    draft.paper.rank = rank;
  }
  draft.paper.source = {
      .file = draft.context.source.path(), .line = header.line, .end_line = draft.block.end_line()};
  const Opener* const opener = draft.context.format.opener(header.rule);
  if (opener != nullptr) {
    claim_header(draft, *opener);
  }
}

}  // namespace digest
