#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace jinja {

/// A part of a template as it was rendered, and what that counted towards the limits of a page.
struct Fragment {
  std::string text;
  int depth = 0;             ///< how many calls stood inside each other
  std::uint64_t rounds = 0;  ///< of loops
};

/// The parts of templates that are equal on every page of a site, because all they depend on is
/// equal: each is rendered by the first page that needs it, and copied by the others. Belongs to
/// one set of globals. Pages may be rendered from several threads: if two render a part at the same
/// time, both get the same bytes, and one of them is kept.
class Fragments {
 public:
  explicit Fragments(std::size_t count);
  Fragments(const Fragments&) = delete;
  Fragments& operator=(const Fragments&) = delete;
  Fragments(Fragments&&) = delete;
  Fragments& operator=(Fragments&&) = delete;
  ~Fragments();

  /// Part `index`, or null if no page has rendered it yet.
  [[nodiscard]] const Fragment* find(std::size_t index) const {
    return parts_[index].load(std::memory_order_acquire);
  }

  void keep(std::size_t index, Fragment part) const;

 private:
  std::size_t count_;
  std::unique_ptr<std::atomic<const Fragment*>[]> parts_;
};

}  // namespace jinja
