#include "jinja/context_table.hpp"

#include <algorithm>

namespace jinja {

ContextTable::ContextTable() {
  for (const Language language : {Language::html, Language::xml, Language::plain}) {
    intern(initial_context(language));
  }
}

ContextId ContextTable::intern(const MarkupContext& context) {
  const auto known = std::ranges::find(contexts_, context);
  if (known == contexts_.end()) {
    contexts_.push_back(context);
    escapings_.push_back(escaping_of(context));
    return static_cast<ContextId>(contexts_.size() - 1);
  }
  return static_cast<ContextId>(known - contexts_.begin());
}

void unite(ContextSet& set, const ContextSet& more) {
  ContextSet both;
  std::ranges::set_union(set, more, std::back_inserter(both));
  set = std::move(both);
}

}  // namespace jinja
