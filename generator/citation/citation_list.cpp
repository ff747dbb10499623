#include "citation/citation_list.hpp"

#include "citation/bibtex.hpp"
#include "citation/csl_json.hpp"
#include "citation/ris.hpp"

#include <utility>

namespace citation {

void CitationList::add(const Citation& cited) {
  switch (notation_) {
    case Notation::bibtex:
      text_ += text_.empty() ? "" : "\n";
      append_bibtex(text_, cited);
      break;
    case Notation::ris:
      append_ris(text_, cited);
      break;
    case Notation::csl_json:
      text_ += text_.empty() ? "[\n" : ",\n";
      append_csl_json(text_, cited);
      break;
  }
}

std::string CitationList::text() && {
  if (notation_ == Notation::csl_json) {
    text_ += text_.empty() ? "[]\n" : "\n]\n";
  }
  return std::move(text_);
}

}  // namespace citation
