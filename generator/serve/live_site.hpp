#pragma once

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/expected.hpp"
#include "render/page.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace serve {

/// What the preview must know of a site. Immutable once it is shown; `page` is called from many
/// threads at once.
struct PreviewSite {
  /// The path of the base URL, percent-decoded, without the last '/': empty, or `/papers`.
  std::string base_path;
  /// The page at a route's path (`/2023/02/08/`, without the base path, percent-decoded), or why
  /// it cannot be rendered; nothing if no route has that path. "/404.html" is the page for those.
  std::function<std::optional<diagnostics::Expected<render::Page>>(std::string_view path)> page;
};

/// The state that every answer is made from.
struct Preview {
  std::shared_ptr<const PreviewSite> site;        ///< the last good one; null: none so far
  std::vector<diagnostics::Diagnostic> problems;  ///< of the last time it was loaded
  std::uint64_t version = 0;                      ///< the event that announced this site
};

/// The state in force. It is swapped whole: an answer under way keeps the one it began with.
class LiveSite {
 public:
  [[nodiscard]] std::shared_ptr<const Preview> current() const {
    const std::scoped_lock lock(mutex_);
    return current_;
  }

  void show(Preview next) {
    std::shared_ptr<const Preview> shown = std::make_shared<const Preview>(std::move(next));
    {
      const std::scoped_lock lock(mutex_);
      current_.swap(shown);
    }
    // What was shown before ends here, outside the lock.
  }

 private:
  // A lock round a copied pointer, and no std::atomic<std::shared_ptr>: load() of libstdc++ 12
  // gives its own lock up without releasing what it read, which is a data race.
  mutable std::mutex mutex_;
  std::shared_ptr<const Preview> current_ = std::make_shared<const Preview>();
};

}  // namespace serve
