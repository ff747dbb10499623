#pragma once

#include "text/calendar_date.hpp"

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace digest {

/// Which list of its digest a paper stands in: the numbered ones with everything about them, or
/// "also worth a look".
enum class Section { featured, also };

/// A further link of a paper: code, slides, project page.
struct Link {
  std::string label;
  std::string url;

  auto operator<=>(const Link&) const = default;
};

/// A field that no digest gave, and the name of the file that did.
struct EnrichedField {
  std::string field;
  std::string file;

  auto operator<=>(const EnrichedField&) const = default;
};

/// Where a record stands in its file; both lines are 1-based and belong to it.
struct SourceLines {
  std::string file;
  int line = 0;
  int end_line = 0;

  auto operator<=>(const SourceLines&) const = default;
};

/// One record of a digest. Texts are verbatim (ends trimmed); an empty text or list means that the
/// digest does not give it.
struct Paper {
  std::string
      id;  ///< the paper's identity: `2302.02801`, `doi:…`, `openreview:…`, `url:…`, `title:…`
  std::optional<int> rank;  ///< place in the numbered list
  Section section = Section::featured;
  std::string category;  ///< the tag as given, `LG`
  std::string title;
  std::string title_zh;
  std::vector<std::string> authors;  ///< verbatim names; the mark of a cut list is none of them
  bool authors_truncated = false;
  std::vector<std::string> affiliations;
  bool affiliations_truncated = false;
  std::vector<std::string> key_points;  ///< without number and closing mark
  std::string tldr;
  std::string motivation;
  std::string method;
  std::string advantage;
  std::string abstract;
  std::string abstract_zh;
  std::string venue;     ///< where it appeared, as given
  std::string remark;    ///< the editor's, about the paper
  std::string url;       ///< verbatim; http or https, or empty
  std::string arxiv_id;  ///< without version
  std::vector<Link> links;
  std::vector<std::string> arxiv_categories;  ///< `cs.LG`, the main one first
  std::string published;                      ///< `2023-02-08`, or what of it is known
  std::string updated;                        ///< the same, of its newest version
  std::vector<EnrichedField> enriched;        ///< by field
  SourceLines source;

  auto operator<=>(const Paper&) const = default;
};

/// A category tag and what the digest calls it: `LG`, `机器学习`.
struct LegendEntry {
  std::string code;
  std::string name;

  auto operator<=>(const LegendEntry&) const = default;
};

/// One input file, read.
struct Digest {
  std::string name;  ///< the file name without its ending
  std::string file;  ///< as diagnostics print it
  text::CalendarDate date;
  std::optional<text::CalendarDate> date_start;  ///< the first day, where it covers several
  std::vector<LegendEntry> legend;
  std::string summary;
  std::string source_note;
  std::vector<Paper> papers;  ///< in the order of the file

  auto operator<=>(const Digest&) const = default;
};

}  // namespace digest
