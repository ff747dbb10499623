#pragma once

#include "digest/format.hpp"
#include "digest/record_scanner.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace digest {

/// A piece of a record that is still to be placed: a text, an address or a label.
struct RecordItem {
  std::string_view text;
  int line = 0;
  bool is_address = false;
  bool is_whole = false;       ///< a mark of the opener ends the text: nothing is glued to it
  std::optional<Field> label;  ///< the item is the label of that field
  std::optional<Field> field;  ///< the item is a text of that field: a placeholder took it
};

[[nodiscard]] inline RecordItem text_item(std::string_view text, int line) {
  return {
      .text = text, .line = line, .is_address = false, .is_whole = false, .label = {}, .field = {}};
}

[[nodiscard]] inline RecordItem label_item(std::string_view text, int line, Field field) {
  return {.text = text,
          .line = line,
          .is_address = false,
          .is_whole = false,
          .label = field,
          .field = {}};
}

/// The pieces of a record in their order, the title first if its header has it. Labels are items of
/// their own, also where one stands in the middle of a line because the lines round it are glued to
/// it: that is looked for only if the label has no line of its own.
[[nodiscard]] std::vector<RecordItem> record_items(const RecordBlock& block, const Format& format);

}  // namespace digest
