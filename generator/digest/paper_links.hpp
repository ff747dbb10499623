#pragma once

#include "digest/paper_draft.hpp"

#include <string_view>

namespace digest {

/// Takes `text` as the paper's address. Links behind it are further links of the paper; what else
/// stands there stays unclaimed. Reports an address that is none of the web.
void put_address(PaperDraft& draft, std::string_view text, int line);

/// Adds the links in `text`, called `name` if they have no text of their own, and after their host
/// if there is no name either. Reports a text without any.
void put_links(PaperDraft& draft, std::string_view name, std::string_view text, int line);

/// A title that is a link says where the paper is, if nothing has said it.
void put_title_link(PaperDraft& draft, std::string_view title);

}  // namespace digest
