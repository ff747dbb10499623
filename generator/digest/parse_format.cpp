#include "digest/parse_format.hpp"

#include "config/yaml.hpp"
#include "digest/format_part.hpp"
#include "digest/page_format.hpp"
#include "digest/parse_table_format.hpp"
#include "digest/report.hpp"
#include "digest/script.hpp"
#include "text/suggestion.hpp"
#include "text/whitespace.hpp"
#include "values/value.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace digest {

namespace {

using diagnostics::Diagnostic;
using values::Kind;
using values::Value;

/// A format may extend one that extends one that …: this often.
constexpr int kMaxExtends = 8;

constexpr std::array<std::pair<Shape, std::string_view>, 6> kShapeNames = {{
    {Shape::latin, "latin"},
    {Shape::chinese, "chinese"},
    {Shape::names, "names"},
    {Shape::bracketed, "bracketed"},
    {Shape::numbered, "numbered"},
    {Shape::address, "address"},
}};

std::string_view file_stem(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  path = slash == std::string_view::npos ? path : path.substr(slash + 1);
  return path.substr(0, path.rfind('.'));
}

/// `child` laid over `parent`: maps are merged, everything else is replaced.
Value overlaid(const Value& parent, const Value& child) {
  if (parent.kind() != Kind::map || child.kind() != Kind::map) {
    return child;
  }
  values::Map merged;
  for (std::size_t i = 0; i < parent.size(); ++i) {
    merged.set(std::string(parent.member_name(i)), parent.member_value(i));
  }
  for (std::size_t i = 0; i < child.size(); ++i) {
    const std::string name(child.member_name(i));
    const Value* below = merged.find(name);
    const Value value =
        below == nullptr ? child.member_value(i) : overlaid(*below, child.member_value(i));
    merged.set(name, value);
  }
  return Value::map(std::move(merged));
}

FirstBytes first_bytes_of(const Format& format) {
  FirstBytes bytes;
  for (const LinePattern& opener : format.openers) {
    bytes.starts.add_pattern(opener);
    bytes.literals.add_literal(opener.first_literal());
  }
  for (const std::string& mark : format.also_marks) {
    bytes.starts.add_literal(mark);
    bytes.literals.add_literal(mark);
  }
  for (const std::string& dash : format.legend_dashes) {
    bytes.dashes.add_literal(dash);
  }
  for (const NoiseRule& rule : format.noise) {
    bytes.noise.add_pattern(rule.pattern);
  }
  return bytes;
}

/// Reads the values of one format file and keeps what is wrong with them.
class FormatReader {
 public:
  FormatReader(const text::SourceText& source, std::span<const text::SourceText* const> library)
      : source_(source), library_(library) {}

  diagnostics::Reported<ParsedFormat> read() {
    const Value tree = load(source_, 0);
    format_.name = file_stem(source_.path());
    check_keys(tree,
               {"extends", "title", "priority", "reader", "recognise", "head", "record", "names",
                "points", "labels", "parts", "promises", "noise", "table", "fields", "page"});
    format_.title = tree.member("title").as_text();
    format_.priority = static_cast<int>(tree.member("priority").as_integer());
    read_reader(tree);
    read_recogniser(tree.member("recognise"));
    read_head(tree.member("head"));
    read_record(tree.member("record"));
    read_names(tree.member("names"));
    if (format_.reader == Reader::table && format_.names.author_separators.empty()) {
      format_.names = usual_name_marks();
    }
    read_points(tree.member("points"));
    read_labels(tree.member("labels"));
    read_parts(tree.member("parts"));
    read_promises(tree.member("promises"));
    read_noise(tree.member("noise"));
    format_.first_bytes = first_bytes_of(format_);
    // A format that others extend is recognised by none of its own rules.
    const bool is_abstract = tree.member("recognise").is_undefined();
    return {.value = {.format = std::move(format_), .is_abstract = is_abstract},
            .diagnostics = std::move(diagnostics_)};
  }

