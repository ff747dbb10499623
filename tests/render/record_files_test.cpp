#include "render/record_files.hpp"

#include "digest/record_print.hpp"
#include "pipeline/load_site.hpp"
#include "render/render_route.hpp"
#include "small_site.hpp"
#include "temporary_folder.hpp"
#include "text/whitespace.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <regex>

namespace {

using nlohmann::json;

/// As much of JSON Schema as our schema uses; any other keyword is an error of the test.
class Schema {
 public:
  explicit Schema(json root) : root_(std::move(root)) {}

  [[nodiscard]] bool accepts(const json& value) const { return accepts(root_, value); }

 private:
  static bool has_type(const std::string& type, const json& value) {
    return type == "null"      ? value.is_null()
           : type == "string"  ? value.is_string()
           : type == "integer" ? value.is_number_integer()
           : type == "boolean" ? value.is_boolean()
           : type == "array"   ? value.is_array()
                               : type == "object" && value.is_object();
  }

  bool accepts_members(const json& schema, const json& value) const {
    for (const json& name : schema.value("required", json::array())) {
      if (!value.contains(name.get<std::string>())) {
        return false;
      }
    }
    const json properties = schema.value("properties", json::object());
    const json others = schema.value("additionalProperties", json(true));
    for (const auto& [name, member] : value.items()) {
      if (properties.contains(name)) {
        if (!accepts(properties[name], member)) {
          return false;
        }
      } else if (others.is_object() ? !accepts(others, member) : !others.get<bool>()) {
        return false;
      }
    }
    return true;
  }

  bool accepts(const json& schema, const json& value) const {
    for (const auto& [keyword, rule] : schema.items()) {
      bool good = true;
      if (keyword == "$ref") {
        good = accepts(root_.at(json::json_pointer(rule.get<std::string>().substr(1))), value);
      } else if (keyword == "oneOf") {
        good =
            std::ranges::count_if(rule, [&](const json& one) { return accepts(one, value); }) == 1;
      } else if (keyword == "enum") {
        good = std::ranges::find(rule, value) != rule.end();
      } else if (keyword == "type") {
        good = rule.is_string() ? has_type(rule, value)
                                : std::ranges::any_of(rule, [&](const json& type) {
                                    return has_type(type, value);
                                  });
      } else if (keyword == "pattern") {
        good = !value.is_string() ||
               std::regex_match(value.get<std::string>(), std::regex(rule.get<std::string>()));
      } else if (keyword == "items") {
        good = std::ranges::all_of(value, [&](const json& item) { return accepts(rule, item); });
      } else if (keyword == "properties") {
        good = accepts_members(schema, value);
      } else if (keyword != "required" && keyword != "additionalProperties" &&
                 keyword != "description" && keyword != "title" && keyword[0] != '$') {
        ADD_FAILURE() << "unknown keyword " << keyword;
      }
      if (!good) {
        return false;
      }
    }
    return !schema.contains("additionalProperties") || schema.contains("properties") ||
           accepts_members(schema, value);
  }

  json root_;
};

digest::Paper full_paper() {
  digest::Paper paper = make_paper("2302.00001", "A Title");
  paper.rank = 1;
  paper.title_zh = paper.tldr = paper.motivation = paper.method = paper.advantage = "文";
  paper.abstract = paper.abstract_zh = paper.venue = paper.remark = "text";
  paper.key_points = {"a"};
  paper.links = {{"code", "https://example.org"}};
  return paper;
}

digest::Paper bare_paper() {
  digest::Paper paper;
  paper.id = "title:x";
  paper.title = "X";
  return paper;
}

TEST(RecordSchema, AcceptsEveryRecordAndNothingElse) {
  const Schema schema(json::parse(render::record_schema()));
  digest::Digest first = make_digest("a", {2023, 2, 8}, {full_paper(), bare_paper()});
  first.date_start = text::CalendarDate{2023, 2, 6};
  const auto site = make_site({first, make_digest("b", {}, {bare_paper()})});

  const std::string lines = render::records_as_json_lines(*site);
  int count = 0;
  for (const std::string_view line : text::split(lines, "\n")) {
    if (line.empty()) {
      continue;
    }
    ++count;
    json record = json::parse(line);
    EXPECT_TRUE(schema.accepts(record)) << line;
    record["unknown"] = 1;
    EXPECT_FALSE(schema.accepts(record));
    record.erase("unknown");
    record.erase("digest");
    EXPECT_FALSE(schema.accepts(record));
  }
  EXPECT_EQ(count, 5) << "two digests, three papers";
}

TEST(RecordSchema, KnowsEveryColumnOfTheTable) {
  const json properties = json::parse(render::record_schema())["$defs"]["paper"]["properties"];
  const std::string header = digest::csv_header();
  for (const std::string_view name : text::split(text::trim(header), ",")) {
    EXPECT_TRUE(properties.contains(std::string(name))) << name;
  }
}

/// Every page and file of the site at `root`, but for the records, which say where they came from.
std::map<std::string, std::string> files_of(const std::string& root) {
  std::map<std::string, std::string> files;
  const pipeline::LoadedSite loaded = pipeline::load_site({.root = root});
  for (const site::Route& route : loaded.site->routes()) {
    const auto page = render::render_route(*loaded.site, route);
    files[route.href] = page ? page->bytes : page.error().message;
  }
  return files;
}

TEST(Records, AreEnoughToBuildTheSiteAgain) {
  const std::filesystem::path golden =
      std::filesystem::path(SITEGEN_PROJECT_DIR) / "tests/golden/default_theme/site";
  const TemporaryFolder second;
  std::filesystem::copy(golden / "site.yaml", second.path() + "/site.yaml");
  std::filesystem::create_directories(second.path() + "/content");
  std::filesystem::copy(golden / "content/pages", second.path() + "/content/pages");
  const std::map<std::string, std::string> first = files_of(golden.string());

  second.write("content/papers.jsonl", first.at("/data/papers.jsonl"));

  EXPECT_EQ(files_of(second.path()), first);
}

TEST(Csv, ShowsFormulasInsteadOfComputingThem) {
  for (const char* const formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"}) {
    digest::Paper paper = make_paper("2302.00001", formula);
    paper.tldr = formula;
    const std::string line = digest::paper_to_csv(make_digest("a", {2023, 2, 8}, {}), paper);

    EXPECT_NE(line.find(",'" + std::string(formula)), std::string::npos) << line;
    EXPECT_EQ(line.find("," + std::string(formula)), std::string::npos) << line;
  }
}

}  // namespace
