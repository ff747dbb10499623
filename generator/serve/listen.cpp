#include "serve/listen.hpp"

#include "files/descriptor.hpp"
#include "serve/connection_threads.hpp"
#include "serve/socket_stream.hpp"

#include <httplib.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <string>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace serve {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Severity;

/// Requests that one connection may ask, one after the other.
constexpr int kMaxRequests = 100;

/// Connections that may wait to be accepted.
constexpr int kMaxWaiting = 128;

/// How often a stream of events looks whether its client left, and sends a sign of life.
constexpr std::chrono::milliseconds kLook{1000};
constexpr int kLooksPerHeartbeat = 15;

/// Two servers must not share a port, which SO_REUSEPORT, the library's choice, would allow.
void use_port_alone(socket_t socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
}

Diagnostic cannot_bind(const OwnAddress& address, int error) {
  const std::string place = address.host + " port " + std::to_string(address.port);
  if (error == EADDRINUSE) {
    return {.severity = Severity::error,
            .code = "serve/port-in-use",
            .message = "port " + std::to_string(address.port) + " is in use by another program",
            .remedy = "choose another one with --port, or --port 0 for any free one"};
  }
  if (error == EACCES) {
    return {.severity = Severity::error,
            .code = "serve/port-not-allowed",
            .message = "you may not listen on " + place,
            .remedy = "ports below 1024 belong to the system: choose another one with --port"};
  }
  return {.severity = Severity::error,
          .code = "serve/cannot-listen",
          .message = "cannot listen on " + place,
          .remedy = "--host takes an address of this machine; 127.0.0.1 always works"};
}

/// The value of a header that came once.
std::optional<std::string> only_value(const httplib::Request& request, const char* name) {
  return request.get_header_value_count(name) == 1 ? std::optional(request.get_header_value(name))
                                                   : std::nullopt;
}

Request request_from(const httplib::Request& request) {
  // Of several origins none can be trusted: the empty one is nobody's.
  const bool has_origin = request.has_header("Origin");
  return {.method = request.method,
          .target = request.target,
          .host = only_value(request, "Host"),
          .origin =
              has_origin ? std::optional(only_value(request, "Origin").value_or("")) : std::nullopt,
          .last_event_id = request.get_header_value("Last-Event-ID")};
}

/// One browser that listens to events. It has a place in the hub as long as it lives.
class EventStream {
 public:
  EventStream(LiveReload& hub, std::uint64_t last_id) : hub_(hub), last_id_(last_id) {}

  EventStream(const EventStream&) = delete;
  EventStream& operator=(const EventStream&) = delete;
  EventStream(EventStream&&) = delete;
  EventStream& operator=(EventStream&&) = delete;

  ~EventStream() { hub_.leave(); }

  /// Sends what comes next; false when the stream is over.
  bool send_next(httplib::DataSink& sink) {
    std::string text = is_first_ ? "retry: 1000\n\n" : "";
    is_first_ = false;
    for (const ReloadEvent& event : hub_.wait(last_id_, text.empty() ? kLook : kNow)) {
      last_id_ = event.id;
      text += to_event_stream(event);
    }
    if (text.empty() && ++looks_ % kLooksPerHeartbeat == 0) {
      text = ":\n\n";
    }
    return !hub_.closed() && sink.is_writable() &&
           (text.empty() || sink.write(text.data(), text.size()));
  }

 private:
  static constexpr std::chrono::milliseconds kNow{0};

  LiveReload& hub_;
  std::uint64_t last_id_;
  int looks_ = 0;
  bool is_first_ = true;
};

}  // namespace

/// The library's server with our own way to read requests. The library binds, accepts, parses
/// requests and writes answers.
class Listener::Server : public httplib::Server {
 public:
  Server() {
    set_socket_options(use_port_alone);
    set_tcp_nodelay(true);
    set_keep_alive_timeout(kIdleTime.count());
    set_keep_alive_max_count(kMaxRequests);
    new_task_queue = [] { return new ConnectionThreads; };
  }

  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  Server(Server&&) = delete;
  Server& operator=(Server&&) = delete;

  ~Server() override { end(); }

  /// 0, or the system's error number.
  int bind(const OwnAddress& address) {
    options_.own = address;
    errno = 0;
    if (address.port == 0) {
      options_.own.port = bind_to_any_port(address.host);
    }
    const bool bound =
        address.port == 0 ? options_.own.port > 0 : bind_to_port(address.host, address.port);
    if (!bound) {
      return errno != 0 ? errno : EINVAL;
    }
    // The library lets five connections wait: a sixth at the same moment would lose a second.
    return ::listen(svr_sock_, kMaxWaiting) == 0 ? 0 : errno;
  }

