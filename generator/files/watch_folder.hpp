#pragma once

#include <chrono>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace files {

/// How a watcher learns of changes: the kernel tells (inotify), or it looks again and again.
enum class WatchMethod { notification, polling };

struct WatchOptions {
  std::vector<std::string> ignored;  ///< folders below the watched ones that are none of ours
  WatchMethod method = WatchMethod::notification;  ///< polling: do not try anything else
  /// An editor's save is several changes: the watcher answers when none came for this long, and
  /// at the latest after ten times as long.
  std::chrono::milliseconds quiet{30};
  std::chrono::milliseconds poll_interval{500};
};

/// Tells when something under given folders, or a given file, changed. A watched path need not
/// exist yet, but the folder around it must. Names that begin with a dot, and the backup files of
/// editors, are ignored.
///
/// It watches folders, never files: one descriptor serves a whole site, and a file that an editor
/// replaces by a rename stays watched. Where the kernel's watches run out, or the file system
/// belongs to another machine and tells nothing, it falls back to polling.
class FolderWatcher {
 public:
  explicit FolderWatcher(const std::vector<std::string>& watched, const WatchOptions& options = {});
  FolderWatcher(const FolderWatcher&) = delete;
  FolderWatcher& operator=(const FolderWatcher&) = delete;
  FolderWatcher(FolderWatcher&& other) noexcept;
  FolderWatcher& operator=(FolderWatcher&& other) noexcept;
  ~FolderWatcher();

  /// Waits for a change since the watcher was made or since the last call that answered true;
  /// false when `timeout` (at most an hour counts) is over or `stop` was asked for. Changes
  /// between two calls are not lost.
  [[nodiscard]] bool wait_for_change(std::chrono::milliseconds timeout,
                                     const std::stop_token& stop);

  /// The method in use now.
  [[nodiscard]] WatchMethod method() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace files
