#include "serve/answer_request.hpp"

#include "serve/fake_site.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace serve {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const AnswerOptions kOptions{.own = {.host = "127.0.0.1", .port = 8080},
                             .reloading = Reloading::off};

FakePages pages() {
  return {
      {"/", html_page("index")},
      {"/2023/02/08/", html_page("day")},
      {"/authors/张三/", html_page("author")},
      {"/about.html", html_page("about")},
      {"/search/", html_page("search")},
      {"/404.html", html_page("nothing here")},
      {"/feed.xml", render::Page{.bytes = "<feed/>", .media_type = "application/atom+xml"}},
      {"/data/papers.jsonl", render::Page{.bytes = "{}", .media_type = "application/json"}},
      {"/assets/site.css", render::Page{.bytes = "p{}", .media_type = "text/css"}},
      {"/assets/site.js", render::Page{.bytes = "1", .media_type = "text/javascript"}},
      {"/assets/font.woff2", render::Page{.bytes = "wOF2", .media_type = "font/woff2"}},
      {"/typed.txt", render::Page{.bytes = "a", .media_type = "text/plain; charset=us-ascii"}},
      {"/broken/", diagnostics::failure({.code = "jinja/unknown-name",
                                         .where = {"templates/<b>.html", 3, 7},
                                         .message = "there is no \"titel\" & more"})},
  };
}

Preview preview(const std::string& base_path = {}) {
  return {.site = fake_site(pages(), base_path), .problems = {}, .version = 7};
}

Request get(const std::string& target) {
  return {.method = "GET", .target = target, .host = "localhost:8080"};
}

std::string header(const Response& response, std::string_view name) {
  std::string value;
  for (const Header& header : response.headers) {
    value += header.name == name ? header.value : "";
  }
  return value;
}

struct TargetCase {
  std::string target;
  int status;
  std::string says;  ///< a part of the body, or the Location
};

TEST(AnswerRequest, LooksTargetsUpAmongTheRoutes) {
  const std::vector<TargetCase> cases = {
      {"/", 200, "index"},
      {"/?q=1", 200, "index"},
      {"/index.html", 200, "index"},
      {"/2023/02/08/", 200, "day"},
      {"/2023/02/08/index.html", 200, "day"},
      {"/%32023/02/08/", 200, "day"},
      {"/authors/%E5%BC%A0%E4%B8%89/", 200, "author"},
      {"/authors/张三/", 200, "author"},
      {"/about.html", 200, "about"},
      {"/about.html?raw??", 200, "about"},
      {"/feed.xml", 200, "<feed/>"},
      {"/404.html", 404, "nothing here"},
      // a folder without its slash
      {"/2023/02/08", 308, "/2023/02/08/"},
      {"/authors/张三", 308, "/authors/%E5%BC%A0%E4%B8%89/"},
      {"/search?q=a%20b", 308, "/search/?q=a%20b"},
      // nothing there
      {"/2023/02/", 404, "nothing here"},
      {"/about", 404, "nothing here"},
      {"/about.html/", 404, "nothing here"},
      {"/ABOUT.html", 404, "nothing here"},
      // every way round a path that others have fallen for
      {"//", 404, "nothing here"},
      {"//2023/02/08/", 404, "nothing here"},
      {"//evil.example", 404, "nothing here"},
      {"//evil.example/%2e%2e", 404, "nothing here"},
      {"/../", 404, "nothing here"},
      {"/../../../../etc/passwd", 404, "nothing here"},
      {"/2023/../about.html", 404, "nothing here"},
      {"/./about.html", 404, "nothing here"},
      {"/%2e%2e/%2e%2e/etc/passwd", 404, "nothing here"},
      {"/%252e%252e/etc/passwd", 404, "nothing here"},
      {"/..%2fetc%2fpasswd", 404, "nothing here"},
      {"/2023%2f02%2f08/", 404, "nothing here"},
      {"/..\\..\\etc\\passwd", 404, "nothing here"},
      {"/..%5c..%5cetc%5cpasswd", 404, "nothing here"},
      {"/@fs/etc/passwd?import&raw??", 404, "nothing here"},
      {"/@fs/etc/passwd?raw??", 404, "nothing here"},
      {"/about.html%3Fraw", 404, "nothing here"},
      {"/about.html.svg", 404, "nothing here"},
      {"/about.html;a=b", 404, "nothing here"},
      {"/site.yaml", 404, "nothing here"},
      {"/templates/base.html", 404, "nothing here"},
      {"/__sitegen", 404, "nothing here"},
      {"/__sitegen/", 404, "no file \"\""},
      {"/__sitegen/../about.html", 404, "no file \"../about.html\""},
      {"/__sitegen/reload.js/", 404, "no file"},
      // malformed
      {"/#/../etc/passwd", 400, "malformed"},
      {"/about.html#", 400, "malformed"},
      {"/about.html%00.txt", 400, "malformed"},
      {std::string("/about.html\0", 12), 400, "malformed"},
      {"/%c0%ae%c0%ae/etc/passwd", 400, "malformed"},
      {"/%zz", 400, "malformed"},
      {"/%", 400, "malformed"},
      {"", 400, "malformed"},
      {"*", 400, "malformed"},
      {"about.html", 400, "malformed"},
      {"http://localhost:8080/about.html", 400, "malformed"},
      {"http://evil.example/", 400, "malformed"},
      {"/about.html\r\nX: y", 400, "malformed"},
  };
  for (const TargetCase& a_case : cases) {
    const Response response = answer_request(preview(), get(a_case.target), kOptions);

    EXPECT_EQ(response.status, a_case.status) << a_case.target;
    if (a_case.status == 308) {
      EXPECT_EQ(header(response, "Location"), a_case.says) << a_case.target;
    } else {
      EXPECT_THAT(response.body, HasSubstr(a_case.says)) << a_case.target;
    }
  }
}