 private:
  void complain(std::string_view word, std::string message, std::string remedy) {
    Diagnostic diagnostic{
        .code = "digest/bad-format", .message = std::move(message), .remedy = std::move(remedy)};
    const std::size_t at = word.empty() ? std::string_view::npos : source_.bytes().find(word);
    if (at == std::string_view::npos) {
      diagnostic.where = {.path = source_.path()};
      diagnostics_.push_back(std::move(diagnostic));
      return;
    }
    report_offset(diagnostics_, source_, at, std::move(diagnostic));
  }

  Value load(const text::SourceText& source, int depth) {
    diagnostics::Expected<Value> tree = config::parse_yaml(source);
    if (!tree) {
      diagnostics_.push_back(std::move(tree.error()));
      return Value::map({});
    }
    const std::string parent_name(tree->member("extends").as_text());
    if (parent_name.empty()) {
      return *std::move(tree);
    }
    const auto parent = std::ranges::find(
        library_, parent_name, [](const text::SourceText* s) { return file_stem(s->path()); });
    if (parent == library_.end() || depth == kMaxExtends) {
      complain(parent_name, "there is no format \"" + parent_name + "\" to extend",
               "name a format file without its ending");
      return *std::move(tree);
    }
    return overlaid(without_recogniser(load(**parent, depth + 1)), *tree);
  }

  /// What a format is recognised by is its own affair.
  static Value without_recogniser(const Value& tree) {
    values::Map members;
    for (std::size_t i = 0; i < tree.size(); ++i) {
      if (tree.member_name(i) != "recognise") {
        members.set(std::string(tree.member_name(i)), tree.member_value(i));
      }
    }
    return Value::map(std::move(members));
  }

  void check_keys(const Value& map, std::initializer_list<std::string_view> known) {
    for (std::size_t i = 0; i < map.size() && map.kind() == Kind::map; ++i) {
      const std::string_view name = map.member_name(i);
      if (std::ranges::find(known, name) == known.end()) {
        complain(name, "a format has no \"" + std::string(name) + "\" here",
                 text::did_you_mean(name, std::span(known.begin(), known.size())));
      }
    }
  }

  /// A text, or a list of texts, as a list.
  std::vector<std::string> texts(const Value& value) {
    std::vector<std::string> list;
    if (value.kind() == Kind::text && !value.as_text().empty()) {
      list.push_back(half_width(value.as_text()));
    }
    for (std::size_t i = 0; i < value.size() && value.kind() == Kind::list; ++i) {
      if (value.at(i).as_text().empty()) {
        complain({}, "a text is expected in a list of texts", "put quotes round it");
        continue;
      }
      list.push_back(half_width(value.at(i).as_text()));
    }
    return list;
  }

  std::optional<LinePattern> pattern(const std::string& text) {
    std::optional<LinePattern> parsed = LinePattern::parse(text);
    if (!parsed) {
      complain(text, "\"" + text + "\" is no pattern",
               "close each { with }, and put text between two placeholders");
    }
    return parsed;
  }

  std::optional<Field> field(std::string_view name) {
    const std::optional<Field> found = field_named(name);
    if (!found) {
      complain(name, "a record has no field \"" + std::string(name) + "\"",
               "docs/digest_format.md lists the fields");
    }
    return found;
  }

  std::vector<Field> fields(const Value& value) {
    std::vector<Field> list;
    for (const std::string& name : texts(value)) {
      if (const std::optional<Field> found = field(name)) {
        list.push_back(*found);
      }
    }
    return list;
  }

  void read_reader(const Value& tree) {
    const std::string_view name = tree.member("reader").as_text();
    FormatPart part(source_, diagnostics_);
    if (name == "table") {
      format_.reader = Reader::table;
      format_.table = parse_table_format(tree, part);
    } else if (name == "records") {
      format_.reader = Reader::records;
      format_.records = parse_record_format(tree, part);
    } else if (name == "page") {
      format_.reader = Reader::page;
      format_.page = parse_page_format(tree, part);
    } else if (!name.empty() && name != "lines") {
      complain(name, "there is no reader \"" + std::string(name) + "\"",
               "a reader is one of lines, table, records and page");
    }
  }

