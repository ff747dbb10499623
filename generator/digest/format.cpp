#include "digest/format.hpp"

#include "digest/format_library.hpp"
#include "text/embedded_file.hpp"

#include <memory>
#include <utility>

namespace digest {

/// The files of generator/digest/formats; made by the build.
std::span<const text::EmbeddedFile> builtin_format_files();

namespace {

std::vector<std::unique_ptr<text::SourceText>> make_builtin_sources() {
  std::vector<std::unique_ptr<text::SourceText>> sources;
  for (const text::EmbeddedFile& file : builtin_format_files()) {
    sources.push_back(std::make_unique<text::SourceText>(
        "(built in)/formats/" + std::string(file.path), std::string(file.bytes)));
  }
  return sources;
}

std::vector<const text::SourceText*> plain_pointers(
    const std::vector<std::unique_ptr<text::SourceText>>& sources) {
  std::vector<const text::SourceText*> pointers;
  for (const std::unique_ptr<text::SourceText>& source : sources) {
    pointers.push_back(source.get());
  }
  return pointers;
}

}  // namespace

std::span<const Part> Format::parts(Section section) const {
  return section == Section::featured ? featured : also;
}

std::span<const Field> Format::promises(Section section) const {
  return section == Section::featured ? featured_promises : also_promises;
}

const Opener* Format::opener(std::size_t index) const {
  if (index < openers.size()) {
    return &openers[index];
  }
  index -= openers.size();
  return index < loose_openers.size() ? &loose_openers[index] : nullptr;
}

std::span<const Format> builtin_formats() {
  static const std::vector<Format> kFormats = read_formats({}).value;
  return kFormats;
}

std::span<const text::SourceText* const> builtin_format_sources() {
  static const std::vector<std::unique_ptr<text::SourceText>> kSources = make_builtin_sources();
  static const std::vector<const text::SourceText*> kPointers = plain_pointers(kSources);
  return kPointers;
}

}  // namespace digest
