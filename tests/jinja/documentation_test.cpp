// Renders every example of docs/template_language.md, and holds its tables against what there is.
//
// An example is one fenced block of kind `jinja` or several, then one of kind `yaml` if it has
// data, then one of kind `output`. Behind `jinja` may stand the template's name (otherwise it is
// page.html), `lenient` or `chainable`, and `untrimmed` for Jinja2's white space; all else is as in
// a site. In a table whose last column is "gives", the column before it holds an expression or a
// template, and `⏎` stands for a line break. The line break that ends an output is not shown.
#include "config/yaml.hpp"
#include "jinja/filter_table.hpp"
#include "jinja/template_case.hpp"
#include "jinja/template_object.hpp"
#include "jinja/test_table.hpp"
#include "jinja/value_methods.hpp"
#include "render/site_filters.hpp"
#include "text/whitespace.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using jinja_cases::TemplateCase;
using Names = std::set<std::string, std::less<>>;

std::vector<std::string> lines_of_document() {
  std::ifstream file(std::string(SITEGEN_PROJECT_DIR) + "/docs/template_language.md");
  const std::string whole{std::istreambuf_iterator<char>(file), {}};
  std::vector<std::string> lines;
  for (const std::string_view line : text::split(whole, "\n")) {
    lines.emplace_back(line);
  }
  return lines;
}

/// A fenced block: the words behind its opening fence, its text, and where it stands.
struct Block {
  std::vector<std::string> words;
  std::string text;
  std::size_t line = 0;
};

std::vector<Block> fenced_blocks(const std::vector<std::string>& lines) {
  std::vector<Block> blocks;
  bool inside = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    if (!line.starts_with("```")) {
      if (inside) {
        blocks.back().text += line + "\n";
      }
    } else if (inside) {
      inside = false;
      // The line break before the fence belongs to it.
      std::string& text = blocks.back().text;
      text.resize(text.size() - (text.empty() ? 0 : 1));
    } else {
      inside = true;
      Block& block = blocks.emplace_back();
      block.line = i + 1;
      for (const std::string_view word : text::split(std::string_view(line).substr(3), " ")) {
        block.words.emplace_back(word);
      }
    }
  }
  return blocks;
}

/// Templates are compiled as those of a site.
TemplateCase new_example() {
  TemplateCase example;
  example.options.trim_blocks = true;
  example.options.lstrip_blocks = true;
  return example;
}

void add_template(TemplateCase& example, const Block& block) {
  std::string name = "page.html";
  for (std::size_t i = 1; i < block.words.size(); ++i) {
    const std::string& word = block.words[i];
    if (word.find('.') != std::string::npos) {
      name = word;
    } else if (word == "untrimmed") {
      example.options.trim_blocks = false;
      example.options.lstrip_blocks = false;
    } else if (word == "lenient") {
      example.options.undefined = jinja::Undefined::lenient;
    } else if (word == "chainable") {
      example.options.undefined = jinja::Undefined::chainable;
    } else {
      ADD_FAILURE() << "line " << block.line << ": what is \"" << word << "\"?";
    }
  }
  example.templates.push_back({name, block.text});
}

void add_data(TemplateCase& example, const Block& block) {
  const auto data = config::parse_yaml(text::SourceText("data", block.text));
  ASSERT_TRUE(data.has_value()) << "line " << block.line;
  for (std::size_t i = 0; i < data->size(); ++i) {
    example.data.set(std::string(data->member_name(i)), data->member_value(i));
  }
}

/// A row of a table: its cells, and those of its table's head.
struct Row {
  std::vector<std::string> head;
  std::vector<std::string> cells;
  std::size_t line = 0;
};

/// The cells of `| a | b |`, trimmed; `\|` is part of a cell.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '|' && line[i - 1] == '\\') {
      cells.back().back() = '|';
    } else if (line[i] == '|') {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  cells.pop_back();
  for (std::string& cell : cells) {
    cell = std::string(text::trim(cell));
  }
  return cells;
}

std::vector<Row> table_rows(const std::vector<std::string>& lines) {
  std::vector<Row> rows;
  std::vector<std::string> head;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool in_table = lines[i].starts_with("|");
    if (!in_table) {
      head.clear();
    } else if (head.empty()) {
      head = cells_of(lines[i]);
    } else if (!lines[i].starts_with("|---")) {
      rows.push_back({head, cells_of(lines[i]), i + 1});
    }
  }
  return rows;
}

/// The output of `example`, without the line break at its end.
std::string output_of(const TemplateCase& example) {
  std::string output = jinja_cases::run_template_case(example);
  output.resize(output.size() - (output.ends_with('\n') ? 1 : 0));
  return output;
}

