#include "ctemplate_pages.hpp"

#include "appended_pages.hpp"
#include "end_program.hpp"
#include "text/utf8.hpp"

#include <cstdlib>
#include <ctemplate/template.h>
#include <iostream>
#include <string_view>

namespace bench {

namespace {

using ctemplate::StaticTemplateString;
using ctemplate::TemplateDictionary;
using ctemplate::TemplateString;

constexpr ctemplate::Strip kStrip = ctemplate::STRIP_BLANK_LINES;

// Names as ctemplate wants them for speed: hashed once.
const StaticTemplateString kPageName = STS_INIT(kPageName, "page");
const StaticTemplateString kPaperFile = STS_INIT(kPaperFile, "paper.ctemplate");
const StaticTemplateString kListFile = STS_INIT(kListFile, "list.ctemplate");
const StaticTemplateString kTop = STS_INIT(kTop, "TOP");
const StaticTemplateString kHeader = STS_INIT(kHeader, "HEADER");
const StaticTemplateString kFooter = STS_INIT(kFooter, "FOOTER");
const StaticTemplateString kSiteTitle = STS_INIT(kSiteTitle, "SITE_TITLE");
const StaticTemplateString kLanguage = STS_INIT(kLanguage, "LANGUAGE");
const StaticTemplateString kGenerator = STS_INIT(kGenerator, "GENERATOR");
const StaticTemplateString kPaperCount = STS_INIT(kPaperCount, "PAPER_COUNT");
const StaticTemplateString kPageTitle = STS_INIT(kPageTitle, "PAGE_TITLE");
const StaticTemplateString kDescription = STS_INIT(kDescription, "DESCRIPTION");
const StaticTemplateString kType = STS_INIT(kType, "TYPE");
const StaticTemplateString kPermalink = STS_INIT(kPermalink, "PERMALINK");
const StaticTemplateString kUpdated = STS_INIT(kUpdated, "UPDATED");
const StaticTemplateString kUpdatedSection = STS_INIT(kUpdatedSection, "UPDATED_SECTION");
const StaticTemplateString kMenu = STS_INIT(kMenu, "MENU");
const StaticTemplateString kCurrent = STS_INIT(kCurrent, "CURRENT");
const StaticTemplateString kCrumb = STS_INIT(kCrumb, "CRUMB");
const StaticTemplateString kPath = STS_INIT(kPath, "PATH");
const StaticTemplateString kName = STS_INIT(kName, "NAME");
const StaticTemplateString kLong = STS_INIT(kLong, "LONG");
const StaticTemplateString kComma = STS_INIT(kComma, "COMMA");
const StaticTemplateString kUrl = STS_INIT(kUrl, "URL");
const StaticTemplateString kLabel = STS_INIT(kLabel, "LABEL");
const StaticTemplateString kHue = STS_INIT(kHue, "HUE");
const StaticTemplateString kTagPath = STS_INIT(kTagPath, "TAG_PATH");
const StaticTemplateString kTagName = STS_INIT(kTagName, "TAG_NAME");
const StaticTemplateString kTagCode = STS_INIT(kTagCode, "TAG_CODE");
const StaticTemplateString kTitle = STS_INIT(kTitle, "TITLE");
const StaticTemplateString kTitleZh = STS_INIT(kTitleZh, "TITLE_ZH");
const StaticTemplateString kTitleZhSection = STS_INIT(kTitleZhSection, "TITLE_ZH_SECTION");
const StaticTemplateString kEnd = STS_INIT(kEnd, "END");
const StaticTemplateString kTldr = STS_INIT(kTldr, "TLDR");
const StaticTemplateString kTldrSection = STS_INIT(kTldrSection, "TLDR_SECTION");
const StaticTemplateString kDate = STS_INIT(kDate, "DATE");
const StaticTemplateString kVenue = STS_INIT(kVenue, "VENUE");
const StaticTemplateString kArxiv = STS_INIT(kArxiv, "ARXIV");
const StaticTemplateString kArxivId = STS_INIT(kArxivId, "ARXIV_ID");
const StaticTemplateString kSource = STS_INIT(kSource, "SOURCE");
const StaticTemplateString kKeyword = STS_INIT(kKeyword, "KEYWORD");
const StaticTemplateString kWord = STS_INIT(kWord, "WORD");
const StaticTemplateString kAuthor = STS_INIT(kAuthor, "AUTHOR");
const StaticTemplateString kAuthorCount = STS_INIT(kAuthorCount, "AUTHOR_COUNT");
const StaticTemplateString kAuthorWord = STS_INIT(kAuthorWord, "AUTHOR_WORD");
const StaticTemplateString kMore = STS_INIT(kMore, "MORE");
const StaticTemplateString kRest = STS_INIT(kRest, "REST");
const StaticTemplateString kInstitution = STS_INIT(kInstitution, "INSTITUTION");
const StaticTemplateString kLink = STS_INIT(kLink, "LINK");
const StaticTemplateString kKeyPoints = STS_INIT(kKeyPoints, "KEY_POINTS");
const StaticTemplateString kPoint = STS_INIT(kPoint, "POINT");
const StaticTemplateString kAbstracts = STS_INIT(kAbstracts, "ABSTRACTS");
const StaticTemplateString kPair = STS_INIT(kPair, "PAIR");
const StaticTemplateString kAbstract = STS_INIT(kAbstract, "ABSTRACT");
const StaticTemplateString kAbstractSection = STS_INIT(kAbstractSection, "ABSTRACT_SECTION");
const StaticTemplateString kAbstractZh = STS_INIT(kAbstractZh, "ABSTRACT_ZH");
const StaticTemplateString kAbstractZhSection = STS_INIT(kAbstractZhSection, "ABSTRACT_ZH_SECTION");
const StaticTemplateString kAppearance = STS_INIT(kAppearance, "APPEARANCE");
const StaticTemplateString kRanked = STS_INIT(kRanked, "RANKED");
const StaticTemplateString kUnranked = STS_INIT(kUnranked, "UNRANKED");
const StaticTemplateString kRank = STS_INIT(kRank, "RANK");
const StaticTemplateString kRelatedSection = STS_INIT(kRelatedSection, "RELATED_SECTION");
const StaticTemplateString kRelated = STS_INIT(kRelated, "RELATED");
// Not kTitleZhSection: a section that is missing in a dictionary is looked up in those around it.
const StaticTemplateString kRelatedZh = STS_INIT(kRelatedZh, "RELATED_ZH");
const StaticTemplateString kByAuthors = STS_INIT(kByAuthors, "BY_AUTHORS");
const StaticTemplateString kByWords = STS_INIT(kByWords, "BY_WORDS");
const StaticTemplateString kPrevious = STS_INIT(kPrevious, "PREVIOUS");
const StaticTemplateString kNext = STS_INIT(kNext, "NEXT");
const StaticTemplateString kListed = STS_INIT(kListed, "LISTED");
const StaticTemplateString kEntry = STS_INIT(kEntry, "ENTRY");

/// The text itself, not a copy: it outlives the dictionary.
void set(TemplateDictionary& dictionary, const StaticTemplateString& name, std::string_view text) {
  dictionary.SetValueWithoutCopy(name, TemplateString(text.data(), text.size()));
}

void set(TemplateDictionary& dictionary, const StaticTemplateString& name, std::size_t number) {
  dictionary.SetIntValue(name, static_cast<long>(number));
}

/// Shows `section` with the text, unless that is empty.
void set_section(TemplateDictionary& dictionary, const StaticTemplateString& name,
                 std::string_view text, const StaticTemplateString& section) {
  if (!text.empty()) {
    set(*dictionary.AddSectionDictionary(section), name, text);
  }
}

void set_truncated(TemplateDictionary& dictionary, const StaticTemplateString& name,
                   std::string_view text, std::size_t limit) {
  const Truncated part = truncated(text, limit);
  set(dictionary, name, part.kept);
  if (!part.end.empty()) {
    set(dictionary, kEnd, part.end);
  }
}

TemplateDictionary& add_term(TemplateDictionary& dictionary, const StaticTemplateString& section,
                             const Term& term) {
  TemplateDictionary& item = *dictionary.AddSectionDictionary(section);
  set(item, kPath, term.path);
  set(item, kName, term.name);
  if (text::count_code_points(term.name) > 24) {
    set(item, kLong, R"( class="long")");
  }
  return item;
}

void add_words(TemplateDictionary& dictionary, const StaticTemplateString& section,
               const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    set(*dictionary.AddSectionDictionary(section), kWord, word);
  }
}

void add_people(TemplateDictionary& dictionary, const std::vector<Term>& authors,
                std::size_t limit) {
  for (std::size_t i = 0; i < authors.size() && i < limit; ++i) {
    TemplateDictionary& item = add_term(dictionary, kAuthor, authors[i]);
    if (i + 1 < authors.size()) {
      set(item, kComma, ", ");
    }
  }
  if (authors.size() > limit) {
    set(*dictionary.AddSectionDictionary(kMore), kRest, authors.size() - limit);
  }
}

void set_tag(TemplateDictionary& dictionary, const Tag& tag) {
  set(dictionary, kHue, static_cast<std::size_t>(tag.hue));
  set(dictionary, kTagPath, tag.path);
  set(dictionary, kTagName, tag.name);
  set(dictionary, kTagCode, tag.code);
}

void add_top(TemplateDictionary& dictionary, const SampleSite& site, const Page& page) {
  TemplateDictionary& top = *dictionary.AddIncludeDictionary(kTop);
  top.SetFilename("top.ctemplate");
  set(top, kLanguage, site.language);
  set(top, kPageTitle, page.title);
  set(top, kSiteTitle, site.title);
  set(top, kDescription, page.description.empty() ? site.description : page.description);
  set(top, kGenerator, site.generator);
  set(top, kType, page.paper != nullptr ? "article" : "website");
  top.SetValue(kPermalink, site.origin + page.path);
}

void add_header(TemplateDictionary& dictionary, const SampleSite& site, const Page& page) {
  TemplateDictionary& header = *dictionary.AddIncludeDictionary(kHeader);
  header.SetFilename("header.ctemplate");
  set(header, kSiteTitle, site.title);
  for (const Link& link : site.menu) {
    TemplateDictionary& item = *header.AddSectionDictionary(kMenu);
    set(item, kUrl, link.url);
    set(item, kLabel, link.label);
    if (link.url == page.path) {
      set(item, kCurrent, R"( aria-current="page")");
    }
  }
}

void add_footer(TemplateDictionary& dictionary, const SampleSite& site, const Page& page) {
  TemplateDictionary& footer = *dictionary.AddIncludeDictionary(kFooter);
  footer.SetFilename("footer.ctemplate");
  set(footer, kSiteTitle, site.title);
  set(footer, kPaperCount, site.papers.size());
  if (!page.updated.empty()) {
    TemplateDictionary& section = *footer.AddSectionDictionary(kUpdatedSection);
    set(section, kUpdated, page.updated);
    set(section, kGenerator, site.generator);
  }
}

void add_links(TemplateDictionary& dictionary, const Paper& paper) {
  if (!paper.arxiv_id.empty()) {
    set(dictionary, kArxivId, paper.arxiv_id);
    dictionary.ShowSection(kArxiv);
  } else {
    set_section(dictionary, kUrl, paper.url, kSource);
  }
  for (const Link& link : paper.links) {
    TemplateDictionary& item = *dictionary.AddSectionDictionary(kLink);
    set(item, kUrl, link.url);
    set(item, kLabel, link.label);
  }
}

void add_texts(TemplateDictionary& dictionary, const Paper& paper) {
  if (!paper.key_points.empty()) {
    add_words(*dictionary.AddSectionDictionary(kKeyPoints), kPoint, paper.key_points);
  }
  if (!paper.abstract.empty() || !paper.abstract_zh.empty()) {
    TemplateDictionary& abstracts = *dictionary.AddSectionDictionary(kAbstracts);
    if (!paper.abstract.empty() && !paper.abstract_zh.empty()) {
      set(abstracts, kPair, " pair");
    }
    set_section(abstracts, kAbstractZh, paper.abstract_zh, kAbstractZhSection);
    set_section(abstracts, kAbstract, paper.abstract, kAbstractSection);
  }
}

void add_appearances(TemplateDictionary& dictionary, const Paper& paper) {
  for (const Appearance& appearance : paper.appearances) {
    TemplateDictionary& item = *dictionary.AddSectionDictionary(kAppearance);
    set(item, kPath, appearance.path);
    set(item, kDate, appearance.date);
    set(item, kTitle, appearance.title);
    if (appearance.rank) {
      set(*item.AddSectionDictionary(kRanked), kRank, static_cast<std::size_t>(*appearance.rank));
    } else {
      item.ShowSection(kUnranked);
    }
  }
}

void add_reason(TemplateDictionary& item, const Related& related) {
  if (!related.authors.empty()) {
    TemplateDictionary& reason = *item.AddSectionDictionary(kByAuthors);
    add_people(reason, related.authors, related.authors.size());
  } else if (!related.words.empty()) {
    add_words(*item.AddSectionDictionary(kByWords), kKeyword, related.words);
  }
}

void add_related(TemplateDictionary& dictionary, const Paper& paper) {
  if (paper.related.empty()) {
    return;
  }
  TemplateDictionary& section = *dictionary.AddSectionDictionary(kRelatedSection);
  for (const Related& related : paper.related) {
    TemplateDictionary& item = *section.AddSectionDictionary(kRelated);
    set_tag(item, *related.paper->tag);
    set(item, kPath, related.paper->path);
    set(item, kTitle, related.paper->title);
    if (!related.paper->title_zh.empty()) {
      set_truncated(*item.AddSectionDictionary(kRelatedZh), kTitleZh, related.paper->title_zh, 16);
    }
    add_reason(item, related);
  }
}

void add_neighbour(TemplateDictionary& dictionary, const StaticTemplateString& section,
                   const Paper* paper) {
  if (paper != nullptr) {
    TemplateDictionary& item = *dictionary.AddSectionDictionary(section);
    set(item, kPath, paper->path);
    set(item, kTitle, paper->title);
  }
}

void fill_paper(TemplateDictionary& dictionary, const Paper& paper) {
  set_tag(dictionary, *paper.tag);
  set(dictionary, kTitle, paper.title);
  set(dictionary, kDate, paper.date);
  set(dictionary, kVenue, paper.venue.empty() ? "Preprint" : std::string_view(paper.venue));
  add_words(dictionary, kKeyword, paper.keywords);
  set_section(dictionary, kTitleZh, paper.title_zh, kTitleZhSection);
  add_people(dictionary, paper.authors, 12);
  set(dictionary, kAuthorCount, paper.authors.size());
  set(dictionary, kAuthorWord, paper.authors.size() == 1 ? "author" : "authors");
  for (const Term& place : paper.institutions) {
    add_term(dictionary, kInstitution, place);
  }
  add_links(dictionary, paper);
  set_section(dictionary, kTldr, paper.tldr, kTldrSection);
  add_texts(dictionary, paper);
  add_appearances(dictionary, paper);
  add_related(dictionary, paper);
  add_neighbour(dictionary, kPrevious, paper.previous);
  add_neighbour(dictionary, kNext, paper.next);
}

void fill_list(TemplateDictionary& dictionary, const Page& page) {
  set(dictionary, kPageTitle, page.title);
  set(dictionary, kListed, page.papers.size());
  std::size_t rank = 0;
  for (const Paper* const paper : page.papers) {
    TemplateDictionary& entry = *dictionary.AddSectionDictionary(kEntry);
    set(entry, kRank, ++rank);
    set_tag(entry, *paper->tag);
    set(entry, kDate, paper->date);
    set(entry, kPath, paper->path);
    set(entry, kTitle, paper->title);
    set_section(entry, kTitleZh, paper->title_zh, kTitleZhSection);
    if (!paper->tldr.empty()) {
      set_truncated(*entry.AddSectionDictionary(kTldrSection), kTldr, paper->tldr, 80);
    }
    add_people(entry, paper->authors, 3);
  }
}

}  // namespace

