#include "serve/serve_site.hpp"

#include "serve/fake_site.hpp"
#include "serve/raw_client.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <stop_token>
#include <string>
#include <thread>

namespace serve {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

/// A preview of a "site" of one file: its text is the index, "broken" makes no site, and "half" one
/// with an error.
class ServeSite : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "serve_site.XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    root_ = pattern;
    write("first");
  }

  void TearDown() override {
    stop_.request_stop();
    if (serving_.joinable()) {
      serving_.join();
    }
    fs::remove_all(root_);
  }

  void write(const std::string& text) const {
    std::ofstream(root_ / "new", std::ios::binary) << text;
    fs::rename(root_ / "new", root_ / "index.txt");
  }

  [[nodiscard]] LoadedPreview load() const {
    std::ifstream file(root_ / "index.txt", std::ios::binary);
    std::string text;
    std::getline(file, text);
    LoadedPreview loaded;
    if (text == "broken" || text == "half") {
      loaded.diagnostics.push_back({.code = "test/broken", .message = "this is " + text});
    }
    if (text != "broken") {
      loaded.site = fake_site({{"/", html_page(text)}});
    }
    return loaded;
  }

  void serve() {
    std::promise<std::string> url;
    std::future<std::string> listening = url.get_future();
    serving_ = std::thread([this, &url] {
      const ServeOptions options{.address = {.host = "127.0.0.1", .port = 0},
                                 .watched = {(root_ / "index.txt").string()},
                                 .ignored = {}};
      const ServeEvents events{
          .on_listening = [&url](const std::string& where, const auto&) { url.set_value(where); },
          .on_loaded = {}};
      const auto result = serve_site(
          options, [this] { return load(); }, events, stop_.get_token());
      EXPECT_TRUE(result);
    });
    const std::string where = listening.get();
    EXPECT_THAT(where, StartsWith("http://127.0.0.1:"));
    port_ = std::stoi(where.substr(where.rfind(':') + 1));
  }

  [[nodiscard]] std::string index() const { return answer_to(port_, get_request(port_, "/")); }

  /// A stream of what happens after the page that is shown now.
  [[nodiscard]] std::unique_ptr<RawClient> events() const {
    const std::string page = index();
    const std::string mark = "data-version=\"";
    const std::size_t start = page.find(mark) + mark.size();
    auto client = std::make_unique<RawClient>(port_);
    client->send(
        "GET /__sitegen/events?since=" + page.substr(start, page.find('"', start) - start) +
        " HTTP/1.1\r\nHost: localhost:" + std::to_string(port_) + "\r\n\r\n");
    EXPECT_THAT(client->receive_until("retry"), HasSubstr("200 OK"));
    return client;
  }

  fs::path root_;
  std::stop_source stop_;
  std::thread serving_;
  int port_ = 0;
};

TEST_F(ServeSite, ReloadsWhenASourceChanges) {
  serve();
  EXPECT_THAT(index(), HasSubstr("<p>first</p>"));
  const auto events = this->events();

  write("second");

  EXPECT_THAT(events->receive_until("reload"), HasSubstr("event: reload"));
  EXPECT_THAT(index(), HasSubstr("<p>second</p>"));
}

TEST_F(ServeSite, KeepsTheLastGoodSiteAndTellsWhatIsWrong) {
  serve();
  const auto events = this->events();

  write("broken");

  EXPECT_THAT(events->receive_until("test/broken"), HasSubstr("event: problems"));
  EXPECT_THAT(index(), HasSubstr("<p>first</p>"));
  const auto late = this->events();
  EXPECT_THAT(late->receive_until("test/broken"), HasSubstr("event: problems"));

  write("mended");

  EXPECT_THAT(events->receive_until("reload"), HasSubstr("event: reload"));
  EXPECT_THAT(index(), HasSubstr("<p>mended</p>"));
}

TEST_F(ServeSite, ShowsProblemsUntilThereIsASite) {
  write("broken");
  serve();
  EXPECT_THAT(index(), testing::AllOf(StartsWith("HTTP/1.1 500"), HasSubstr("this is broken")));
  const auto events = this->events();

  write("mended");

  EXPECT_THAT(events->receive_until("reload"), HasSubstr("event: reload"));
  EXPECT_THAT(index(), HasSubstr("<p>mended</p>"));
}

TEST_F(ServeSite, ShowsASiteThatHasErrorsTogetherWithThem) {
  serve();
  write("half");
  const auto events = this->events();

  const std::string told = events->receive_until("test/broken");

  EXPECT_THAT(told, HasSubstr("event: problems"));
  EXPECT_THAT(index(), HasSubstr("<p>half</p>"));
}

TEST_F(ServeSite, SaysThatItCannotListen) {
  serve();
  const ServeOptions taken{
      .address = {.host = "127.0.0.1", .port = port_}, .watched = {}, .ignored = {}};

  const auto result = serve_site(
      taken, [this] { return load(); }, {}, stop_.get_token());

  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, "serve/port-in-use");
}

TEST_F(ServeSite, WarnsWhenOthersCanReachIt) {
  std::vector<diagnostics::Diagnostic> warnings;
  const ServeEvents events{.on_listening =
                               [&](const std::string&, const auto& given) {
                                 warnings = given;
                                 stop_.request_stop();
                               },
                           .on_loaded = {}};

  const auto result = serve_site(
      {.address = {.host = "0.0.0.0", .port = 0}, .watched = {root_.string()}, .ignored = {}},
      [this] { return load(); }, events, stop_.get_token());

  EXPECT_TRUE(result);
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_EQ(warnings[0].code, "serve/open-to-network");
}

}  // namespace
}  // namespace serve
