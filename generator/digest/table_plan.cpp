#include "digest/table_plan.hpp"

#include "digest/cell_text.hpp"
#include "digest/row_links.hpp"
#include "digest/script.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace digest {

namespace {

/// No title of the lists we know has more characters; what has may run on into its text.
constexpr std::size_t kLongTitle = 100;
/// So many texts begin with a word that tells where a text begins; and so long it is.
constexpr std::size_t kLeastOpenings = 5;
constexpr std::size_t kLeastOpeningSize = 4;

using ColumnOfCell = std::vector<const TableColumn*>;

/// The format's column for each cell of a row; null where there is none.
ColumnOfCell columns_of(const TableRow& header, const TableFormat& format) {
  ColumnOfCell columns(header.cells.size(), nullptr);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string key = header_key(header.cells[i]);
    for (const TableColumn& column : format.columns) {
      const bool named = column.number == 0 && column.header == key;
      const bool counted = column.number == i + 1 && columns[i] == nullptr;
      if (named || counted) {
        columns[i] = &column;
      }
    }
  }
  return columns;
}

bool fills_title(const TableColumn& column) {
  return column.field == TableField(Field::title) ||
         std::ranges::any_of(column.patterns, [](const CellPattern& pattern) {
           return std::ranges::find(pattern.names(), "title") != pattern.names().end();
         });
}

/// The pieces of `cell`, if `pattern` fits; {links} takes only what has one.
std::optional<std::vector<CellPiece>> pieces_of(std::string_view cell, const CellPattern& pattern) {
  std::optional<std::vector<CellPiece>> pieces = pattern.match(cell);
  const auto lacks_links = [&pattern](const CellPiece& piece) {
    return pattern.names()[piece.placeholder] == name_of(Field::links) &&
           cell_links(piece.text).empty();
  };
  return pieces && std::ranges::any_of(*pieces, lacks_links) ? std::nullopt : pieces;
}

/// The patterns of `column` in the order in which cell `index` of the table's rows tries them.
std::vector<const CellPattern*> ordered_patterns(const TableColumn& column,
                                                 const MarkdownTable& table, std::size_t index) {
  std::vector<const CellPattern*> order;
  for (const CellPattern& pattern : column.patterns) {
    order.push_back(&pattern);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto fitting = std::ranges::count_if(table.rows, [&](const TableRow& row) {
      return index < row.cells.size() && pieces_of(row.cells[index], *order[i]).has_value();
    });
    if (!order[i]->takes_anything() && 2 * static_cast<std::size_t>(fitting) > table.rows.size()) {
      std::rotate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(i),
                  order.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      break;
    }
  }
  return order;
}

void match_cell(MatchedRow& matched, std::string_view cell, std::string_view header,
                const TableColumn& column, const std::vector<const CellPattern*>& patterns) {
  if (cell.empty()) {
    return;
  }
  if (says_none(cell)) {
    matched.pieces.push_back({.field = TableExtra::noise, .text = cell, .header = header});
    return;
  }
  if (column.field) {
    matched.pieces.push_back({.field = *column.field, .text = cell, .header = header});
    return;
  }
  for (const CellPattern* const pattern : patterns) {
    const auto pieces = pieces_of(cell, *pattern);
    if (!pieces) {
      continue;
    }
    for (const CellPiece& piece : *pieces) {
      const auto field = table_field_named(pattern->names()[piece.placeholder]);
      matched.pieces.push_back(
          {.field = field.value_or(TableExtra::noise), .text = piece.text, .header = header});
    }
    return;
  }
  matched.odd_cells.push_back(cell);
}

/// A title and the text behind it with nothing but blanks between.
struct TitleAndText {
  FilledPiece* title = nullptr;
  FilledPiece* text = nullptr;
};

TitleAndText title_and_text(MatchedRow& row) {
  for (std::size_t i = 0; i + 1 < row.pieces.size(); ++i) {
    FilledPiece& title = row.pieces[i];
    FilledPiece& text = row.pieces[i + 1];
    const char* const end = title.text.data() + title.text.size();
    if (title.field != TableField(Field::title) || text.text.empty() || text.text.data() < end) {
      continue;
    }
    const std::string_view between(end, static_cast<std::size_t>(text.text.data() - end));
    // Pieces of two cells have a pipe between them.
    if (text::is_blank(between)) {
      return {&title, &text};
    }
  }
  return {};
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find_first_of(" \t\n"));
}

bool may_open_text(std::string_view word) {
  return word.size() >= kLeastOpeningSize && is_capital(word.front());
}

using Openings = std::map<std::string_view, std::size_t>;

/// Where the text begins inside a title that is too long; 0 if it does not.
std::size_t text_start(std::string_view title, const Openings& openings) {
  for (std::size_t i = title.find(' '); i != std::string_view::npos; i = title.find(' ', i + 1)) {
    const std::string_view word = first_word(title.substr(i + 1));
    const auto known = may_open_text(word) ? openings.find(word) : openings.end();
    if (known != openings.end() && known->second >= kLeastOpenings) {
      return i + 1;
    }
  }
  return 0;
}

}  // namespace

bool gives_title(const TableRow& header, const TableFormat& format) {
  return std::ranges::any_of(columns_of(header, format), [](const TableColumn* column) {
    return column != nullptr && fills_title(*column);
  });
}

MatchedTable match_table(const MarkdownTable& table, const TableFormat& format,
                         std::size_t max_cells) {
  const ColumnOfCell columns = columns_of(table.header, format);
  std::vector<std::vector<const CellPattern*>> patterns(columns.size());
  MatchedTable matched;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] == nullptr) {
      matched.unknown_columns.push_back(table.header.cells[i]);
    } else {
      patterns[i] = ordered_patterns(*columns[i], table, i);
    }
  }
  for (const TableRow& row : table.rows) {
    if (row.cells.size() > max_cells) {
      continue;
    }
    MatchedRow& taken = matched.rows.emplace_back();
    taken.row = &row;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string_view cell = row.cells[i];
      if (i >= columns.size()) {
        taken.extra_cells.push_back(cell);
      } else if (columns[i] == nullptr) {
        taken.unknown_cells.push_back(cell);
      } else {
        match_cell(taken, cell, table.header.cells[i], *columns[i], patterns[i]);
      }
    }
  }
  return matched;
}

void split_glued_titles(std::vector<MatchedTable>& tables) {
  Openings openings;
  std::vector<std::pair<MatchedRow*, TitleAndText>> glued;
  for (MatchedTable& table : tables) {
    for (MatchedRow& row : table.rows) {
      const TitleAndText pair = title_and_text(row);
      if (pair.title == nullptr) {
        continue;
      }
      if (text::count_code_points(pair.title->text) > kLongTitle) {
        glued.emplace_back(&row, pair);
      } else if (const auto word = first_word(pair.text->text); may_open_text(word)) {
        ++openings[word];
      }
    }
  }
  for (const auto& [row, pair] : glued) {
    const std::string_view title = pair.title->text;
    if (const std::size_t start = text_start(title, openings); start > 0) {
      const char* const end = pair.text->text.data() + pair.text->text.size();
      pair.text->text = {title.data() + start,
                         static_cast<std::size_t>(end - title.data()) - start};
      pair.title->text = text::trim(title.substr(0, start));
      row->guessed_title = true;
    }
  }
}

}  // namespace digest
