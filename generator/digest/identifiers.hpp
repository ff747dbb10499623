#pragma once

#include "digest/digest.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace digest {

/// The arXiv number in a link or reference, without version: `2302.02801`, `hep-th/9901001`. Knows
/// abs, pdf, html and other paths of arxiv.org and its mirrors, ar5iv, alphaXiv and Hugging Face
/// papers, `arXiv:` references, arXiv's own DOIs (10.48550), and the bare number. A subject class
/// (`math.GT/0309136`) is dropped, as arXiv does. Nothing if there is none.
[[nodiscard]] std::optional<std::string> find_arxiv_id(std::string_view reference);

/// The DOI in a link (doi.org, `/doi/…` pages of publishers) or reference (`doi:10.…`, `10.…`), in
/// lower case, since DOIs ignore case: `10.1162/tacl_a_00001`. Nothing if there is none.
[[nodiscard]] std::optional<std::string> find_doi(std::string_view reference);

/// The paper's key in an OpenReview link (forum, pdf, attachment). Nothing if there is none.
[[nodiscard]] std::optional<std::string> find_openreview_id(std::string_view url);

/// One form for all spellings of a web address: https, the host in lower case without `www.`, no
/// default port, no fragment, no tracking parameters, no `/` at the end. Empty if `url` is none.
[[nodiscard]] std::string canonical_url(std::string_view url);

/// What two spellings of one title share: letters and digits, case folded, one blank between words.
[[nodiscard]] std::string normalised_title(std::string_view title);

/// The paper's identity: arXiv number, else `acl:…`, else `doi:…`, else `openreview:…`, else
/// `url:…`, else `title:…`. `reference` is where the digest says the paper is, which may be no web
/// address.
[[nodiscard]] std::string paper_identity(std::string_view reference, std::string_view title);

/// Year and month of an arXiv number: 202302 of `2302.02801`, 199901 of `hep-th/9901001`; 0 if the
/// number has none.
[[nodiscard]] int arxiv_month(std::string_view arxiv_id);

}  // namespace digest