TEST(AnswerRequest, ShowsASiteBelowItsBasePath) {
  const std::vector<TargetCase> cases = {
      {"/", 308, "/papers/"},
      {"/?a=b", 308, "/papers/?a=b"},
      {"/papers", 308, "/papers/"},
      {"/papers/", 200, "index"},
      {"/papers/2023/02/08/", 200, "day"},
      {"/papers/2023/02/08", 308, "/papers/2023/02/08/"},
      {"/2023/02/08/", 404, "nothing here"},
      {"/papers2023/02/08/", 404, "nothing here"},
      {"/papersabout.html", 404, "nothing here"},
      {"/papers/papers/", 404, "nothing here"},
      {"/__sitegen/reload.js", 200, "EventSource"},
  };
  for (const TargetCase& a_case : cases) {
    const Response response = answer_request(preview("/papers"), get(a_case.target), kOptions);

    EXPECT_EQ(response.status, a_case.status) << a_case.target;
    EXPECT_THAT(a_case.status == 308 ? header(response, "Location") : response.body,
                HasSubstr(a_case.says))
        << a_case.target;
  }
}

TEST(AnswerRequest, AnswersTheSameBytesAsTheSiteWhenReloadingIsOff) {
  for (const auto& [path, page] : pages()) {
    if (page) {
      EXPECT_EQ(answer_request(preview(), get(path), kOptions).body, page->bytes) << path;
    }
  }
}

TEST(AnswerRequest, SaysTheTypeOfEachPage) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"/", "text/html; charset=utf-8"},
      {"/feed.xml", "application/atom+xml; charset=utf-8"},
      {"/data/papers.jsonl", "application/json; charset=utf-8"},
      {"/assets/site.css", "text/css; charset=utf-8"},
      {"/assets/site.js", "text/javascript; charset=utf-8"},
      {"/assets/font.woff2", "font/woff2"},
      {"/typed.txt", "text/plain; charset=us-ascii"},
      {"/__sitegen/reload.js", "text/javascript; charset=utf-8"},
      {"/__sitegen/problems.css", "text/css; charset=utf-8"},
  };
  for (const auto& [target, type] : cases) {
    EXPECT_EQ(header(answer_request(preview(), get(target), kOptions), "Content-Type"), type);
  }
}

TEST(AnswerRequest, ProtectsEveryAnswer) {
  Request foreign = get("/");
  foreign.host = "evil.example";
  Request post = get("/");
  post.method = "POST";
  for (const Request& request : {get("/"), get("/none"), get("*"), get("/broken/"), get("/search"),
                                 get("/__sitegen/events"), foreign, post}) {
    const Response response = answer_request(preview(), request, kOptions);

    EXPECT_EQ(header(response, "Cache-Control"), "no-store");
    EXPECT_EQ(header(response, "Cross-Origin-Resource-Policy"), "same-origin");
    EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff");
    EXPECT_NE(header(response, "Content-Type"), "");
    for (const Header& a_header : response.headers) {
      EXPECT_THAT(a_header.name, Not(StartsWith("Access-Control")));
      EXPECT_EQ(a_header.value.find_first_of("\r\n"), std::string::npos);
    }
  }
}

TEST(AnswerRequest, RefusesForeignHosts) {
  Request request = get("/");
  for (const char* host : {"evil.example", "evil.example:8080", "localhost", "localhost:80", ""}) {
    request.host = host;
    const Response response = answer_request(preview(), request, kOptions);
    EXPECT_EQ(response.status, 403) << host;
    EXPECT_THAT(response.body, HasSubstr("answers at http://127.0.0.1:8080/ only"));
    EXPECT_THAT(response.body, Not(HasSubstr("index")));
  }
  request.host.reset();
  EXPECT_EQ(answer_request(preview(), request, kOptions).status, 400);
}

