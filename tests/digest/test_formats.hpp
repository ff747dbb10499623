#pragma once

#include "digest/case_files.hpp"
#include "digest/format.hpp"
#include "digest/parse_format.hpp"
#include "text/source_text.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace digest_tests {

/// The built-in formats and one of a user's, as a site has them.
class FormatLibrary {
 public:
  FormatLibrary(std::string path, std::string yaml) {
    const std::filesystem::path folder =
        std::filesystem::path(SITEGEN_PROJECT_DIR) / "generator" / "digest" / "formats";
    files_.push_back(std::make_unique<text::SourceText>(std::move(path), std::move(yaml)));
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      files_.push_back(std::make_unique<text::SourceText>(entry.path().filename().string(),
                                                          read_file(entry.path())));
    }
    std::vector<const text::SourceText*> library;
    for (const auto& file : files_) {
      library.push_back(file.get());
    }
    auto [parsed, problems] = digest::parse_format(*files_.front(), library);
    diagnostics_ = std::move(problems);
    formats_.assign(digest::builtin_formats().begin(), digest::builtin_formats().end());
    formats_.push_back(std::move(parsed.format));
    std::ranges::stable_sort(formats_, std::greater(), &digest::Format::priority);
  }

  [[nodiscard]] std::span<const digest::Format> formats() const { return formats_; }

  [[nodiscard]] const std::vector<diagnostics::Diagnostic>& diagnostics() const {
    return diagnostics_;
  }

 private:
  std::vector<std::unique_ptr<text::SourceText>> files_;
  std::vector<digest::Format> formats_;
  std::vector<diagnostics::Diagnostic> diagnostics_;
};

}  // namespace digest_tests