/// What stands between backticks in `cell`.
std::vector<std::string> code_spans(const std::string& cell) {
  std::vector<std::string> spans;
  const std::vector<std::string_view> parts = text::split(cell, "`");
  for (std::size_t i = 1; i + 1 < parts.size(); i += 2) {
    spans.emplace_back(parts[i]);
  }
  return spans;
}

std::string with_visible_line_breaks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c == '\n' ? "⏎" : std::string(1, c);
  }
  return out;
}

/// The names in the first column of all tables that are headed `head`, without their arguments.
Names documented(const std::string& head) {
  Names names;
  for (const Row& row : table_rows(lines_of_document())) {
    if (row.head.front() == head) {
      for (const std::string& span : code_spans(row.cells.front())) {
        names.insert(span.substr(0, span.find('(')));
      }
    }
  }
  return names;
}

Names set_of(const std::vector<std::string_view>& names) {
  return {names.begin(), names.end()};
}

TEST(TemplateDocumentation, ShowsExamplesThatAreTrue) {
  std::size_t examples = 0;
  TemplateCase example = new_example();
  for (const Block& block : fenced_blocks(lines_of_document())) {
    SCOPED_TRACE("line " + std::to_string(block.line));
    if (block.words.front() == "jinja") {
      add_template(example, block);
    } else if (block.words.front() == "yaml") {
      add_data(example, block);
    } else if (block.words.front() == "output") {
      EXPECT_EQ(output_of(example), block.text);
      example = new_example();
      ++examples;
    } else {
      EXPECT_TRUE(example.templates.empty()) << "the example before has no output";
    }
  }

  EXPECT_TRUE(example.templates.empty()) << "the last example has no output";
  EXPECT_GT(examples, 20U);
}

TEST(TemplateDocumentation, HasTablesThatAreTrue) {
  std::size_t examples = 0;
  for (const Row& row : table_rows(lines_of_document())) {
    if (row.head.back() != "gives") {
      continue;
    }
    SCOPED_TRACE("line " + std::to_string(row.line));
    ASSERT_EQ(row.cells.size(), row.head.size());
    const std::vector<std::string> expressions = code_spans(row.cells[row.cells.size() - 2]);
    const std::vector<std::string> given = code_spans(row.cells.back());
    ASSERT_EQ(expressions.size(), 1U);
    ASSERT_EQ(given.size(), 1U);
    TemplateCase example = new_example();
    const bool is_template = expressions.front().starts_with("{%");
    example.templates.push_back(
        {"page.html", is_template ? expressions.front() : "{{ " + expressions.front() + " }}"});

    EXPECT_EQ(with_visible_line_breaks(output_of(example)), given.front());
    ++examples;
  }

  EXPECT_GT(examples, 80U);
}

TEST(TemplateDocumentation, NamesEveryFilterAndNoOther) {
  Names filters = set_of(jinja::builtin_filter_names());
  for (const auto& filter : render::site_filters(nullptr)) {
    filters.insert(filter.first);
  }

  EXPECT_EQ(documented("filter"), filters);
}

TEST(TemplateDocumentation, NamesEveryTestAndNoOther) {
  EXPECT_EQ(documented("test"), set_of(jinja::builtin_test_names()));
}

TEST(TemplateDocumentation, NamesEveryFunctionAndNoOther) {
  Names functions;
  for (const auto& function : jinja::builtin_functions()) {
    functions.emplace(function.first);
  }

  EXPECT_EQ(documented("function"), functions);
}

TEST(TemplateDocumentation, NamesEveryMethodAndNoOther) {
  const auto methods_of = [](const values::Value& value) {
    return set_of(jinja::value_method_names(value));
  };

  EXPECT_EQ(documented("of texts"), methods_of(values::Value::view("")));
  EXPECT_EQ(documented("of lists"), methods_of(values::Value::list({})));
  EXPECT_EQ(documented("of maps"), methods_of(values::Value::map({})));
}

TEST(TemplateDocumentation, NamesEveryTagAndNoOther) {
  const Names tags = documented("tag");

  EXPECT_THAT(
      tags, testing::UnorderedElementsAre("autoescape", "block", "break", "call", "continue", "do",
                                          "extends", "filter", "for", "from", "if", "import",
                                          "include", "macro", "raw", "set", "with"));
  for (const std::string& tag : tags) {
    TemplateCase one;
    one.templates.push_back({"page.html", "{% " + tag + " %}"});
    const std::string said = jinja_cases::run_template_case(one);
    EXPECT_THAT(said, testing::Not(testing::HasSubstr("there is no tag"))) << tag;
  }
}

}  // namespace
