#pragma once

#include "diagnostics/expected.hpp"
#include "serve/answer_request.hpp"
#include "serve/live_reload.hpp"
#include "serve/live_site.hpp"
#include "serve/own_address.hpp"

#include <memory>

namespace serve {

/// The preview's server: sockets, limits, threads. What it answers is decided in answer_request.
class Listener {
 public:
  /// Binds `address` without answering yet. Fails with "serve/port-in-use",
  /// "serve/port-not-allowed" or "serve/cannot-listen".
  [[nodiscard]] static diagnostics::Expected<Listener> bind(const OwnAddress& address);

  Listener(Listener&& other) noexcept;
  Listener& operator=(Listener&& other) noexcept;
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  /// Stops.
  ~Listener();

  /// Where it listens, with the port that it got.
  [[nodiscard]] const OwnAddress& address() const;

  /// Answers requests, in threads of its own, until stop(). Both must outlive it; call it once.
  void start(const LiveSite& site, LiveReload& reload, Reloading reloading = Reloading::on);

  /// Ends every connection and waits for its threads.
  void stop();

 private:
  class Server;
  explicit Listener(std::unique_ptr<Server> server);
  std::unique_ptr<Server> server_;
};

}  // namespace serve
