#include "files/watch_folder.hpp"

#include "files/descriptor.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <compare>
#include <cstring>
#include <functional>
#include <map>
#include <optional>
#include <poll.h>
#include <set>
#include <string_view>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>
#include <utility>

namespace files {

namespace {

namespace fs = boost::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Hidden files, and what editors leave beside a file while they save it: `a.txt~`, `#a.txt#`,
/// Vim's test file `4913`.
bool is_ignored_name(std::string_view name) {
  return name.empty() || name.starts_with('.') || name.ends_with('~') ||
         (name.starts_with('#') && name.ends_with('#')) || name == "4913";
}

/// Without "." and "..", and without a '/' at the end, so that paths can be compared as texts.
fs::path clean_path(const std::string& path) {
  fs::path clean = fs::absolute(path).lexically_normal();
  if (clean.filename() == "." || clean.filename().empty()) {
    clean = clean.parent_path();
  }
  return clean;
}

bool is_inside(const fs::path& path, const fs::path& folder) {
  const std::string& inner = path.native();
  const std::string& outer = folder.native();
  return inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '/');
}

/// What is watched, and what is not.
struct Scope {
  std::vector<fs::path> watched;
  std::vector<fs::path> ignored;

  [[nodiscard]] bool ignores(const fs::path& path) const {
    return is_ignored_name(path.filename().native()) ||
           std::ranges::any_of(ignored, [&](const fs::path& out) { return is_inside(path, out); });
  }
};

using Visit = std::function<void(const fs::directory_entry&)>;

/// Calls `visit` for every folder at and below `root`, then for every other thing in it, without
/// what `scope` ignores. A symbolic link to a folder is followed once.
void walk(const Scope& scope, const fs::path& root, const Visit& visit) {
  std::set<fs::path> followed;
  std::vector<fs::path> pending = {root};
  while (!pending.empty()) {
    const fs::path folder = std::move(pending.back());
    pending.pop_back();
    visit(fs::directory_entry(folder));
    boost::system::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
      if (scope.ignores(entry->path())) {
        continue;
      }
      boost::system::error_code status_error;
      if (!fs::is_directory(entry->status(status_error))) {
        visit(*entry);
        continue;
      }
      const bool link = fs::is_symlink(entry->symlink_status(status_error));
      if (!link || followed.insert(fs::canonical(entry->path(), status_error)).second) {
        pending.push_back(entry->path());
      }
    }
  }
}

/// Whether the file system that holds `path` belongs to somebody else, who changes it without the
/// kernel's knowledge: NFS, SMB, 9P (containers and virtual machines), FUSE. Numbers: statfs(2).
bool changes_unseen(const fs::path& path) {
  struct statfs system {};

  if (::statfs(path.c_str(), &system) != 0) {
    return false;
  }
  constexpr std::array<unsigned long, 6> kForeign = {0x6969,     0x517B,     0xFF534D42,
                                                     0xFE534D42, 0x01021997, 0x65735546};
  const auto type = static_cast<unsigned long>(system.f_type) & 0xFFFFFFFFUL;
  return std::ranges::find(kForeign, type) != kForeign.end();
}

/// Waits until `descriptor` can be read or `stop` is asked for; true if it can be read. A
/// descriptor of -1 never can.
bool wait_readable(int descriptor, milliseconds timeout, const std::stop_token& stop) {
  const Descriptor wake(::eventfd(0, EFD_CLOEXEC));
  const std::stop_callback on_stop(stop, [&wake] { ::eventfd_write(wake.get(), 1); });
  std::array<pollfd, 2> waits = {pollfd{.fd = descriptor, .events = POLLIN, .revents = 0},
                                 pollfd{.fd = wake.get(), .events = POLLIN, .revents = 0}};
  const auto wait = static_cast<int>(std::max<milliseconds::rep>(timeout.count(), 0));
  return ::poll(waits.data(), waits.size(), wait) > 0 && (waits[0].revents & POLLIN) != 0 &&
         !stop.stop_requested();
}

milliseconds time_until(Clock::time_point end) {
  return std::chrono::ceil<milliseconds>(end - Clock::now());
}

