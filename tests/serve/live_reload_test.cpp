#include "serve/live_reload.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <string>
#include <thread>
#include <vector>

namespace serve {
namespace {

using diagnostics::Diagnostic;
using std::chrono::milliseconds;

constexpr milliseconds kNow{0};
constexpr milliseconds kLong{5000};

std::vector<std::string> names(const std::vector<ReloadEvent>& events) {
  std::vector<std::string> result;
  for (const ReloadEvent& event : events) {
    result.push_back(event.name);
  }
  return result;
}

TEST(LiveReload, SendsAPageOfAnEarlierRunAwayAtOnce) {
  const LiveReload hub(100);

  EXPECT_THAT(names(hub.wait(99, kNow)), testing::ElementsAre("reload"));
  EXPECT_TRUE(hub.wait(100, kNow).empty());
  EXPECT_EQ(hub.next_id(), 101U);
}

TEST(LiveReload, TellsALateListenerWhatHoldsNow) {
  LiveReload hub(1);
  hub.broadcast_problems(std::vector<Diagnostic>{{.message = "first"}});
  hub.broadcast_problems(std::vector<Diagnostic>{{.message = "second"}});

  const std::vector<ReloadEvent> events = hub.wait(1, kNow);

  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].id, 3U);
  EXPECT_THAT(events[0].data, testing::HasSubstr("second"));
  EXPECT_THAT(names(hub.wait(0, kNow)), testing::ElementsAre("reload", "problems"));
}

TEST(LiveReload, ForgetsProblemsWhenTheSiteChanges) {
  LiveReload hub(1);
  hub.broadcast_problems(std::vector<Diagnostic>{{.message = "gone"}});
  hub.broadcast_reload();

  EXPECT_THAT(names(hub.wait(1, kNow)), testing::ElementsAre("reload"));
}

TEST(LiveReload, WakesWhoWaits) {
  LiveReload hub(1);
  auto first = std::async(std::launch::async, [&] { return hub.wait(1, kLong); });
  auto second = std::async(std::launch::async, [&] { return hub.wait(1, kLong); });

  hub.broadcast_reload();

  EXPECT_EQ(first.get().size(), 1U);
  EXPECT_EQ(second.get().size(), 1U);
}

TEST(LiveReload, AnswersNothingWhenTimeIsOver) {
  const LiveReload hub(1);
  EXPECT_TRUE(hub.wait(1, milliseconds(10)).empty());
}

TEST(LiveReload, LetsEverybodyGoWhenClosed) {
  LiveReload hub(1);
  auto waiting = std::async(std::launch::async, [&] { return hub.wait(1, kLong * 10); });

  hub.close();

  ASSERT_EQ(waiting.wait_for(kLong), std::future_status::ready);
  EXPECT_TRUE(waiting.get().empty());
  EXPECT_TRUE(hub.closed());
  EXPECT_FALSE(hub.join());
}

TEST(LiveReload, HasSoManyPlacesAndNoMore) {
  LiveReload hub(1);
  for (std::size_t i = 0; i < kMaxListeners; ++i) {
    EXPECT_TRUE(hub.join());
  }
  EXPECT_FALSE(hub.join());
  hub.leave();
  EXPECT_TRUE(hub.join());
}

TEST(EventStreamText, NumbersAndNamesEachEvent) {
  EXPECT_EQ(to_event_stream({.id = 7, .name = "reload", .data = ""}),
            "id: 7\nevent: reload\ndata: \n\n");
  EXPECT_EQ(to_event_stream({.id = 8, .name = "a", .data = "x\ny"}),
            "id: 8\nevent: a\ndata: x\ndata: y\n\n");
}

TEST(ProblemsToJson, IsOneLineOfTexts) {
  const std::vector<Diagnostic> problems = {
      {.code = "a/b", .where = {"x", 1, 1}, .message = "\"q\"", .source_line = "line"},
      {.severity = diagnostics::Severity::warning, .code = "c/d", .message = "w"},
  };

  EXPECT_EQ(problems_to_json({}), "[]");
  EXPECT_EQ(problems_to_json(problems),
            R"([{"severity":"error","text":"x:1:1: error: \"q\" [a/b]\n    line\n    ^\n"},)"
            R"({"severity":"warning","text":"warning: w [c/d]\n"}])");
}

TEST(WithReloadScript, PutsItAtTheEndOfTheBody) {
  const std::string script =
      R"(<script src="/__sitegen/reload.js" data-version="3" defer></script>)";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"<body>a</body></html>", "<body>a" + script + "</body></html>"},
      {"<body>a</BODY >", "<body>a" + script + "</BODY >"},
      {"<!-- </body> --><p></body>\n</html>\n",
       "<!-- </body> --><p>" + script + "</body>\n</html>\n"},
      {"</body>", script + "</body>"},
      {"<p>no body end</p>", "<p>no body end</p>" + script},
      {"</", "</" + script},
      {"", script},
  };
  for (const auto& [html, expected] : cases) {
    EXPECT_EQ(with_reload_script(html, 3), expected) << html;
  }
}

}  // namespace
}  // namespace serve
