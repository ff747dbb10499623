#include "files/local_files.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>
#include <fstream>
#include <utility>

namespace files {

namespace fs = boost::filesystem;

namespace {

/// Large enough for the disk to run at its own speed.
constexpr std::size_t kBlockSize = std::size_t{4} << 20U;

/// Whether `pattern` with `*` and `?` is `name`. Linear but for the last star, which goes back.
bool matches(std::string_view pattern, std::string_view name) {
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t star = std::string_view::npos;
  std::size_t behind_star = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      behind_star = n;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
      ++p;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++behind_star;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

LocalFile local_file(const fs::path& path, std::string shown) {
  boost::system::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  const std::time_t modified = fs::last_write_time(path, error);
  return {.path = path.string(),
          .shown = std::move(shown),
          .size = size,
          .modified = static_cast<std::int64_t>(modified)};
}

}  // namespace

std::vector<LocalFile> find_local_files(const std::string& root, const std::string& pattern) {
  std::vector<LocalFile> found;
  boost::system::error_code error;
  const fs::path whole =
      fs::path(pattern).is_absolute() ? fs::path(pattern) : fs::path(root) / pattern;
  const std::string name = whole.filename().string();
  if (name.find_first_of("*?") == std::string::npos) {
    if (fs::is_regular_file(whole, error)) {
      found.push_back(local_file(whole, pattern));
    }
    return found;
  }
  const std::size_t slash = pattern.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : pattern.substr(0, slash + 1);
  fs::directory_iterator entry(whole.parent_path(), error);
  if (error) {
    return found;
  }
  for (const fs::directory_iterator end; entry != end; entry.increment(error)) {
    const std::string one = entry->path().filename().string();
    if (!one.starts_with('.') && matches(name, one) && fs::is_regular_file(entry->path(), error)) {
      found.push_back(local_file(entry->path(), folder + one));
    }
  }
  std::ranges::sort(found);
  return found;
}

diagnostics::Expected<void> for_each_line(const LocalFile& file, const TakeLine& take_line) {
  std::ifstream stream(file.path, std::ios::binary);
  std::string buffer(kBlockSize, '\0');
  std::size_t used = 0;  // bytes of a line whose end is not read yet
  std::size_t number = 0;
  bool is_too_long = false;
  while (stream) {
    if (used == buffer.size()) {
      // A line that fills the buffer: it grows up to the limit, and beyond it the line is dropped.
      is_too_long = is_too_long || buffer.size() >= kMaxStreamedLine;
      used = is_too_long ? 0 : used;
      buffer.resize(is_too_long ? buffer.size() : buffer.size() * 2);
    }
    stream.read(buffer.data() + used, static_cast<std::streamsize>(buffer.size() - used));
    const std::string_view text(buffer.data(), used + static_cast<std::size_t>(stream.gcount()));
    std::size_t start = 0;
    for (std::size_t end = text.find('\n', used); end != std::string_view::npos;
         end = text.find('\n', start)) {
      take_line(is_too_long ? std::string_view() : text.substr(start, end - start), ++number);
      is_too_long = false;
      start = end + 1;
    }
    used = text.size() - start;
    std::copy(text.begin() + static_cast<std::ptrdiff_t>(start), text.end(), buffer.begin());
  }
  if (stream.bad() || (number == 0 && used == 0 && file.size > 0)) {
    return diagnostics::failure({.code = "files/unreadable",
                                 .where = {.path = file.shown},
                                 .message = "this file cannot be read",
                                 .remedy = "check that it exists and that you may read it"});
  }
  if (used > 0 && !is_too_long) {
    take_line(std::string_view(buffer).substr(0, used), number + 1);
  }
  return {};
}

char first_byte(const LocalFile& file) {
  std::ifstream stream(file.path, std::ios::binary);
  std::string start(4096, '\0');
  stream.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(stream.gcount()));
  const std::size_t at = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return at == std::string::npos ? '\0' : start[at];
}

}  // namespace files