  void read_recogniser(const Value& tree) {
    check_keys(tree, {"line_edges", "opener", "columns", "members", "contains"});
    format_.recognise.line_edges = texts(tree.member("line_edges"));
    format_.recognise.opener = tree.member("opener").as_boolean();
  }

  void read_head(const Value& tree) {
    check_keys(tree, {"legend_dashes", "source_notes", "summary_label"});
    format_.legend_dashes = texts(tree.member("legend_dashes"));
    format_.source_notes = texts(tree.member("source_notes"));
    format_.summary_label = half_width(tree.member("summary_label").as_text());
  }

  void read_record(const Value& tree) {
    check_keys(tree, {"openers", "also_marks"});
    for (const std::string& text : texts(tree.member("openers"))) {
      if (std::optional<LinePattern> opener = pattern(text)) {
        format_.openers.push_back(*std::move(opener));
      }
    }
    format_.also_marks = texts(tree.member("also_marks"));
  }

  void read_names(const Value& tree) {
    check_keys(tree, {"author_separators", "affiliation_separators", "truncation"});
    format_.names.author_separators = texts(tree.member("author_separators"));
    format_.names.affiliation_separators = texts(tree.member("affiliation_separators"));
    format_.names.truncation = texts(tree.member("truncation"));
    std::ranges::stable_sort(format_.names.truncation, std::greater(), &std::string::size);
  }

  void read_points(const Value& tree) {
    check_keys(tree, {"number_ends", "closers"});
    format_.points.number_ends = texts(tree.member("number_ends"));
    format_.points.closers = texts(tree.member("closers"));
  }

  void read_labels(const Value& tree) {
    for (std::size_t i = 0; i < tree.size(); ++i) {
      if (const std::optional<Field> found = field(tree.member_value(i).as_text())) {
        format_.labels.push_back({half_width(tree.member_name(i)), *found});
      }
    }
  }

  void read_parts(const Value& tree) {
    check_keys(tree, {"featured", "also"});
    format_.featured = parts(tree.member("featured"));
    format_.also = parts(tree.member("also"));
  }

  std::vector<Part> parts(const Value& list) {
    std::vector<Part> found;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Value item = list.at(i);
      Part part{.shape = Shape::latin, .fields = {}, .divider = {}};
      part.divider = item.member("divider").as_text();
      for (const auto& [shape, name] : kShapeNames) {
        if (const Value target = item.member(name); !target.is_undefined()) {
          part.shape = shape;
          part.fields = fields(target);
        }
      }
      if (part.fields.empty() || part.fields.size() > 2) {
        complain({}, "part " + std::to_string(i + 1) + " of the parts fills no field",
                 "write it as a shape and a field, such as `chinese: title_zh`");
        continue;
      }
      found.push_back(std::move(part));
    }
    return found;
  }

  void read_promises(const Value& tree) {
    check_keys(tree, {"featured", "also"});
    format_.featured_promises = fields(tree.member("featured"));
    format_.also_promises = fields(tree.member("also"));
  }

  void read_noise(const Value& tree) {
    for (std::size_t i = 0; i < tree.size(); ++i) {
      for (const std::string& text : texts(tree.member_value(i))) {
        if (std::optional<LinePattern> parsed = pattern(text)) {
          format_.noise.push_back({std::string(tree.member_name(i)), *std::move(parsed)});
        }
      }
    }
  }

  const text::SourceText& source_;
  std::span<const text::SourceText* const> library_;
  Format format_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

diagnostics::Reported<ParsedFormat> parse_format(const text::SourceText& source,
                                                 std::span<const text::SourceText* const> library) {
  return FormatReader(source, library).read();
}

}  // namespace digest