/// What a look at a file can tell about its content. The inode tells of a rename over it.
struct Stamp {
  ino_t inode = 0;
  off_t size = 0;
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;

  auto operator<=>(const Stamp&) const = default;
};

/// The state of everything in a scope, by looking at each file.
using Snapshot = std::map<std::string, Stamp>;

Snapshot take_snapshot(const Scope& scope) {
  Snapshot snapshot;
  const auto add = [&snapshot](const fs::directory_entry& entry) {
    struct stat status {};
    if (::stat(entry.path().c_str(), &status) != 0) {
      return;
    }
    // A folder's own times also change with what is ignored in it.
    const bool folder = S_ISDIR(status.st_mode);
    snapshot[entry.path().native()] = folder ? Stamp{}
                                             : Stamp{status.st_ino, status.st_size,
                                                     status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
  };
  for (const fs::path& root : scope.watched) {
    boost::system::error_code error;
    if (fs::is_directory(root, error)) {
      walk(scope, root, add);
    } else {
      add(fs::directory_entry(root));
    }
  }
  return snapshot;
}

/// The kernel's watches on the folders of a scope.
class Notifications {
 public:
  explicit Notifications(Scope scope) : scope_(std::move(scope)) { watch_everything(); }

  /// Whether the kernel had no watch to give, so that changes may go unseen.
  [[nodiscard]] bool exhausted() const { return exhausted_; }

  [[nodiscard]] int descriptor() const { return queue_.get(); }

  /// Takes every waiting event; true if one of them tells of a change in the scope.
  bool take_events() {
    alignas(inotify_event) std::array<char, 16384> buffer{};
    bool changed = false;
    for (;;) {
      const ssize_t size = ::read(queue_.get(), buffer.data(), buffer.size());
      if (size <= 0) {
        return changed;
      }
      const char* const end = buffer.data() + size;
      for (const char* at = buffer.data(); at < end;) {
        inotify_event event{};
        std::memcpy(&event, at, sizeof(event));
        // The name is padded with NULs.
        const std::string name = event.len > 0 ? std::string(at + sizeof(event)) : std::string();
        at += sizeof(event) + event.len;
        changed = take_event(event, name) || changed;
      }
    }
  }

 private:
  /// A folder that is watched: for everything in it, or for some names only.
  struct Folder {
    fs::path path;
    bool whole = false;
    std::set<std::string> names;
  };

  void watch_everything() {
    folders_.clear();
    queue_ = Descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    exhausted_ = queue_.get() < 0;
    for (const fs::path& root : scope_.watched) {
      // The folder around it tells when a root comes, goes, or is replaced.
      if (Folder* around = watch(root.parent_path())) {
        around->names.insert(root.filename().native());
      }
      watch_tree(root);
    }
  }

  Folder* watch(const fs::path& folder) {
    constexpr std::uint32_t kEvents = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB |
                                      IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR |
                                      IN_EXCL_UNLINK;
    const int watch = ::inotify_add_watch(queue_.get(), folder.c_str(), kEvents);
    if (watch < 0) {
      exhausted_ = exhausted_ || errno == ENOSPC || errno == ENOMEM;
      return nullptr;
    }
    Folder& entry = folders_[watch];
    entry.path = folder;
    return &entry;
  }

  void watch_tree(const fs::path& root) {
    boost::system::error_code error;
    if (!fs::is_directory(root, error)) {
      return;
    }
    walk(scope_, root, [this](const fs::directory_entry& entry) {
      boost::system::error_code status_error;
      if (fs::is_directory(entry.status(status_error))) {
        if (Folder* folder = watch(entry.path())) {
          folder->whole = true;
        }
      }
    });
  }

  void forget_tree(const fs::path& root) {
    for (auto folder = folders_.begin(); folder != folders_.end();) {
      if (is_inside(folder->second.path, root)) {
        ::inotify_rm_watch(queue_.get(), folder->first);
        folder = folders_.erase(folder);
      } else {
        ++folder;
      }
    }
  }

  bool take_event(const inotify_event& event, const std::string& name) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) {
      watch_everything();
      return true;
    }
    const auto folder = folders_.find(event.wd);
    if (folder == folders_.end()) {
      return false;
    }
    if ((event.mask & IN_IGNORED) != 0) {
      folders_.erase(folder);
      return false;
    }
    const bool wanted =
        folder->second.whole ? !is_ignored_name(name) : folder->second.names.contains(name);
    const fs::path path = folder->second.path / name;
    if (!wanted || name.empty() || (folder->second.whole && scope_.ignores(path))) {
      return false;
    }
    // A folder that came may hold files already, and a link may lead to a folder.
    if ((event.mask & (IN_CREATE | IN_MOVED_TO)) != 0) {
      forget_tree(path);
      watch_tree(path);
    } else if ((event.mask & IN_ISDIR) != 0 && (event.mask & IN_MOVED_FROM) != 0) {
      forget_tree(path);
    }
    return true;
  }

  Scope scope_;
  Descriptor queue_;
  std::map<int, Folder> folders_;  ///< by the kernel's number of the watch
  bool exhausted_ = false;
};

