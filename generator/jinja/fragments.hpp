#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>

namespace jinja {

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

  /// The bytes of part `index`, or null if no page has rendered it yet.
  [[nodiscard]] const std::string* find(std::size_t index) const {
    return texts_[index].load(std::memory_order_acquire);
  }

  void keep(std::size_t index, std::string text) const;

 private:
  std::size_t count_;
  std::unique_ptr<std::atomic<const std::string*>[]> texts_;
};

}  // namespace jinja
