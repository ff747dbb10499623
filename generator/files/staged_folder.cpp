#include "files/staged_folder.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_set>
#include <utility>

namespace files {

namespace {

namespace fs = boost::filesystem;
using diagnostics::Diagnostic;
using diagnostics::Expected;
using diagnostics::failure;

Diagnostic unwritable(const std::string& path, const std::string& why) {
  return {.code = "files/unwritable",
          .where = {.path = path},
          .message = "this cannot be written: " + why,
          .remedy =
              "check the folder's permissions and the space on the disk, or choose another "
              "folder with -o; the published site is as it was"};
}

Diagnostic unwritable(const std::string& path) {
  return unwritable(path,
                    boost::system::error_code(errno, boost::system::generic_category()).message());
}

/// `path` without links and without a last '/', so that its parent is where it really stands.
fs::path resolved(const std::string& path) {
  boost::system::error_code error;
  fs::path absolute = fs::weakly_canonical(fs::absolute(path), error);
  return error ? fs::absolute(path) : absolute;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      return false;
    }
    bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Expected<StagedFolder> StagedFolder::create(const std::string& target) {
  const fs::path place = resolved(target);
  const fs::path staging = place.parent_path() / ("." + place.filename().string() + ".sitegen-new");
  boost::system::error_code error;
  if (fs::exists(place, error) && !fs::is_directory(place, error)) {
    return failure(unwritable(target, "it is a file, not a folder"));
  }
  fs::remove_all(staging, error);
  fs::create_directories(staging, error);
  if (error) {
    return failure(unwritable(target, error.message()));
  }
  return StagedFolder(place.string(), staging.string());
}

StagedFolder::StagedFolder(StagedFolder&& other) noexcept
    : target_(std::move(other.target_)), staging_(std::exchange(other.staging_, {})) {}

StagedFolder::~StagedFolder() {
  if (!staging_.empty()) {
    boost::system::error_code ignored;
    fs::remove_all(staging_, ignored);
  }
}

std::optional<Diagnostic> StagedFolder::make_folders_of(std::span<const std::string> paths) {
  std::unordered_set<std::string_view> made;
  for (const std::string& path : paths) {
    const std::string_view folder = std::string_view(path).substr(0, path.rfind('/') + 1);
    if (folder.empty() || !made.insert(folder).second) {
      continue;
    }
    boost::system::error_code error;
    const std::string full = staging_ + "/" + std::string(folder);
    if (::mkdir(full.c_str(), 0777) != 0) {
      fs::create_directories(full, error);
    }
    if (error) {
      return unwritable(full, error.message());
    }
  }
  return std::nullopt;
}

std::optional<Diagnostic> StagedFolder::write(const std::string& path,
                                              std::string_view bytes) const {
  const std::string full = staging_ + "/" + path;
  const int file = ::open(full.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) {
    return unwritable(path);
  }
  const bool written = write_all(file, bytes);
  std::optional<Diagnostic> problem;
  if (!written) {
    problem = unwritable(path);
  }
  if (::close(file) != 0 && !problem) {
    problem = unwritable(path);
  }
  return problem;
}

bool StagedFolder::keep(const std::string& path) const {
  const std::string from = target_ + "/" + path;
  const std::string to = staging_ + "/" + path;
  if (::link(from.c_str(), to.c_str()) == 0) {
    return true;
  }
  boost::system::error_code error;
  fs::copy_file(from, to, error);
  return !error;
}

std::size_t StagedFolder::size_of(const std::string& path) const {
  boost::system::error_code error;
  const std::uintmax_t size = fs::file_size(staging_ + "/" + path, error);
  return error ? 0 : static_cast<std::size_t>(size);
}

std::optional<Diagnostic> StagedFolder::publish() {
  boost::system::error_code error;
  if (!fs::exists(target_, error)) {
    fs::rename(staging_, target_, error);
    if (error) {
      return unwritable(target_, error.message());
    }
    staging_.clear();
    return std::nullopt;
  }
  // One step: nobody ever sees a half site, and a kill leaves either the old or the new one.
  if (::renameat2(AT_FDCWD, staging_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) != 0) {
    // File systems without the exchange: two steps, with a moment in between.
    const std::string old = staging_ + "-old";
    fs::rename(target_, old, error);
    if (error) {
      return unwritable(target_, error.message());
    }
    fs::rename(staging_, target_, error);
    if (error) {
      boost::system::error_code ignored;
      fs::rename(old, target_, ignored);
      return unwritable(target_, error.message());
    }
    staging_ = old;
  }
  fs::remove_all(staging_, error);
  staging_.clear();
  return std::nullopt;
}

std::vector<std::string> list_tree(const std::string& folder) {
  std::vector<std::string> names;
  boost::system::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  if (error) {
    return names;
  }
  const std::size_t prefix = folder.size() + (folder.ends_with('/') ? 0 : 1);
  for (const fs::recursive_directory_iterator end; entry != end; entry.increment(error)) {
    if (!fs::is_directory(entry->symlink_status())) {
      names.push_back(entry->path().string().substr(prefix));
    }
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace files
