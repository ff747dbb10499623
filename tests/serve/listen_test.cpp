#include "serve/listen.hpp"

#include "serve/fake_site.hpp"
#include "serve/raw_client.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace serve {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// A preview on a free port of this machine, with a page at "/" and one of 3 MB at "/large/".
class Listening : public testing::Test {
 protected:
  void SetUp() override {
    site_.show({.site = fake_site({{"/", html_page("index")},
                                   {"/large/", html_page(std::string(3'000'000, 'x'))}}),
                .problems = {},
                .version = 5});
    auto bound = Listener::bind({.host = "127.0.0.1", .port = 0});
    ASSERT_TRUE(bound) << bound.error().message;
    listener_.emplace(std::move(*bound));
    listener_->start(site_, reload_, Reloading::off);
  }

  [[nodiscard]] int port() const { return listener_->address().port; }

  [[nodiscard]] std::string host_line() const {
    return "Host: 127.0.0.1:" + std::to_string(port()) + "\r\n";
  }

  void expect_alive() const {
    EXPECT_THAT(answer_to(port(), get_request(port(), "/")), StartsWith("HTTP/1.1 200"));
  }

  LiveSite site_;
  LiveReload reload_{5};
  std::optional<Listener> listener_;
};

TEST_F(Listening, AnswersGetAndHead) {
  EXPECT_GT(port(), 0);

  const std::string got = answer_to(port(), get_request(port(), "/"));
  const std::string head =
      answer_to(port(), "HEAD / HTTP/1.1\r\n" + host_line() + "Connection: close\r\n\r\n");

  EXPECT_THAT(got, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(got, HasSubstr("Content-Type: text/html; charset=utf-8\r\n"));
  EXPECT_THAT(got, HasSubstr("Cache-Control: no-store\r\n"));
  EXPECT_THAT(got, EndsWith("<!doctype html><body><p>index</p></body>"));
  EXPECT_THAT(head, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(head, HasSubstr("Content-Length: 40\r\n"));
  EXPECT_THAT(head, EndsWith("\r\n\r\n"));
}

TEST_F(Listening, AnswersAFewRequestsOnOneConnection) {
  RawClient client(port());
  for (int i = 0; i < 3; ++i) {
    client.send("GET / HTTP/1.1\r\n" + host_line() + "\r\n");
    EXPECT_THAT(client.receive_until("</body>"), EndsWith("</body>"));
  }
}

TEST_F(Listening, AnswersPipelinedRequests) {
  const std::string answers =
      answer_to(port(), "GET / HTTP/1.1\r\n" + host_line() + "\r\n" + get_request(port(), "/none"));

  EXPECT_THAT(answers, HasSubstr("HTTP/1.1 200 OK"));
  EXPECT_THAT(answers, HasSubstr("HTTP/1.1 404 Not Found"));
}

TEST_F(Listening, SendsALargePageWhole) {
  const std::string answer = answer_to(port(), get_request(port(), "/large/"));

  EXPECT_GT(answer.size(), 3'000'000U);
  EXPECT_THAT(answer.substr(answer.size() - 20), EndsWith("xxx</p></body>"));
}

TEST_F(Listening, KnowsNoRangesAndNoCompression) {
  const std::string answer = answer_to(
      port(), "GET / HTTP/1.1\r\n" + host_line() +
                  "Range: bytes=99999999999999999999-,0-,0-\r\nAccept-Encoding: br, gzip\r\n"
                  "Connection: close\r\n\r\n");

  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(answer, Not(HasSubstr("Content-Encoding")));
  EXPECT_THAT(answer, EndsWith("index</p></body>"));
}

TEST_F(Listening, RefusesWhatItMust) {
  struct Case {
    std::string request, answer;
  };

  const std::string host = host_line();
  const std::vector<Case> cases = {
      {"GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 400"},
      {"GET / HTTP/1.1\r\n" + host + host + "\r\n", "HTTP/1.1 400"},
      {"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", "HTTP/1.1 403"},
      {"GET /../etc/passwd HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 404"},
      {"GET http://evil.example/ HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 400"},
      {"GET /%00 HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 400"},
      {"POST / HTTP/1.1\r\n" + host + "Content-Length: 4\r\n\r\nabcd", "HTTP/1.1 405"},
      {"POST / HTTP/1.1\r\n" + host + "Content-Length: 99999999999\r\n\r\nabcd", "HTTP/1.1 405"},
      {"PUT / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nffffffff\r\n",
       "HTTP/1.1 405"},
      {"OPTIONS * HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 405"},
      {"CONNECT a:1 HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 405"},
      {"BREW / HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 400"},
      {"GET / HTTP/2.0\r\n" + host + "\r\n", "HTTP/1.1 400"},
      {"GET /\r\n" + host + "\r\n", "HTTP/1.1 400"},
      {"GET / HTTP/1.1\n" + host + "\n\n", "HTTP/1.1 400"},
      {"GET / HTTP/1.1\r\nHost : a\r\n\r\n", "HTTP/1.1 400"},
      {"\r\n\r\n", "HTTP/1.1 400"},
      {"\x16\x03\x01\x02\n\n", "HTTP/1.1 400"},
      {std::string("GET /\0 HTTP/1.1\r\n\r\n", 20), "HTTP/1.1 400"},
      {"GET /" + std::string(9'000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 414"},
      {"GET / HTTP/1.1\r\n" + host + "Range: bytes=" + std::string(8'000, '0') + "-\r\n\r\n",
       "HTTP/1.1 200"},
      {"GET / HTTP/1.1\r\n" + host + "Origin: " + std::string(9'000, 'a') + "\r\n\r\n",
       "HTTP/1.1 400"},
      {"GET / HTTP/1.1\r\n" + host + "A: " + std::string(20'000, 'a') + "\r\n\r\n", "HTTP/1.1 431"},
      {"GET / HTTP/1.1\r\n" + host + "A: " + std::string(900'000, 'a'), "HTTP/1.1 431"},
      {"GET /?" + std::string(7'000, '&') + " HTTP/1.1\r\n" + host + "\r\n", "HTTP/1.1 200"},
  };
  for (const Case& a_case : cases) {
    RawClient client(port());
    client.send(a_case.request);
    EXPECT_THAT(client.receive_until("\r\n\r\n"), StartsWith(a_case.answer))
        << a_case.request.substr(0, 100);
  }
  expect_alive();
}

TEST_F(Listening, OutlivesGarbage) {
  unsigned state = 12345;
  for (int i = 0; i < 200; ++i) {
    std::string garbage = i % 2 == 0 ? "GET / HTTP/1.1\r\n" + host_line() : "";
    for (int j = 0; j < 300; ++j) {
      state = state * 1664525U + 1013904223U;
      garbage.push_back(static_cast<char>(state >> 24U));
    }
    RawClient client(port());
    client.send(garbage);
    if (i % 3 == 0) {
      client.send("\r\n\r\n");
    }
  }
  expect_alive();
}

TEST_F(Listening, IsNotBlockedByManySilentClients) {
  std::vector<std::unique_ptr<RawClient>> silent;
  for (int i = 0; i < 100; ++i) {
    silent.push_back(std::make_unique<RawClient>(port()));
    silent.back()->send("GET / HT");
  }
  const auto start = std::chrono::steady_clock::now();

  expect_alive();

  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(3));
}

TEST_F(Listening, StreamsEvents) {
  RawClient client(port());
  client.send("GET /__sitegen/events?since=5 HTTP/1.1\r\n" + host_line() + "\r\n");
  const std::string head = client.receive_until("retry: 1000");
  EXPECT_THAT(head, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(head, HasSubstr("Content-Type: text/event-stream"));

  reload_.broadcast_problems(std::vector<diagnostics::Diagnostic>{{.message = "bad"}});
  EXPECT_THAT(client.receive_until("bad"), HasSubstr("id: 6\nevent: problems\ndata: ["));
  reload_.broadcast_reload();
  EXPECT_THAT(client.receive_until("reload"), HasSubstr("id: 7\nevent: reload"));
}

TEST_F(Listening, TellsALatePageAtOnce) {
  RawClient client(port());
  client.send("GET /__sitegen/events?since=4 HTTP/1.1\r\n" + host_line() + "\r\n");

  EXPECT_THAT(client.receive_until("data: "), HasSubstr("id: 5\nevent: reload"));
}

TEST_F(Listening, BoundsTheEventStreamsAndTakesTheirPlacesBack) {
  const std::string request = "GET /__sitegen/events?since=5 HTTP/1.1\r\n" + host_line() + "\r\n";
  std::vector<std::unique_ptr<RawClient>> clients;
  for (std::size_t i = 0; i < kMaxListeners; ++i) {
    clients.push_back(std::make_unique<RawClient>(port()));
    clients.back()->send(request);
    EXPECT_THAT(clients.back()->receive_until("retry"), HasSubstr("200 OK"));
  }
  {
    RawClient one_more(port());
    one_more.send(request);
    EXPECT_THAT(one_more.receive_until("\r\n\r\n"), StartsWith("HTTP/1.1 503"));
  }
  expect_alive();
  clients.clear();
  bool taken = false;
  for (int i = 0; i < 100 && !taken; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    RawClient again(port());
    again.send(request);
    taken = again.receive_until("\r\n\r\n").starts_with("HTTP/1.1 200");
  }
  EXPECT_TRUE(taken);
}

TEST_F(Listening, RefusesEventsForForeignPages) {
  const std::string start = "GET /__sitegen/events HTTP/1.1\r\n" + host_line();
  EXPECT_THAT(answer_to(port(), start + "Origin: http://evil.example\r\nConnection: close\r\n\r\n"),
              StartsWith("HTTP/1.1 403"));
  const std::string own = "Origin: http://127.0.0.1:" + std::to_string(port()) + "\r\n";
  EXPECT_THAT(answer_to(port(), start + own + own + "Connection: close\r\n\r\n"),
              StartsWith("HTTP/1.1 403"));
}

TEST_F(Listening, StopsAtOnceAlthoughClientsAreConnected) {
  const RawClient idle(port());
  const RawClient slow(port());
  slow.send("GET / HT");
  RawClient events(port());
  events.send("GET /__sitegen/events HTTP/1.1\r\n" + host_line() + "\r\n");
  EXPECT_THAT(events.receive_until("retry"), HasSubstr("200 OK"));
  const int port = this->port();
  const auto start = std::chrono::steady_clock::now();

  listener_->stop();

  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(3));
  EXPECT_FALSE(RawClient(port).connected());
  listener_->stop();
}

TEST_F(Listening, SaysWhenThePortIsTaken) {
  const auto second = Listener::bind({.host = "127.0.0.1", .port = port()});

  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, "serve/port-in-use");
  EXPECT_EQ(second.error().message,
            "port " + std::to_string(port()) + " is in use by another program");
  EXPECT_THAT(second.error().remedy, HasSubstr("--port"));
}

TEST(Listener, SaysWhenTheHostIsNotOurs) {
  for (const char* host : {"192.0.2.1", "no such host", "256.1.1.1"}) {
    const auto listener = Listener::bind({.host = host, .port = 0});
    ASSERT_FALSE(listener) << host;
    EXPECT_EQ(listener.error().code, "serve/cannot-listen") << host;
  }
}

TEST(Listener, GivesItsPortBackWithoutHavingStarted) {
  int port = 0;
  {
    const auto listener = Listener::bind({.host = "127.0.0.1", .port = 0});
    ASSERT_TRUE(listener);
    port = listener->address().port;
  }
  EXPECT_TRUE(Listener::bind({.host = "127.0.0.1", .port = port}));
}

TEST(Listener, AnswersAnErrorWhenAPageThrows) {
  PreviewSite site;
  site.page = [](std::string_view) -> std::optional<diagnostics::Expected<render::Page>> {
    throw std::runtime_error("our own bug");
  };
  LiveSite live;
  live.show({.site = std::make_shared<const PreviewSite>(site), .problems = {}, .version = 1});
  LiveReload reload(1);
  auto listener = Listener::bind({.host = "127.0.0.1", .port = 0});
  ASSERT_TRUE(listener);
  listener->start(live, reload);
  const int port = listener->address().port;

  EXPECT_THAT(answer_to(port, get_request(port, "/")),
              testing::AllOf(StartsWith("HTTP/1.1 500"), Not(HasSubstr("our own bug"))));
}

}  // namespace
}  // namespace serve
