#pragma once

#include <array>
#include <compare>
#include <cstdint>

namespace catalog {

/// Places in the tables of a Catalog. They are types of their own so that none is taken for
/// another.
struct PaperIndex {
  std::uint32_t value = 0;
  auto operator<=>(const PaperIndex&) const = default;
};

struct DigestIndex {
  std::uint32_t value = 0;
  auto operator<=>(const DigestIndex&) const = default;
};

/// A term of one taxonomy; which taxonomy is known from where the index stands.
struct TermIndex {
  std::uint32_t value = 0;
  auto operator<=>(const TermIndex&) const = default;
};

enum class Taxonomy { category, author, institution };
inline constexpr std::array kTaxonomies = {Taxonomy::category, Taxonomy::author,
                                           Taxonomy::institution};

}  // namespace catalog
