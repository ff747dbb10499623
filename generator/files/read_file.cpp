#include "files/read_file.hpp"

#include <boost/filesystem.hpp>

#include <cerrno>
#include <fstream>
#include <utility>

namespace files {

namespace fs = boost::filesystem;
using diagnostics::Expected;
using diagnostics::failure;

Expected<std::string> read_bytes(const std::string& path, const std::string& shown_as) {
  boost::system::error_code error;
  const auto unreadable = [&shown_as](const std::string& why) {
    return failure({.code = "files/unreadable",
                    .where = {.path = shown_as},
                    .message = "this file cannot be read: " + why,
                    .remedy = "check that it exists and that you may read it"});
  };
  if (fs::is_directory(path, error)) {
    return unreadable("it is a folder");
  }
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) {
    return unreadable(error.message());
  }
  if (size > kMaxFileSize) {
    return failure({.code = "files/too-large",
                    .where = {.path = shown_as},
                    .message = "this file has " + std::to_string(size >> 20U) +
                               " MiB; files are read up to " + std::to_string(kMaxFileSize >> 20U) +
                               " MiB",
                    .remedy = "split it, or keep it out of the site's folder"});
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!file || (size > 0 && !file.read(bytes.data(), static_cast<std::streamsize>(size)))) {
    return unreadable(
        boost::system::error_code(errno, boost::system::generic_category()).message());
  }
  return bytes;
}

Expected<std::shared_ptr<const text::SourceText>> read_source(const std::string& path,
                                                              const std::string& shown_as) {
  Expected<std::string> bytes = read_bytes(path, shown_as);
  if (!bytes) {
    return failure(std::move(bytes.error()));
  }
  return std::make_shared<const text::SourceText>(shown_as, *std::move(bytes));
}

bool is_folder(const std::string& path) {
  boost::system::error_code error;
  return fs::is_directory(path, error);
}

bool is_file(const std::string& path) {
  boost::system::error_code error;
  return fs::is_regular_file(path, error);
}

}  // namespace files