Scope scope_of(const std::vector<std::string>& watched, const WatchOptions& options) {
  Scope scope;
  std::ranges::transform(watched, std::back_inserter(scope.watched), clean_path);
  std::ranges::transform(options.ignored, std::back_inserter(scope.ignored), clean_path);
  return scope;
}

}  // namespace

class FolderWatcher::State {
 public:
  State(Scope scope, const WatchOptions& options) : scope_(std::move(scope)), options_(options) {
    if (options.method == WatchMethod::notification &&
        std::ranges::none_of(scope_.watched, changes_unseen)) {
      notifications_.emplace(scope_);
    }
    fall_back_if_needed();
  }

  [[nodiscard]] WatchMethod method() const {
    return notifications_ ? WatchMethod::notification : WatchMethod::polling;
  }

  bool wait(milliseconds timeout, const std::stop_token& stop) {
    const Clock::time_point end =
        Clock::now() + std::min<milliseconds>(timeout, std::chrono::hours(1));
    do {
      const bool changed = notifications_ ? wait_for_event(end, stop) : wait_for_look(end, stop);
      if (changed) {
        return !stop.stop_requested();
      }
    } while (!stop.stop_requested() && Clock::now() < end);
    return false;
  }

 private:
  void fall_back_if_needed() {
    if (!notifications_ || notifications_->exhausted()) {
      notifications_.reset();
      seen_ = take_snapshot(scope_);
    }
  }

  bool wait_for_event(Clock::time_point end, const std::stop_token& stop) {
    const int queue = notifications_->descriptor();
    if (!wait_readable(queue, time_until(end), stop) || !notifications_->take_events()) {
      return false;
    }
    const Clock::time_point latest = Clock::now() + 10 * options_.quiet;
    while (Clock::now() < latest && wait_readable(queue, options_.quiet, stop)) {
      // What comes now is told together with the first change.
      static_cast<void>(notifications_->take_events());
    }
    fall_back_if_needed();
    return true;
  }

  bool wait_for_look(Clock::time_point end, const std::stop_token& stop) {
    static_cast<void>(wait_readable(-1, std::min(options_.poll_interval, time_until(end)), stop));
    Snapshot now = take_snapshot(scope_);
    if (now == seen_) {
      return false;
    }
    for (int look = 0; look < 10 && now != seen_; ++look) {
      seen_ = std::move(now);
      static_cast<void>(wait_readable(-1, options_.quiet, stop));
      now = take_snapshot(scope_);
    }
    seen_ = std::move(now);
    return true;
  }

  Scope scope_;
  WatchOptions options_;
  std::optional<Notifications> notifications_;
  Snapshot seen_;  ///< for polling
};

FolderWatcher::FolderWatcher(const std::vector<std::string>& watched, const WatchOptions& options)
    : state_(std::make_unique<State>(scope_of(watched, options), options)) {}

FolderWatcher::FolderWatcher(FolderWatcher&&) noexcept = default;
FolderWatcher& FolderWatcher::operator=(FolderWatcher&&) noexcept = default;
FolderWatcher::~FolderWatcher() = default;

bool FolderWatcher::wait_for_change(milliseconds timeout, const std::stop_token& stop) {
  return state_->wait(timeout, stop);
}

WatchMethod FolderWatcher::method() const {
  return state_->method();
}

}  // namespace files