TEST(AnswerRequest, RefusesEventsForForeignPages) {
  Request request = get("/__sitegen/events");
  EXPECT_EQ(answer_request(preview(), request, kOptions).status, 200);
  for (const char* origin : {"http://localhost:8080", "http://127.0.0.1:8080"}) {
    request.origin = origin;
    EXPECT_EQ(answer_request(preview(), request, kOptions).status, 200) << origin;
  }
  for (const char* origin : {"http://evil.example", "null", "", "http://localhost:8081"}) {
    request.origin = origin;
    const Response response = answer_request(preview(), request, kOptions);
    EXPECT_EQ(response.status, 403) << origin;
    EXPECT_FALSE(response.events_after);
  }
}

TEST(AnswerRequest, StartsEventsAfterTheLastOneSeen) {
  const auto events_after = [](const std::string& query, const std::string& last_event_id) {
    Request request = get("/__sitegen/events" + query);
    request.last_event_id = last_event_id;
    return answer_request(preview(), request, kOptions).events_after;
  };
  EXPECT_EQ(events_after("", ""), 0U);
  EXPECT_EQ(events_after("?since=12", ""), 12U);
  EXPECT_EQ(events_after("?since=12", "15"), 15U);
  EXPECT_EQ(events_after("?since=-1", "x"), 0U);
  EXPECT_EQ(events_after("?since=99999999999999999999999", ""), 0U);
}

TEST(AnswerRequest, KnowsGetAndHeadOnly) {
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "PRI",
                             "get", "", "GETT"}) {
    Request request = get("/");
    request.method = method;
    const Response response = answer_request(preview(), request, kOptions);
    EXPECT_EQ(response.status, 405) << method;
    EXPECT_EQ(header(response, "Allow"), "GET, HEAD");
  }
  Request head = get("/");
  head.method = "HEAD";
  EXPECT_EQ(answer_request(preview(), head, kOptions).status, 200);
  head.target = "/__sitegen/events";
  EXPECT_FALSE(answer_request(preview(), head, kOptions).events_after);
}

TEST(AnswerRequest, PutsTheScriptIntoPagesOnly) {
  const AnswerOptions reloading{.own = kOptions.own, .reloading = Reloading::on};
  const std::string script =
      R"(<script src="/__sitegen/reload.js" data-version="7" defer></script></body>)";

  EXPECT_THAT(answer_request(preview(), get("/"), reloading).body, HasSubstr(script));
  EXPECT_THAT(answer_request(preview(), get("/none"), reloading).body, HasSubstr(script));
  EXPECT_THAT(answer_request(preview(), get("/broken/"), reloading).body,
              HasSubstr("data-version=\"7\""));
  EXPECT_EQ(answer_request(preview(), get("/feed.xml"), reloading).body, "<feed/>");
  EXPECT_EQ(answer_request(preview(), get("/assets/site.js"), reloading).body, "1");
}

TEST(AnswerRequest, ShowsWhyAPageCannotBeRendered) {
  const Response response = answer_request(preview(), get("/broken/"), kOptions);

  EXPECT_EQ(response.status, 500);
  EXPECT_THAT(
      response.body,
      HasSubstr("templates/&lt;b&gt;.html:3:7: error: there is no &#34;titel&#34; &amp; more "
                "[jinja/unknown-name]"));
  EXPECT_THAT(header(response, "Content-Security-Policy"), StartsWith("default-src 'none'"));
}

TEST(AnswerRequest, ShowsProblemsWhileThereIsNoSite) {
  const Preview nothing{
      .site = nullptr, .problems = {{.code = "config/bad-yaml", .message = "no"}}, .version = 7};

  for (const char* target : {"/", "/papers/x/"}) {
    const Response response = answer_request(nothing, get(target), kOptions);
    EXPECT_EQ(response.status, 500);
    EXPECT_THAT(response.body, HasSubstr("error: no [config/bad-yaml]"));
  }
  EXPECT_EQ(answer_request(nothing, get("/__sitegen/reload.js"), kOptions).status, 200);
}

TEST(AnswerRequest, LivesWithoutAPageForWhatIsMissing) {
  const Preview bare{.site = fake_site({}), .problems = {}, .version = 7};
  const Response response = answer_request(bare, get("/<script>"), kOptions);

  EXPECT_EQ(response.status, 404);
  EXPECT_EQ(header(response, "Content-Type"), "text/plain; charset=utf-8");
}

}  // namespace
}  // namespace serve
