#include "digest/parse_table_format.hpp"

#include "digest/field_meant.hpp"
#include "text/whitespace.hpp"

#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digest {

namespace {

using values::Kind;
using values::Value;

constexpr std::size_t kMostColumns = 1000;

class TableFormatReader {
 public:
  explicit TableFormatReader(FormatValues& from) : from_(from) {}

  TableFormat read(const Value& tree) && {
    from_.enter("recognise");
    for (const std::string& header :
         from_.exact_texts(tree.member("recognise").member("columns"))) {
      format_.recognise_columns.push_back(header_key(header));
    }
    from_.enter("table");
    const Value table = tree.member("table");
    from_.check_keys(table, {"digests", "headings", "contents", "columns", "url_labels", "prose"});
    read_digest_per(table.member("digests").as_text());
    format_.headings = from_.cell_patterns(table.member("headings"));
    for (const CellPattern& heading : format_.headings) {
      check_names(heading);
    }
    format_.contents = from_.cell_patterns(table.member("contents"));
    read_columns(table.member("columns"));
    for (const std::string& label : from_.exact_texts(table.member("url_labels"))) {
      format_.url_labels.push_back(text::ascii_lower(label));
    }
    const std::string_view prose = table.member("prose").as_text();
    format_.prose_is_noise = prose == "noise";
    if (!prose.empty() && prose != "noise" && prose != "report") {
      from_.complain(prose, "`prose` is either noise or report", "");
    }
    check_title();
    return std::move(format_);
  }

 private:
  void read_digest_per(std::string_view name) {
    if (name == "heading") {
      format_.digest_per = DigestPer::heading;
    } else if (name == "date") {
      format_.digest_per = DigestPer::date;
    } else if (!name.empty() && name != "file") {
      from_.complain(name, "`digests` is one of file, heading and date",
                     "file: all tables of a file are one digest; heading: each heading with a "
                     "date begins one; date: rows of one date are one");
    }
  }

  void read_columns(const Value& columns) {
    if (columns.kind() != Kind::map) {
      from_.complain("columns", "`columns` is a map of headers and fields",
                     "write `Title: title`, a line for each column");
      return;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
      TableColumn column = column_named(columns.member_name(i));
      const Value filled_by = columns.member_value(i);
      const std::string_view text = filled_by.as_text();
      if (!text.empty() && text.find('{') == std::string_view::npos) {
        column.field = field(text);
      } else if (!text.empty() || filled_by.kind() == Kind::list) {
        column.patterns = from_.cell_patterns(filled_by);
        for (const CellPattern& pattern : column.patterns) {
          check_names(pattern);
        }
      }
      if (column.field || !column.patterns.empty()) {
        format_.columns.push_back(std::move(column));
      } else if (text.empty()) {
        from_.complain(columns.member_name(i), "this column fills no field",
                       "name a field, a pattern such as \"{rank}. {title}\", or noise");
      }
    }
  }

  static TableColumn column_named(std::string_view name) {
    TableColumn column;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error == std::errc() && end == name.data() + name.size() && number > 0 &&
        number <= kMostColumns) {
      column.number = number;
    } else {
      column.header = header_key(name);
    }
    return column;
  }

  std::optional<TableField> field(std::string_view name) {
    const std::optional<TableField> found = table_field_named(name);
    if (!found) {
      std::vector<std::string_view> known(field_names().begin(), field_names().end());
      for (const TableExtra extra :
           {TableExtra::section, TableExtra::arxiv_id, TableExtra::year, TableExtra::noise}) {
        known.push_back(name_of(extra));
      }
      const std::string meant = field_meant(name, known);
      from_.complain(name, "a table has no field \"" + std::string(name) + "\"",
                     meant.empty() ? "docs/digest_format.md lists the fields" : meant);
    }
    return found;
  }

  void check_names(const CellPattern& pattern) {
    for (const std::string& name : pattern.names()) {
      static_cast<void>(field(name));
    }
  }

  /// Without a title there is no paper.
  void check_title() {
    for (const TableColumn& column : format_.columns) {
      if (column.field == TableField(Field::title)) {
        return;
      }
      for (const CellPattern& pattern : column.patterns) {
        for (const std::string& name : pattern.names()) {
          if (name == "title") {
            return;
          }
        }
      }
    }
    from_.complain("table", "no column of this format gives a title",
                   "write `Title: title` below `columns:`");
  }

  FormatValues& from_;
  TableFormat format_;
};

}  // namespace

TableFormat parse_table_format(const Value& tree, FormatValues& from) {
  return TableFormatReader(from).read(tree);
}

NameMarks usual_name_marks() {
  return {.author_separators = Separators({",", "、", ";", " and ", " & ", " / "}),
          .affiliation_separators = Separators({"&"}),
          .truncation = {"and others", "et al.", "et.al.", "et. al.", "et al", "......", "...",
                         "……", "…", "等人", "等"}};
}

}  // namespace digest
