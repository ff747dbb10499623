#pragma once

#include "jinja/escaping.hpp"
#include "jinja/markup_context.hpp"

#include <cstdint>
#include <deque>
#include <vector>

namespace jinja {

/// The number of a MarkupContext in its ContextTable.
using ContextId = std::uint16_t;

/// Every context that a program's templates meet, each once.
class ContextTable {
 public:
  /// Begins with the three contexts in which templates begin.
  ContextTable();

  /// The context in which templates of that language begin.
  static ContextId initial(Language language) { return static_cast<ContextId>(language); }

  ContextId intern(const MarkupContext& context);

  [[nodiscard]] const MarkupContext& operator[](ContextId id) const { return contexts_[id]; }

  /// How values are escaped at `id`.
  [[nodiscard]] Escaping escaping(ContextId id) const { return escapings_[id]; }

 private:
  std::deque<MarkupContext> contexts_;
  std::vector<Escaping> escapings_;
};

/// Contexts that a point of a template may be in, depending on the branches before it; sorted.
/// Empty where no way leads.
using ContextSet = std::vector<ContextId>;

/// Adds `more` to `set`.
void unite(ContextSet& set, const ContextSet& more);

}  // namespace jinja
