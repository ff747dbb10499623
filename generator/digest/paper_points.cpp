#include "digest/paper_points.hpp"

#include "digest/key_points.hpp"
#include "text/whitespace.hpp"

#include <cstddef>
#include <string>

namespace digest {

namespace {

using diagnostics::Severity;
using text::trim;

void put_point(PaperDraft& draft, std::string_view text, int line) {
  const auto point = numbered_point(text, draft.context.format.points);
  const std::string_view content =
      point ? point->text
            : without_closer(without_bullet(text, draft.context.format.points),
                             draft.context.format.points);
  if (point && point->number != draft.last_point + 1) {
    draft.report(line,
                 {.severity = Severity::warning,
                  .code = "digest/skipped-point",
                  .message = "point " + std::to_string(point->number) + " stands behind point " +
                             std::to_string(draft.last_point) + " of this paper",
                  .remedy = "look whether a line is missing, or number the points anew"});
  }
  draft.last_point = point ? point->number : draft.last_point + 1;
  draft.point_is_closed = is_closed(text, draft.context.format.points);
  if (!content.empty()) {
    draft.paper.key_points.push_back(draft.plain_text(content));
  }
}

}  // namespace

void put_points(PaperDraft& draft, std::string_view text, int line) {
  draft.claim(Field::key_points, text);
  const PointMarks& marks = draft.context.format.points;
  while (!text.empty()) {
    const std::size_t end = first_point_size(text, marks);
    put_point(draft, trim(text.substr(0, end)), line);
    text = trim(text.substr(end));
  }
}

void continue_point(PaperDraft& draft, std::string_view text, int line) {
  const PointMarks& marks = draft.context.format.points;
  if (draft.point_is_closed || without_bullet(text, marks).size() < text.size()) {
    put_points(draft, text, line);
  } else if (!draft.paper.key_points.empty()) {
    draft.claim(Field::key_points, text);
    append_line(draft.paper.key_points.back(), draft.clean_text(without_closer(text, marks)));
    draft.point_is_closed = is_closed(text, marks);
  }
}

}  // namespace digest
