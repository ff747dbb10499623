#include "digest/format.hpp"

#include "digest/format_library.hpp"
#include "text/embedded_file.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace digest {

/// The files of generator/digest/formats; made by the build.
std::span<const text::EmbeddedFile> builtin_format_files();

namespace {

constexpr std::array<std::pair<Field, std::string_view>, 14> kFieldNames = {{
    {Field::rank, "rank"},
    {Field::category, "category"},
    {Field::title, "title"},
    {Field::title_zh, "title_zh"},
    {Field::authors, "authors"},
    {Field::affiliations, "affiliations"},
    {Field::key_points, "key_points"},
    {Field::tldr, "tldr"},
    {Field::motivation, "motivation"},
    {Field::method, "method"},
    {Field::advantage, "advantage"},
    {Field::abstract, "abstract"},
    {Field::abstract_zh, "abstract_zh"},
    {Field::url, "url"},
}};

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

std::string_view name_of(Field field) {
  const auto* const entry =
      std::ranges::find(kFieldNames, field, [](const auto& pair) { return pair.first; });
  return entry->second;
}

std::optional<Field> field_named(std::string_view name) {
  const auto* const entry =
      std::ranges::find(kFieldNames, name, [](const auto& pair) { return pair.second; });
  return entry == kFieldNames.end() ? std::nullopt : std::optional(entry->first);
}

std::span<const Part> Format::parts(Section section) const {
  return section == Section::featured ? featured : also;
}

std::span<const Field> Format::promises(Section section) const {
  return section == Section::featured ? featured_promises : also_promises;
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
