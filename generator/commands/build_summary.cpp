#include "commands/build_summary.hpp"

#include "commands/report.hpp"
#include "text/json_escape.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>
#include <utility>

namespace commands {

namespace {

using site::RouteKind;

struct KindCount {
  std::string name;
  std::size_t count = 0;
};

/// The name that people give to what a route shows.
std::string kind_name(const site::Route& route) {
  static constexpr std::array<const char*, 3> kTerms = {"category", "author", "institution"};
  switch (route.kind) {
    case RouteKind::term:
      return kTerms[static_cast<std::size_t>(route.taxonomy)];
    case RouteKind::terms:
      return "overview";
    case RouteKind::titles:
      return "title index page";
    case RouteKind::page:
      return "written page";
    case RouteKind::not_found:
      return "404 page";
    case RouteKind::search:
      return "search page";
    case RouteKind::search_file:
      return "search file";
    case RouteKind::opensearch:
      return "search description";
    case RouteKind::index:
      return "index page";
    case RouteKind::data:
      return "data page";
    case RouteKind::citations:
      return "citation file";
    case RouteKind::card:
      return "social card";
    case RouteKind::records:
      return "record file";
    case RouteKind::discovery:
      return "crawler file";
    default:
      return std::string(site::name_of(route.kind));
  }
}

/// Routes by kind, in the order of the plan.
std::vector<KindCount> count_kinds(const site::Site& site) {
  std::vector<KindCount> kinds;
  for (const site::Place& place : site.places()) {
    const std::string name = kind_name(*place.route);
    const auto known = std::ranges::find(kinds, name, &KindCount::name);
    if (known == kinds.end()) {
      kinds.push_back({name, 1});
    } else {
      ++known->count;
    }
  }
  return kinds;
}

std::string shown_time(std::chrono::microseconds time) {
  const auto milliseconds = time.count() / 1000;
  if (milliseconds < 1) {
    return "<1 ms";
  }
  if (milliseconds < 10'000) {
    return std::to_string(milliseconds) + " ms";
  }
  return std::to_string(milliseconds / 1000) + " s";
}

std::string shown_size(std::size_t bytes) {
  if (bytes < 1'000'000) {
    return std::to_string(bytes / 1000) + " kB";
  }
  const std::size_t tenths = bytes / 100'000;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

std::chrono::microseconds total(const std::vector<pipeline::StageTime>& times) {
  return std::accumulate(
      times.begin(), times.end(), std::chrono::microseconds(0),
      [](auto sum, const pipeline::StageTime& stage) { return sum + stage.time; });
}

}  // namespace

std::string summary_text(const BuildSummary& summary) {
  const catalog::Catalog& catalog = summary.site.catalog();
  std::string text =
      plural(catalog.digests.size(), "digest") + ", " + plural(catalog.papers.size(), "paper") +
      " -> " + plural(summary.counts.pages, "file") + " (" + shown_size(summary.counts.bytes) +
      ") in " + summary.output + ", " + shown_time(total(summary.times)) + "\n";
  std::string kinds;
  for (const KindCount& kind : count_kinds(summary.site)) {
    kinds += (kinds.empty() ? "" : ", ") + plural(kind.count, kind.name);
  }
  text += "  pages  " + kinds + "\n";
  text += "  files  " + std::to_string(summary.counts.written) + " written, " +
          std::to_string(summary.counts.kept) + " unchanged, " +
          std::to_string(summary.counts.removed) + " removed\n";
  std::string times;
  for (const pipeline::StageTime& stage : summary.times) {
    times += (times.empty() ? "" : ", ") + stage.stage + " " + shown_time(stage.time);
  }
  text += "  time   " + times + "\n";
  if (!summary.complaints.empty()) {
    text += "  " + summary.complaints + "\n";
  }
  return text;
}

std::string summary_json(const BuildSummary& summary) {
  const catalog::Catalog& catalog = summary.site.catalog();
  std::string json = "{\"kind\":\"summary\",\"digests\":" + std::to_string(catalog.digests.size()) +
                     ",\"papers\":" + std::to_string(catalog.papers.size()) + ",\"pages\":{";
  for (const KindCount& kind : count_kinds(summary.site)) {
    json += json.ends_with('{') ? "" : ",";
    text::append_json_string(json, kind.name);
    json += ":" + std::to_string(kind.count);
  }
  json += R"(},"written":)" + std::to_string(summary.counts.written) +
          ",\"unchanged\":" + std::to_string(summary.counts.kept) +
          ",\"removed\":" + std::to_string(summary.counts.removed) +
          ",\"bytes\":" + std::to_string(summary.counts.bytes) + ",\"microseconds\":{";
  for (const pipeline::StageTime& stage : summary.times) {
    json += json.ends_with('{') ? "" : ",";
    text::append_json_string(json, stage.stage);
    json += ":" + std::to_string(stage.time.count());
  }
  json += "},\"output\":";
  text::append_json_string(json, summary.output);
  return json + "}\n";
}

}  // namespace commands
