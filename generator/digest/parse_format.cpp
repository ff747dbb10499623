#include "digest/parse_format.hpp"

#include "digest/extend_format.hpp"
#include "digest/first_bytes.hpp"
#include "digest/format_values.hpp"
#include "digest/page_format.hpp"
#include "digest/parse_record_rules.hpp"
#include "digest/parse_table_format.hpp"
#include "digest/record_format.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"
#include "values/value.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

namespace digest {

namespace {

using values::Kind;
using values::Value;

/// Formats of a site are tried before the built-in ones.
constexpr std::size_t kDeepestHeading = 6;  // of Markdown
constexpr int kDefaultPriority = 100;

constexpr std::array<std::pair<Shape, std::string_view>, 8> kShapeNames = {{
    {Shape::latin, "latin"},
    {Shape::chinese, "chinese"},
    {Shape::names, "names"},
    {Shape::bracketed, "bracketed"},
    {Shape::numbered, "numbered"},
    {Shape::emphasised, "emphasised"},
    {Shape::parenthesised, "parenthesised"},
    {Shape::address, "address"},
}};

/// Reads the values of one format file and keeps what is wrong with them.
class FormatReader {
 public:
  FormatReader(const text::SourceText& source, std::span<const text::SourceText* const> library)
      : source_(source), library_(library), from_(source) {}

  diagnostics::Reported<ParsedFormat> read() {
    const Value tree = extended_tree(source_, library_, from_);
    format_.name = file_stem(source_.path());
    from_.check_keys(tree, {"extends", "title", "priority", "reader", "recognise", "markdown",
                            "head", "record", "names", "points", "labels", "parts", "promises",
                            "noise", "table", "fields", "page"});
    format_.title = tree.member("title").as_text();
    read_priority(tree.member("priority"));
    read_reader(tree);
    read_markdown(member(tree, "markdown"));
    read_recogniser(member(tree, "recognise"));
    read_head(member(tree, "head"));
    read_labels(member(tree, "labels"));
    parse_record_rules(member(tree, "record"), format_, from_);
    read_names(member(tree, "names"));
    if (format_.reader == Reader::table && format_.names.author_separators.empty()) {
      format_.names = usual_name_marks();
    }
    read_points(member(tree, "points"));
    read_parts(member(tree, "parts"));
    read_promises(member(tree, "promises"));
    read_noise(member(tree, "noise"));
    format_.first_bytes = first_bytes_of(format_);
    // A format that others extend is recognised by none of its own rules.
    const bool is_abstract = tree.member("recognise").is_undefined();
    return {.value = {.format = std::move(format_), .is_abstract = is_abstract},
            .diagnostics = std::move(from_).diagnostics()};
  }

 private:
  /// The member of that name; complaints from now on are about it.
  Value member(const Value& tree, std::string_view name) {
    from_.enter(name);
    return tree.member(name);
  }

  void read_priority(const Value& value) {
    if (!value.is_undefined() && value.kind() != Kind::integer) {
      from_.complain("priority", "\"priority\" is a number", "write a whole number such as 50");
    }
    format_.priority = static_cast<int>(value.as_integer(kDefaultPriority));
  }

  void read_markdown(const Value& value) {
    if (value.kind() == Kind::boolean) {
      const bool all = value.as_boolean();
      format_.markdown = {.quotes = all, .emphasis = all, .links = all};
    } else {
      for (const std::string& mark : from_.texts(value)) {
        read_markdown_mark(mark);
      }
    }
    if (format_.markdown.quotes) {
      format_.noise.push_back({"quote-mark", *LinePattern::parse(">")});
    }
    if (format_.markdown.links) {
      format_.noise.push_back({"image", *LinePattern::parse("![]({_address})")});
      format_.noise.push_back({"image", *LinePattern::parse("![{_alt}]({_address})")});
    }
    if (format_.markdown.emphasis) {
      for (std::size_t size = 1; size <= kDeepestHeading; ++size) {
        format_.noise.push_back({"empty-heading", *LinePattern::parse(std::string(size, '#'))});
      }
    }
  }

  void read_markdown_mark(const std::string& mark) {
    if (mark == "quotes") {
      format_.markdown.quotes = true;
    } else if (mark == "emphasis") {
      format_.markdown.emphasis = true;
    } else if (mark == "links") {
      format_.markdown.links = true;
    } else {
      from_.complain(mark, "there is no Markdown mark \"" + mark + "\"",
                     "write `true`, or some of `quotes`, `emphasis`, `links`");
    }
  }

  void read_reader(const Value& tree) {
    const std::string_view name = member(tree, "reader").as_text();
    if (name == "table") {
      format_.reader = Reader::table;
      format_.table = parse_table_format(tree, from_);
    } else if (name == "records") {
      format_.reader = Reader::records;
      format_.records = parse_record_format(tree, from_);
    } else if (name == "page") {
      format_.reader = Reader::page;
      format_.page = parse_page_format(tree, from_);
    } else if (!name.empty() && name != "lines") {
      from_.complain(name, "there is no reader \"" + std::string(name) + "\"",
                     "a reader is one of lines, table, records and page");
    }
  }

  void read_recogniser(const Value& tree) {
    from_.check_keys(tree, {"line_edges", "contains", "labels", "lines", "file_names", "opener",
                            "columns", "members"});
    Recogniser& recognise = format_.recognise;
    recognise.line_edges = from_.texts(tree.member("line_edges"));
    recognise.contains = from_.texts(tree.member("contains"));
    recognise.labels = from_.texts(tree.member("labels"));
    recognise.lines = from_.patterns(tree.member("lines"));
    recognise.file_names = from_.patterns(tree.member("file_names"));
    recognise.opener = from_.boolean(tree, "opener");
    if (format_.reader == Reader::lines && !tree.is_undefined() && tree.size() == 0) {
      from_.complain({}, "\"recognise\" names no condition",
                     "write what tells the files, such as `opener: true`");
    }
  }

