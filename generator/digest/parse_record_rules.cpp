#include "digest/parse_record_rules.hpp"

#include "digest/markdown_marks.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digest {

namespace {

using values::Kind;
using values::Value;

constexpr std::array<std::string_view, 1> kHeadingFields = {"category"};

/// How far inside a line an opener may be told from a piece of a sentence.
Opener::Inside inside_of(const LinePattern& pattern) {
  if (pattern.has_placeholder("code")) {
    return Opener::Inside::known_category;
  }
  if (pattern.begins_with_anything()) {
    return Opener::Inside::never;
  }
  if (pattern.has_placeholder("rank")) {
    return Opener::Inside::next_rank;
  }
  const std::string& text = pattern.text();
  const bool strong = text.starts_with('#') || text.starts_with("**") || text.starts_with("《");
  return strong ? Opener::Inside::after_break : Opener::Inside::never;
}

class RecordRulesReader {
 public:
  RecordRulesReader(Format& format, FormatValues& from) : format_(format), from_(from) {}

  void read(const Value& tree) {
    from_.check_keys(tree, {"openers", "closers", "headings", "also_marks", "contents"});
    read_openers(tree.member("openers"));
    read_closers(tree.member("closers"));
    format_.headings = from_.patterns(tree.member("headings"));
    for (const LinePattern& heading : format_.headings) {
      from_.check_placeholders(heading, kHeadingFields);
    }
    format_.also_marks = from_.texts(tree.member("also_marks"));
    format_.lists_contents = from_.boolean(tree, "contents");
  }

 private:
  void read_openers(const Value& value) {
    const Value list = value.kind() == Kind::list ? value : Value::list({value});
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Value item = list.at(i);
      if (item.is_undefined() || item.is_none()) {
        continue;
      }
      std::vector<std::string> holds;
      if (item.kind() == Kind::map) {
        from_.check_keys(item, {"line", "holds"});
        holds = from_.texts(item.member("holds"));
      }
      for (const LinePattern& pattern :
           from_.patterns(item.kind() == Kind::map ? item.member("line") : item)) {
        add_openers(pattern, holds);
      }
    }
    format_.title_label_opens =
        format_.title_is_labelled && format_.openers.empty() && format_.loose_openers.empty();
  }

  /// In Markdown one list mark is as good as another.
  void add_openers(const LinePattern& pattern, const std::vector<std::string>& holds) {
    from_.check_placeholders(pattern, field_names());
    add_opener(pattern, holds);
    const std::string& text = pattern.text();
    const std::size_t size = format_.markdown.emphasis ? list_mark_size(text) : 0;
    if (size == 0 || size == text.size()) {
      return;
    }
    for (const std::string_view mark : kListMarks) {
      if (!text.starts_with(mark)) {
        add_opener(*LinePattern::parse(std::string(mark) + text.substr(size)), holds);
      }
    }
  }

  void add_opener(LinePattern pattern, std::vector<std::string> holds) {
    const bool loose = pattern.begins_with_anything();
    const bool rest_is_title = !pattern.has_placeholder("title") && !format_.title_is_labelled &&
                               !pattern.ends_with_anything();
    const Opener::Inside inside = holds.empty() ? inside_of(pattern) : Opener::Inside::never;
    (loose ? format_.loose_openers : format_.openers)
        .push_back({std::move(pattern), std::move(holds), inside, rest_is_title});
  }

  void read_closers(const Value& value) {
    for (const std::string& text : from_.texts(value)) {
      if (text == "address") {
        format_.closers.address = true;
      } else if (text == "blank") {
        format_.closers.blank = true;
      } else if (std::optional<LinePattern> parsed = from_.pattern(text)) {
        format_.closers.lines.push_back(*std::move(parsed));
      }
    }
  }

  Format& format_;
  FormatValues& from_;
};

}  // namespace

void parse_record_rules(const Value& record, Format& format, FormatValues& from) {
  RecordRulesReader(format, from).read(record);
}

}  // namespace digest
