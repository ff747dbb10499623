#include "publish/write_site.hpp"

#include "diagnostics/diagnostic_list.hpp"
#include "files/read_file.hpp"
#include "files/staged_folder.hpp"
#include "parallel/for_each_index.hpp"
#include "publish/build_manifest.hpp"
#include "render/card.hpp"
#include "render/render_route.hpp"
#include "text/content_hash.hpp"

#include <algorithm>
#include <atomic>
#include <optional>
#include <utility>

namespace publish {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Expected;
using diagnostics::Reported;

/// What stands in the output folder now.
struct OldOutput {
  BuildManifest manifest;
  std::vector<std::string> foreign;  ///< files that we did not write
};

Expected<OldOutput> look_at(const std::string& output) {
  OldOutput old;
  const std::string manifest_path = output + "/" + std::string(kManifestName);
  const std::vector<std::string> files = files::list_tree(output);
  if (files.empty()) {
    return old;
  }
  if (!files::is_file(manifest_path)) {
    return diagnostics::failure(
        {.code = "publish/foreign-output",
         .where = {.path = output},
         .message = "this folder holds files that sitegen did not write, such as " + files.front(),
         .remedy = "choose another folder with -o, or empty this one yourself"});
  }
  const Expected<std::string> text = files::read_bytes(manifest_path, manifest_path);
  if (!text) {
    return diagnostics::failure(text.error());
  }
  old.manifest = manifest_from_text(*text);
  for (const std::string& file : files) {
    if (file != kManifestName && !old.manifest.files.contains(file)) {
      old.foreign.push_back(file);
    }
  }
  return old;
}

/// What became of one route.
struct Outcome {
  std::uint64_t hash = 0;  ///< of its bytes; of a card, of what it is drawn from
  std::size_t size = 0;
  bool kept = false;
  std::optional<Diagnostic> problem;
};

/// Renders and writes the routes of a site; each slot of `outcomes` belongs to one route.
class Writer {
 public:
  Writer(const site::Site& site, const BuildManifest& old, files::StagedFolder& staged)
      : places_(site.places()), old_(old), staged_(staged) {
    files_.reserve(places_.size());
    for (const site::Place& place : places_) {
      files_.push_back(site::output_file(place.route->path));
    }
    outcomes_.resize(files_.size());
  }

  [[nodiscard]] std::size_t size() const { return places_.size(); }

  std::optional<Diagnostic> make_folders() { return staged_.make_folders_of(files_); }

  void write(std::size_t index) {
    const site::Place& place = places_[index];
    if (place.route->kind == site::RouteKind::card) {
      write_card(index);
      return;
    }
    const Expected<render::Page> page = render::render_route(*place.site, *place.route);
    if (!page) {
      outcomes_[index].problem = page.error();
      return;
    }
    outcomes_[index].size = page->bytes.size();
    if (!keep(index, text::content_hash(page->bytes))) {
      outcomes_[index].problem = staged_.write(files_[index], page->bytes);
    }
  }

  /// Beyond this point every route has been tried.
  Reported<WriteCounts> counts() {
    Reported<WriteCounts> result;
    for (Outcome& outcome : outcomes_) {
      ++result.value.pages;
      result.value.bytes += outcome.size;
      ++(outcome.kept ? result.value.kept : result.value.written);
      if (outcome.problem) {
        result.diagnostics.push_back(*std::move(outcome.problem));
      }
    }
    return result;
  }

  [[nodiscard]] BuildManifest manifest() const {
    BuildManifest manifest;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      manifest.files.emplace(files_[i], outcomes_[i].hash);
    }
    return manifest;
  }

 private:
  /// Draws a card only if what it is drawn from is not what it was.
  void write_card(std::size_t index) {
    const site::Place& place = places_[index];
    Outcome& outcome = outcomes_[index];
    const Expected<std::string> recipe = render::card_recipe(*place.site, *place.route);
    if (!recipe) {
      outcome.problem = recipe.error();
      return;
    }
    if (!keep(index, text::content_hash(*recipe))) {
      const Expected<render::Page> card = render::render_route(*place.site, *place.route);
      outcome.problem = card ? staged_.write(files_[index], card->bytes) : card.error();
    }
    outcome.size = staged_.size_of(files_[index]);
  }