  void read_head(const Value& tree) {
    from_.check_keys(
        tree, {"legend_dashes", "source_notes", "summary_label", "lines", "dates", "file_dates"});
    format_.legend_dashes = from_.texts(tree.member("legend_dashes"));
    format_.source_notes = from_.texts(tree.member("source_notes"));
    format_.summary_label = half_width(tree.member("summary_label").as_text());
    format_.head_lines = from_.rules(tree.member("lines"));
    format_.dates = date_patterns(tree.member("dates"));
    format_.file_dates = date_patterns(tree.member("file_dates"));
  }

  std::vector<LinePattern> date_patterns(const Value& value) {
    std::vector<LinePattern> list = from_.patterns(value);
    for (const LinePattern& pattern : list) {
      if (!pattern.has_placeholder("date")) {
        from_.complain(pattern.text(), "this pattern says no date", "put {date} where it stands");
      }
    }
    return list;
  }

  void read_names(const Value& tree) {
    from_.check_keys(tree, {"author_separators", "affiliation_separators", "truncation"});
    format_.names.author_separators = Separators(from_.texts(tree.member("author_separators")));
    format_.names.affiliation_separators =
        Separators(from_.texts(tree.member("affiliation_separators")));
    format_.names.truncation = from_.texts(tree.member("truncation"));
    std::ranges::stable_sort(format_.names.truncation, std::greater(), &std::string::size);
  }

  void read_points(const Value& tree) {
    from_.check_keys(tree, {"number_ends", "closers", "bullets", "separators"});
    format_.points.number_ends = from_.texts(tree.member("number_ends"));
    format_.points.closers = from_.texts(tree.member("closers"));
    format_.points.bullets = from_.texts(tree.member("bullets"));
    format_.points.separators = from_.texts(tree.member("separators"));
  }

  void read_labels(const Value& tree) {
    if (!tree.is_undefined() && !tree.is_none() && tree.kind() != Kind::map) {
      from_.complain({}, "labels with fields are expected here",
                     "write one `\"Label:\": field` a line");
      return;
    }
    for (std::size_t i = 0; i < tree.size(); ++i) {
      const std::string text = half_width(text::trim(tree.member_name(i)));
      if (tree.member_value(i).is_none()) {
        continue;  // the format that this one extends has it, and this one has not
      }
      if (tree.member_value(i).as_text() == "noise") {
        drop_label(text);
        continue;
      }
      const std::vector<Field> targets = from_.fields(tree.member_value(i));
      if (targets.size() > 2 || text.empty()) {
        from_.complain(text, "a label has one field, or two of which the second takes Chinese text",
                       "write `\"摘要:\": [abstract, abstract_zh]`");
      } else if (!targets.empty()) {
        format_.labels.push_back(
            {text, targets[0], targets.size() > 1 ? std::optional(targets[1]) : std::nullopt});
        format_.title_is_labelled = format_.title_is_labelled || targets[0] == Field::title;
      }
    }
  }

  /// Lines behind a label of which nothing is kept.
  void drop_label(const std::string& label) {
    for (const std::string_view rest : {"", "{_rest}"}) {
      if (std::optional<LinePattern> line = from_.pattern(label + std::string(rest))) {
        format_.noise.push_back({"label", *std::move(line)});
      }
    }
  }

  /// A list for both sections, or one for each.
  template <typename List, typename Read>
  void read_sections(const Value& tree, List& featured, List& also, Read read) {
    if (tree.kind() == Kind::list) {
      featured = read(tree);
      also = featured;
      return;
    }
    from_.check_keys(tree, {"featured", "also"});
    featured = read(tree.member("featured"));
    also = read(tree.member("also"));
  }

  void read_parts(const Value& tree) {
    read_sections(tree, format_.featured, format_.also,
                  [this](const Value& list) { return parts(list); });
  }

  std::vector<Part> parts(const Value& list) {
    std::vector<Part> found;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Value item = list.at(i);
      from_.check_keys(item, {"latin", "chinese", "names", "bracketed", "numbered", "emphasised",
                              "parenthesised", "address", "divider"});
      Part part{.shape = Shape::latin, .fields = {}, .divider = {}};
      part.divider = item.member("divider").as_text();
      for (const auto& [shape, name] : kShapeNames) {
        if (const Value target = item.member(name); !target.is_undefined()) {
          part.shape = shape;
          part.fields = from_.fields(target);
        }
      }
      if (part.fields.empty() || part.fields.size() > 2) {
        from_.complain({}, "part " + std::to_string(i + 1) + " of the parts fills no field",
                       "write it as a shape and a field, such as `chinese: title_zh`");
        continue;
      }
      found.push_back(std::move(part));
    }
    return found;
  }

  void read_promises(const Value& tree) {
    read_sections(tree, format_.featured_promises, format_.also_promises,
                  [this](const Value& list) { return from_.fields(list); });
  }

  void read_noise(const Value& tree) {
    std::vector<NoiseRule> rules = from_.rules(tree);
    std::ranges::move(rules, std::back_inserter(format_.noise));
  }

  const text::SourceText& source_;
  std::span<const text::SourceText* const> library_;
  FormatValues from_;
  Format format_;
};

}  // namespace

diagnostics::Reported<ParsedFormat> parse_format(const text::SourceText& source,
                                                 std::span<const text::SourceText* const> library) {
  return FormatReader(source, library).read();
}

}  // namespace digest
