#include "commands/command_line.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

using namespace commands;  // NOLINT(google-build-using-namespace): the structs' names are the point

Command parse(std::vector<const char*> words) {
  words.insert(words.begin(), "sitegen");
  return parse_command_line(static_cast<int>(words.size()), words.data());
}

TEST(ParseCommandLine, ReadsBuildWithItsDefaults) {
  const Command command = parse({"build"});

  ASSERT_TRUE(std::holds_alternative<BuildCommand>(command));
  EXPECT_EQ(std::get<BuildCommand>(command).source, ".");
  EXPECT_FALSE(std::get<BuildCommand>(command).base_url.has_value());
}

TEST(ParseCommandLine, ReadsEveryOptionOfBuild) {
  const Command command = parse({"build", "-s", "a", "-o", "b", "--base-url", "https://e.org",
                                 "--jobs", "3", "--strict", "--clean", "--quiet", "--json"});

  const auto& build = std::get<BuildCommand>(command);
  EXPECT_EQ(build.source, "a");
  EXPECT_EQ(build.output, "b");
  EXPECT_EQ(build.base_url, "https://e.org");
  EXPECT_EQ(build.jobs, 3U);
  EXPECT_TRUE(build.strict && build.clean && build.quiet && build.json);
}

TEST(ParseCommandLine, TakesSeveralPathsToExtract) {
  EXPECT_EQ(std::get<ExtractCommand>(parse({"extract", "/", "/tmp"})).paths,
            (std::vector<std::string>{"/", "/tmp"}));
}

TEST(ParseCommandLine, TakesFormatsForReaders) {
  const auto extract =
      std::get<ExtractCommand>(parse({"extract", "--format", "yaml", "--formats", "/tmp", "/"}));
  EXPECT_EQ(extract.format, "yaml");
  EXPECT_EQ(extract.formats, "/tmp");
  EXPECT_EQ(extract.source, ".");
  EXPECT_EQ(std::get<Usage>(parse({"extract", "--format", "pdf", "/"})).exit_status, 2);
}

TEST(ParseCommandLine, SuggestsTheCommandThatWasMeant) {
  const auto usage = std::get<Usage>(parse({"biuld"}));

  EXPECT_EQ(usage.exit_status, 2);
  EXPECT_NE(usage.text.find("did you mean \"build\"?"), std::string::npos);
}

TEST(ParseCommandLine, RefusesWhatItDoesNotKnow) {
  for (const std::vector<const char*>& words : {std::vector<const char*>{},
                                                {"build", "--colour"},
                                                {"extract"},
                                                {"extract", "/no/such/file"},
                                                {"explain", "/"},
                                                {"serve", "-p", "99999"}}) {
    const Command command = parse(words);
    ASSERT_TRUE(std::holds_alternative<Usage>(command));
    EXPECT_EQ(std::get<Usage>(command).exit_status, 2);
  }
}

TEST(ParseCommandLine, ShowsHelpAndVersion) {
  EXPECT_EQ(std::get<Usage>(parse({"--version"})).exit_status, 0);
  EXPECT_TRUE(std::get<Usage>(parse({"--version"})).text.starts_with("sitegen "));
  const auto help = std::get<Usage>(parse({"--help"}));
  EXPECT_EQ(help.exit_status, 0);
  for (const char* name :
       {"build", "serve", "check", "extract", "explain", "routes", "which", "render"}) {
    EXPECT_NE(help.text.find(name), std::string::npos) << name;
  }
}

}  // namespace
