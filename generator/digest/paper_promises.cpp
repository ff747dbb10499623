#include "digest/paper_promises.hpp"

#include "digest/paper_members.hpp"

#include <algorithm>
#include <span>
#include <string>

namespace digest {

namespace {

using diagnostics::Severity;

/// An address counts however it is written, and the date is that of the newest paper.
bool has(const PaperDraft& draft, Field field) {
  if (field == Field::url) {
    return !draft.reference.empty();
  }
  if (field == Field::date) {
    return draft.context.newest_date != nullptr && draft.context.newest_date->year != 0;
  }
  return has_member(draft.paper, field);
}

/// Whether a label of the format fills `field` or another one, by language, and that one is there.
bool has_other_language(PaperDraft& draft, Field field) {
  return std::ranges::any_of(draft.context.format.labels, [&draft, field](const Label& label) {
    return label.chinese && ((label.field == field && has(draft, *label.chinese)) ||
                             (*label.chinese == field && has(draft, label.field)));
  });
}

}  // namespace

void check_promises(PaperDraft& draft) {
  std::string missing;
  for (const Field field : draft.context.format.promises(draft.block.section)) {
    if (field != Field::url && !has(draft, field) && !has_other_language(draft, field) &&
        std::ranges::find(draft.reported, field) == draft.reported.end()) {
      missing += (missing.empty() ? "" : ", ") + std::string(name_of(field));
    }
  }
  if (!missing.empty()) {
    draft.report(draft.block.header.line,
                 {.severity = Severity::warning,
                  .code = "digest/missing-field",
                  .message = "this paper lacks what the format \"" + draft.context.format.name +
                             "\" promises: " + missing,
                  .remedy = "look whether a line of the paper is missing, or `sitegen explain` the "
                            "file to see where it went"});
  }
  const std::span<const Field> promises = draft.context.format.promises(draft.block.section);
  if (draft.reference.empty() && std::ranges::find(promises, Field::url) != promises.end()) {
    draft.report(
        draft.block.header.line,
        {.severity = Severity::warning,
         .code = "digest/missing-url",
         .message = "this paper has no address",
         .remedy = "put its link on a line of its own at the end of the record; without one "
                   "the paper is known by its title alone"});
  }
}

}  // namespace digest
