// The same templates in Jinja2 and here. A case of tests/jinja/differential is one of
// tests/jinja/cases without `expected`; its data are JSON, which Python reads too. Errors are only
// compared as such. Two options say that a case is not as in Jinja2: `differs: REASON` on purpose,
// REASON being an entry of "Differences from Jinja2" in docs/template_language.md;
// `reported: REASON` until it is mended.
#include "jinja/template_case.hpp"
#include "text/source_text.hpp"
#include "values/json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <sys/wait.h>
#include <vector>

namespace {

namespace fs = std::filesystem;
using jinja_cases::TemplateCase;

const fs::path kProject = SITEGEN_PROJECT_DIR;
const fs::path kFolder = kProject / "tests/jinja/differential";

/// What the script ends with where Jinja2 is not there, and the shell where Python is not.
constexpr int kNoJinja2 = 3;
constexpr int kNoPython = 127;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> case_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(kFolder)) {
    if (entry.path().extension() == ".txt") {
      files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  return files;
}

std::string name_of(const fs::path& file) {
  return file.lexically_relative(kFolder).generic_string();
}

struct ProgramEnd {
  std::string output;
  int status = 0;
};

/// Debian's own Python is the one that finds Debian's python3-jinja2.
ProgramEnd run_jinja2() {
  const std::string command = "/usr/bin/python3 '" + (kFolder / "render_with_jinja2.py").string() +
                              "' '" + kFolder.string() + "' 2>&1";
  ProgramEnd end;
  std::FILE* const pipe = popen(command.c_str(), "r");  // NOLINT: the command is ours
  if (pipe == nullptr) {
    return {"", kNoPython};
  }
  std::array<char, 65536> part{};
  for (std::size_t size = part.size(); size == part.size();) {
    size = std::fread(part.data(), 1, part.size(), pipe);
    end.output.append(part.data(), size);
  }
  const int status = pclose(pipe);
  end.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return end;
}

/// A page, or the error in its place.
std::string shown(const diagnostics::Expected<std::string>& ours) {
  return ours ? *ours : "error: " + ours.error().message;
}

std::string shown(const values::Value& theirs) {
  const values::Value output = theirs.member("output");
  return output.is_undefined() ? "error: " + std::string(theirs.member("error").as_text())
                               : std::string(output.as_text());
}

bool are_same(const diagnostics::Expected<std::string>& ours, const values::Value& theirs) {
  const values::Value output = theirs.member("output");
  return ours.has_value() == !output.is_undefined() && (!ours || *ours == output.as_text());
}

void check_case(const fs::path& file, const values::Value& theirs) {
  TemplateCase one = jinja_cases::read_template_case(read_file(file));
  ASSERT_THAT(one.unreadable, testing::IsEmpty());
  ASSERT_FALSE(one.templates.empty());
  one.options.undefined = jinja::Undefined::lenient;
  ASSERT_FALSE(theirs.is_undefined());

  const auto ours = jinja_cases::render_template_case(one);

  const bool is_marked = !one.differs.empty() || !one.reported.empty();
  const std::string both = "Jinja2:\n" + shown(theirs) + "\nours:\n" + shown(ours);
  if (is_marked) {
    EXPECT_FALSE(are_same(ours, theirs)) << "the mark can go, there is no difference\n" << both;
  } else {
    EXPECT_TRUE(are_same(ours, theirs)) << both;
  }
}

TEST(TemplateDifferences, AreThoseThatAreMarked) {
  const ProgramEnd jinja2 = run_jinja2();
  if (jinja2.status == kNoJinja2 || jinja2.status == kNoPython) {
    GTEST_SKIP() << "there is no python3-jinja2 to compare with";
  }
  ASSERT_EQ(jinja2.status, 0) << jinja2.output;
  const auto theirs = values::parse_json(text::SourceText("jinja2", jinja2.output));
  ASSERT_TRUE(theirs.has_value()) << jinja2.output.substr(0, 1000);

  for (const fs::path& file : case_files()) {
    SCOPED_TRACE(name_of(file));
    check_case(file, theirs->member(name_of(file)));
  }
}

TEST(TemplateDifferences, AreDescribed) {
  const std::string document = read_file(kProject / "docs/template_language.md");
  const std::string section = document.substr(document.find("\n## Differences from Jinja2\n"));

  for (const fs::path& file : case_files()) {
    const TemplateCase one = jinja_cases::read_template_case(read_file(file));
    if (!one.differs.empty()) {
      EXPECT_THAT(section, testing::HasSubstr("- **" + one.differs + ".**")) << name_of(file);
    }
  }
}

}  // namespace