  [[nodiscard]] const OwnAddress& address() const { return options_.own; }

  void start(const LiveSite& site, LiveReload& reload, Reloading reloading) {
    options_.reloading = reloading;
    set_pre_routing_handler([this, &site, &reload](const auto& request, auto& response) {
      answer(*site.current(), reload, request, response);
      return HandlerResponse::Handled;
    });
    set_exception_handler([](const auto&, auto& response, const std::exception_ptr&) {
      response.status = 500;
      response.set_content("The preview itself failed\n", "text/plain; charset=utf-8");
    });
    hub_ = &reload;
    // Signals are for the thread that started us: one of them here would break off accept().
    sigset_t signals{};
    sigset_t before{};
    ::sigfillset(&signals);
    for (const int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL}) {
      ::sigdelset(&signals, fault);
    }
    ::pthread_sigmask(SIG_BLOCK, &signals, &before);
    accepting_ = std::thread([this] {
      listen_after_bind();
      ended_ = true;
    });
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  }

  void end() {
    ::eventfd_write(stop_.get(), 1);
    if (hub_ != nullptr) {
      hub_->close();
    }
    if (!accepting_.joinable()) {
      const socket_t socket = svr_sock_.exchange(INVALID_SOCKET);
      if (socket != INVALID_SOCKET) {
        ::close(socket);
      }
      return;
    }
    // Before its loop has begun the library ignores a stop; a second one it takes for a mistake.
    while (!ended_) {
      if (svr_sock_ != INVALID_SOCKET) {
        stop();
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    accepting_.join();
  }

 private:
  void answer(const Preview& preview, LiveReload& reload, const httplib::Request& request,
              httplib::Response& response) const {
    Response made = answer_request(preview, request_from(request), options_);
    if (made.events_after && !reload.join()) {
      made = {.status = 503, .headers = {{"Retry-After", "5"}}, .body = {}, .events_after = {}};
    }
    response.status = made.status;
    response.body = std::move(made.body);
    std::string type;
    for (const Header& header : made.headers) {
      if (header.name == "Content-Type") {
        type = header.value;
      }
      if (header.name != "Content-Type" || !made.events_after) {
        response.set_header(header.name, header.value);
      }
    }
    if (made.events_after) {
      const auto stream = std::make_shared<EventStream>(reload, *made.events_after);
      response.set_chunked_content_provider(
          type, [stream](std::size_t, httplib::DataSink& sink) { return stream->send_next(sink); });
    }
  }

  bool process_and_close_socket(socket_t socket) override {
    SocketStream stream(socket, stop_.get());
    bool open = true;
    for (int i = 1; open; ++i) {
      const HeadResult head = stream.read_head();
      if (head != HeadResult::ready) {
        refuse(stream, head);
        break;
      }
      bool closed = stream.has_body() || i == kMaxRequests;
      open = process_request(stream, closed, closed, nullptr) && !closed;
    }
    stream.finish();
    ::close(socket);
    return true;
  }

  static void refuse(SocketStream& stream, HeadResult head) {
    if (head == HeadResult::malformed) {
      stream.refuse("400 Bad Request");
    } else if (head == HeadResult::too_long) {
      stream.refuse("431 Request Header Fields Too Large");
    }
  }

  AnswerOptions options_;
  files::Descriptor stop_{::eventfd(0, EFD_CLOEXEC)};  ///< readable once everything must end
  LiveReload* hub_ = nullptr;
  std::atomic<bool> ended_ = false;
  std::thread accepting_;
};

diagnostics::Expected<Listener> Listener::bind(const OwnAddress& address) {
  auto server = std::make_unique<Server>();
  if (const int error = server->bind(address); error != 0) {
    return diagnostics::failure(cannot_bind(address, error));
  }
  return Listener(std::move(server));
}

Listener::Listener(std::unique_ptr<Server> server) : server_(std::move(server)) {}

Listener::Listener(Listener&&) noexcept = default;
Listener& Listener::operator=(Listener&&) noexcept = default;
Listener::~Listener() = default;

const OwnAddress& Listener::address() const {
  return server_->address();
}

void Listener::start(const LiveSite& site, LiveReload& reload, Reloading reloading) {
  server_->start(site, reload, reloading);
}

void Listener::stop() {
  server_->end();
}

}  // namespace serve