CtemplatePages::CtemplatePages(const SampleSite& site) : site_(site) {
  cache_.SetTemplateRootDirectory(SITEGEN_BENCH_TEMPLATES);
  for (const char* const file : {"top.ctemplate", "header.ctemplate", "footer.ctemplate",
                                 "paper.ctemplate", "list.ctemplate"}) {
    if (!cache_.LoadTemplate(file, kStrip)) {
      end_program("ctemplate cannot load " + std::string(file));
    }
  }
  cache_.Freeze();
}

CtemplatePages::Dictionary CtemplatePages::fill(const Page& page) const {
  auto dictionary = std::make_unique<TemplateDictionary>(kPageName);
  add_top(*dictionary, site_, page);
  add_header(*dictionary, site_, page);
  for (const Term& crumb : page.breadcrumbs) {
    TemplateDictionary& item = *dictionary->AddSectionDictionary(kCrumb);
    set(item, kPath, crumb.path);
    set(item, kName, crumb.name);
  }
  if (page.paper != nullptr) {
    fill_paper(*dictionary, *page.paper);
  } else {
    fill_list(*dictionary, page);
  }
  add_footer(*dictionary, site_, page);
  return dictionary;
}

void CtemplatePages::append(const Page& page, const TemplateDictionary& dictionary,
                            std::string& out) {
  const bool good = cache_.ExpandNoLoad(page.paper != nullptr ? kPaperFile : kListFile, kStrip,
                                        &dictionary, nullptr, &out);
  if (!good) {
    end_program("ctemplate cannot expand a page");
  }
}

}  // namespace bench
