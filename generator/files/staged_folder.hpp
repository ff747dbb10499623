#pragma once

#include "diagnostics/expected.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace files {

/// A new version of a folder, made beside it and put in its place at once. Until `publish` the old
/// version stays as it was; a StagedFolder that dies unpublished takes what it made with it.
/// Paths are relative, with '/'. `write` and `keep` may be called from several threads, for
/// different paths.
class StagedFolder {
 public:
  /// Begins a new version of `target`, which need not exist. What a killed build left is removed.
  /// Fails with "files/unwritable".
  static diagnostics::Expected<StagedFolder> create(const std::string& target);

  StagedFolder(StagedFolder&& other) noexcept;
  StagedFolder& operator=(StagedFolder&&) = delete;
  StagedFolder(const StagedFolder&) = delete;
  StagedFolder& operator=(const StagedFolder&) = delete;
  ~StagedFolder();

  /// Makes the folders that `paths` stand in.
  std::optional<diagnostics::Diagnostic> make_folders_of(std::span<const std::string> paths);

  /// Writes a new file.
  [[nodiscard]] std::optional<diagnostics::Diagnostic> write(const std::string& path,
                                                             std::string_view bytes) const;

  /// Takes over the file of the old version, with its inode and time where the file system has
  /// hard links, as a copy elsewhere. False if there is none.
  [[nodiscard]] bool keep(const std::string& path) const;

  /// The bytes of a file of the new version; 0 if there is none.
  [[nodiscard]] std::size_t size_of(const std::string& path) const;

  /// Puts the new version in the place of the old one, and removes that.
  std::optional<diagnostics::Diagnostic> publish();

 private:
  StagedFolder(std::string target, std::string staging)
      : target_(std::move(target)), staging_(std::move(staging)) {}

  std::string target_;
  std::string staging_;  ///< empty once published or moved from
};

/// The files below `folder`, hidden ones too, relative and sorted; empty if it does not exist.
[[nodiscard]] std::vector<std::string> list_tree(const std::string& folder);

}  // namespace files
