#include "digest/page_table.hpp"

#include "digest/page_elements.hpp"

#include <charconv>
#include <string_view>

namespace digest {

namespace {

bool is_element_of(const GumboNode& node, GumboTag tag) {
  return is_element(node) && node.v.element.tag == tag;
}

/// The first row of a table or of a part of it; null if it has none.
const GumboNode* first_row(const GumboNode& node) {
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto& child = *static_cast<const GumboNode*>(children.data[i]);
    if (is_element_of(child, GUMBO_TAG_TR)) {
      return &child;
    }
    const bool is_part = is_element_of(child, GUMBO_TAG_THEAD) ||
                         is_element_of(child, GUMBO_TAG_TBODY) ||
                         is_element_of(child, GUMBO_TAG_TFOOT);
    if (const GumboNode* const row = is_part ? first_row(child) : nullptr; row != nullptr) {
      return row;
    }
  }
  return nullptr;
}

std::size_t span_in(const GumboNode& cell, const char* name) {
  const std::string_view text = attribute_of(cell, name);
  std::size_t span = 1;
  std::from_chars(text.data(), text.data() + text.size(), span);
  return span;
}

}  // namespace

bool has_header_row(const GumboNode& table) {
  const GumboNode* const row = first_row(table);
  if (row == nullptr) {
    return false;
  }
  const bool in_head = is_element_of(*row->parent, GUMBO_TAG_THEAD);
  std::size_t headers = 0;
  const GumboVector& cells = row->v.element.children;
  for (unsigned i = 0; i < cells.length; ++i) {
    const auto& cell = *static_cast<const GumboNode*>(cells.data[i]);
    const bool is_header = is_element_of(cell, GUMBO_TAG_TH);
    if (is_element_of(cell, GUMBO_TAG_TD) && !in_head) {
      return false;
    }
    headers += is_header || is_element_of(cell, GUMBO_TAG_TD) ? 1U : 0U;
  }
  return headers >= 2;
}

void PageTable::open(const GumboNode& table) {
  table_ = &table;
  lines_.break_line();
  writer_.begin_table();
}

bool PageTable::is_cell(const GumboNode& node) const {
  const bool may_begin = table_ != nullptr && cell_ == nullptr &&
                         (node.v.element.tag == GUMBO_TAG_TD || node.v.element.tag == GUMBO_TAG_TH);
  return may_begin || &node == cell_;
}

void PageTable::begin(const GumboNode& node) {
  if (is_cell(node)) {
    cell_ = &node;
    writer_.begin_cell({.columns = span_in(node, "colspan"), .rows = span_in(node, "rowspan")});
  }
}

void PageTable::end(const GumboNode& node) {
  if (&node == cell_) {
    cell_ = nullptr;
    writer_.end_cell();
    return;
  }
  if (table_ == nullptr || cell_ != nullptr) {
    return;
  }
  if (node.v.element.tag == GUMBO_TAG_TR) {
    if (const PlacedText row = writer_.end_row(); !row.text.empty()) {
      lines_.break_line();
      lines_.add_line(row);
    }
  }
  if (&node == table_) {
    table_ = nullptr;
  }
}

}  // namespace digest