  /// Takes the published file over if it has the hash `hash`; returns whether it has.
  bool keep(std::size_t index, std::uint64_t hash) {
    Outcome& outcome = outcomes_[index];
    outcome.hash = hash;
    const auto old = old_.files.find(files_[index]);
    const bool same = old != old_.files.end() && old->second == hash;
    outcome.kept = same && staged_.keep(files_[index]);
    return outcome.kept;
  }

  std::vector<site::Place> places_;
  const BuildManifest& old_;
  files::StagedFolder& staged_;
  std::vector<std::string> files_;
  std::vector<Outcome> outcomes_;
};

/// Takes over the files that are not ours, but for those whose place a page now takes.
std::size_t keep_foreign(files::StagedFolder& staged, const OldOutput& old,
                         const BuildManifest& fresh) {
  std::vector<std::string> foreign;
  std::ranges::copy_if(old.foreign, std::back_inserter(foreign),
                       [&fresh](const std::string& file) { return !fresh.files.contains(file); });
  staged.make_folders_of(foreign);
  return static_cast<std::size_t>(std::ranges::count_if(
      foreign, [&staged](const std::string& file) { return staged.keep(file); }));
}

std::size_t count_removed(const BuildManifest& old, const BuildManifest& fresh) {
  return static_cast<std::size_t>(std::ranges::count_if(
      old.files, [&fresh](const auto& file) { return !fresh.files.contains(file.first); }));
}

Reported<WriteCounts> failed(Diagnostic problem) {
  return {.value = {}, .diagnostics = {std::move(problem)}};
}

}  // namespace

Reported<WriteCounts> write_site(const site::Site& site, const WriteOptions& options) {
  const Expected<OldOutput> old = look_at(options.output);
  if (!old) {
    return failed(old.error());
  }
  Expected<files::StagedFolder> staged = files::StagedFolder::create(options.output);
  if (!staged) {
    return failed(std::move(staged.error()));
  }
  Writer writer(site, old->manifest, *staged);
  if (std::optional<Diagnostic> problem = writer.make_folders()) {
    return failed(*std::move(problem));
  }
  // Before the pages, so that all threads work on it, and not one while the others wait for it.
  const catalog::ForEachIndex for_each = [&options](std::size_t count, const auto& call) {
    parallel::for_each_index(count, options.threads, call);
  };
  static_cast<void>(site.search_terms(for_each));
  for (const std::shared_ptr<const site::Site>& translation : site.translations()) {
    static_cast<void>(translation->search_terms(for_each));
  }
  std::atomic<std::size_t> done = 0;
  const std::size_t all = writer.size();
  parallel::for_each_index(all, options.threads, [&](std::size_t i) {
    writer.write(i);
    if (const std::size_t count = ++done; options.progress && count % 512 == 0) {
      options.progress(count, all);
    }
  });

  Reported<WriteCounts> result = writer.counts();
  if (!result.diagnostics.empty()) {
    diagnostics::collapse_repeats(result.diagnostics);
    return result;
  }
  const BuildManifest fresh = writer.manifest();
  result.value.removed = count_removed(old->manifest, fresh);
  const bool drops_foreign = options.foreign == ForeignFiles::remove && !old->foreign.empty();
  if (result.value.written == 0 && result.value.removed == 0 && !drops_foreign) {
    return result;  // Nothing changed: the published folder stays, untouched.
  }
  if (options.foreign == ForeignFiles::keep) {
    keep_foreign(*staged, *old, fresh);
  }
  std::optional<Diagnostic> problem =
      staged->write(std::string(kManifestName), manifest_to_text(fresh));
  if (!problem) {
    problem = staged->publish();
  }
  if (problem) {
    result.diagnostics.push_back(*std::move(problem));
  }
  return result;
}

}  // namespace publish
