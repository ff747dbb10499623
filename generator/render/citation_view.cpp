#include "citation/bibtex.hpp"
#include "citation/coins.hpp"
#include "citation/csl_json.hpp"
#include "citation/ris.hpp"
#include "render/cited_paper.hpp"
#include "render/view_fields.hpp"
#include "render/views.hpp"

#include <array>
#include <utility>

namespace render {

namespace {

using catalog::CatalogPaper;
using citation::Citation;
using values::RecordField;
using values::Value;

Citation cited(const void* paper, const void* context,
               std::size_t most_authors = citation::kCitedAuthors) {
  const site::Site& site = site_of(context);
  return cited_paper(site, {index_in(site.catalog().papers, as<CatalogPaper>(paper))},
                     most_authors);
}

Value text_or_none(std::string text) {
  return text.empty() ? Value::none() : Value::text(std::move(text));
}

template <void (*Append)(std::string&, const Citation&)>
Value notation(const void* paper, const void* context) {
  std::string text;
  Append(text, cited(paper, context));
  return Value::text(std::move(text));
}

Value authors(const void* paper, const void* context) {
  values::List names;
  for (const citation::PersonName& name : cited(paper, context).authors) {
    names.push_back(Value::text(citation::inverted(name)));
  }
  return Value::list(std::move(names));
}

constexpr auto kCitationFields = std::to_array<RecordField>({
    {"key",
     [](const void* p, const void* c) {
       const site::Site& site = site_of(c);
       return Value::view(
           site.citation_key({index_in(site.catalog().papers, as<CatalogPaper>(p))}));
     },
     kText},
    {"authors", authors, kTexts},
    {"date", [](const void* p, const void* c) { return date_value(cited(p, c).date); },
     kTextOrNone},
    {"doi",
     [](const void* p, const void*) {
       return text_or_none(citation::doi_of(as<CatalogPaper>(p).record));
     },
     kTextOrNone},
    {"bibtex", notation<citation::append_bibtex>, kText},
    {"ris", notation<citation::append_ris>, kText},
    {"csl_json", notation<citation::append_csl_json>, kText},
    {"coins",
     [](const void* p, const void* c) {
       return Value::text(citation::coins(cited(p, c, citation::kCoinsAuthors)));
     },
     kText},
});

}  // namespace

const values::RecordType kCitationType = {.name = "citation", .fields = kCitationFields};

Value citation_value(const site::Site& site, catalog::PaperIndex paper) {
  return Value::record(kCitationType, &site.catalog().papers[paper.value], &site);
}

}  // namespace render
