#include "files/watch_folder.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <future>
#include <stop_token>
#include <string>
#include <thread>

namespace {

namespace fs = std::filesystem;
using files::FolderWatcher;
using files::WatchMethod;
using std::chrono::milliseconds;

/// Long enough for a slow machine: only a failing test waits for it.
constexpr milliseconds kLong{5000};
/// Long enough for an event that must not come.
constexpr milliseconds kShort{120};

/// A folder with content/a.txt, content/sub/b.txt, site.yaml and public/, gone after the test.
class WatchFolder : public testing::TestWithParam<WatchMethod> {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "watch_folder.XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    root_ = pattern;
    fs::create_directories(root_ / "content/sub");
    fs::create_directories(root_ / "content/public");
    write("content/a.txt", "1");
    write("content/sub/b.txt", "1");
    write("site.yaml", "1");
  }

  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& path, const std::string& text) const {
    std::ofstream(root_ / path, std::ios::binary) << text;
  }

  [[nodiscard]] FolderWatcher watcher() const {
    return FolderWatcher({path("content"), path("templates"), path("site.yaml")},
                         {.ignored = {path("content/public/")},
                          .method = GetParam(),
                          .quiet = milliseconds(10),
                          .poll_interval = milliseconds(15)});
  }

  [[nodiscard]] std::string path(const std::string& name) const { return (root_ / name).string(); }

  fs::path root_;
};

bool changes(FolderWatcher& watcher, milliseconds timeout) {
  return watcher.wait_for_change(timeout, std::stop_token());
}

TEST_P(WatchFolder, UsesTheMethodItWasGiven) {
  EXPECT_EQ(watcher().method(), GetParam());
}

TEST_P(WatchFolder, IsQuietWhileNothingChanges) {
  FolderWatcher watcher = this->watcher();

  std::ifstream(root_ / "content/a.txt").get();

  EXPECT_FALSE(changes(watcher, kShort));
}

TEST_P(WatchFolder, TellsOfEveryKindOfChange) {
  struct Case {
    const char* name;
    std::function<void()> change;
  };

  const std::vector<Case> cases = {
      {"a file written", [&] { write("content/a.txt", "22"); }},
      {"a file below a folder written", [&] { write("content/sub/b.txt", "22"); }},
      {"a new file", [&] { write("content/c.txt", "1"); }},
      {"a file removed", [&] { fs::remove(root_ / "content/c.txt"); }},
      {"a save by rename",
       [&] {
         write("content/.a.txt.swp", "333");
         fs::rename(root_ / "content/.a.txt.swp", root_ / "content/a.txt");
       }},
      {"a watched file written", [&] { write("site.yaml", "22"); }},
      {"a watched file replaced",
       [&] {
         write("new.yaml", "1");
         fs::rename(root_ / "new.yaml", root_ / "site.yaml");
       }},
      {"a folder of several levels",
       [&] {
         fs::create_directories(root_ / "content/x/y");
         write("content/x/y/d.txt", "1");
       }},
      {"a file in the new folder", [&] { write("content/x/y/d.txt", "22"); }},
      {"a folder renamed", [&] { fs::rename(root_ / "content/x", root_ / "content/z"); }},
      {"a file in the renamed folder", [&] { write("content/z/y/d.txt", "333"); }},
      {"a folder removed", [&] { fs::remove_all(root_ / "content/z"); }},
      {"a watched folder that did not exist",
       [&] {
         fs::create_directories(root_ / "templates");
         write("templates/base.html", "1");
       }},
      {"a file in it", [&] { write("templates/base.html", "22"); }},
      {"a watched folder removed", [&] { fs::remove_all(root_ / "templates"); }},
      {"a watched folder moved in",
       [&] {
         fs::create_directories(root_ / "theme/partials");
         fs::rename(root_ / "theme", root_ / "templates");
       }},
      {"a file below it", [&] { write("templates/partials/p.html", "1"); }},
  };
  FolderWatcher watcher = this->watcher();

  for (const Case& a_case : cases) {
    SCOPED_TRACE(a_case.name);
    a_case.change();
    EXPECT_TRUE(changes(watcher, kLong));
    EXPECT_FALSE(changes(watcher, milliseconds(50))) << "told twice";
  }
}

TEST_P(WatchFolder, FollowsALinkToAFolder) {
  fs::create_directories(root_ / "elsewhere");
  fs::create_directory_symlink(root_ / "elsewhere", root_ / "content/link");
  fs::create_directory_symlink(root_ / "content", root_ / "content/loop");
  FolderWatcher watcher = this->watcher();

  write("elsewhere/e.txt", "1");

  EXPECT_TRUE(changes(watcher, kLong));
}

TEST_P(WatchFolder, IgnoresOutputHiddenFilesAndStrangers) {
  fs::create_directories(root_ / "content/.git");
  FolderWatcher watcher = this->watcher();

  write("content/public/index.html", "1");
  write("content/.git/index", "1");
  write("content/.hidden", "1");
  write("content/a.txt~", "1");
  write("content/#a.txt#", "1");
  write("content/4913", "1");
  write("README", "1");
  fs::create_directories(root_ / "content/public/2023");
  fs::create_directories(root_ / "other");

  EXPECT_FALSE(changes(watcher, kShort));
}

TEST_P(WatchFolder, RemembersAChangeBetweenTwoCalls) {
  FolderWatcher watcher = this->watcher();
  EXPECT_FALSE(changes(watcher, milliseconds(0)));

  write("content/a.txt", "22");
  std::this_thread::sleep_for(milliseconds(30));

  EXPECT_TRUE(changes(watcher, kLong));
}

TEST_P(WatchFolder, TellsManyChangesAtOnce) {
  FolderWatcher watcher = this->watcher();

  for (int i = 0; i < 50; ++i) {
    write("content/a.txt", std::string(static_cast<std::size_t>(i), 'x'));
  }

  EXPECT_TRUE(changes(watcher, kLong));
  EXPECT_FALSE(changes(watcher, kShort));
}

TEST_P(WatchFolder, AnswersWhileChangesKeepComing) {
  FolderWatcher watcher = this->watcher();
  const std::jthread writer([&](const std::stop_token& done) {
    for (int i = 0; !done.stop_requested(); ++i) {
      write("content/a.txt", std::to_string(i));
      std::this_thread::sleep_for(milliseconds(2));
    }
  });

  EXPECT_TRUE(changes(watcher, kLong));
}

TEST_P(WatchFolder, StopsAtOnceWhenAsked) {
  FolderWatcher watcher = this->watcher();
  std::stop_source stop;
  auto answer = std::async(std::launch::async, [&] {
    return watcher.wait_for_change(milliseconds(60'000), stop.get_token());
  });

  stop.request_stop();

  ASSERT_EQ(answer.wait_for(kLong), std::future_status::ready);
  EXPECT_FALSE(answer.get());
}

TEST_P(WatchFolder, LivesWithPathsThatDoNotExist) {
  FolderWatcher watcher({path("nowhere/at/all"), path("nothing.yaml")}, {.method = GetParam()});

  EXPECT_FALSE(changes(watcher, milliseconds(20)));
}

INSTANTIATE_TEST_SUITE_P(Methods, WatchFolder,
                         testing::Values(WatchMethod::notification, WatchMethod::polling),
                         [](const auto& instance) {
                           return instance.param == WatchMethod::polling ? "Polling"
                                                                         : "Notification";
                         });

}  // namespace
