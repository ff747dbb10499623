#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// Code points of the longest word; what is behind them is cut off.
inline constexpr std::size_t kLongestWord = 32;

/// What texts are found by, in the order in which it stands in them:
/// - of a run of Han characters each pair of neighbours and, alone, the last one: 扩散模型 gives
/// 扩散,
///   散模, 模型, 型. So every part of the run is a chain of pairs, and every character begins a
///   token;
/// - words of letters and digits of other scripts, folded (text::search_fold), an English plural
///   without its ending.
/// The theme's search_index.js cuts queries in the same way; tests/search/token_vectors.json holds
/// both to it.
class Tokens {
 public:
  void add_text(std::string_view text);

  /// Adds `token` as it is.
  void add(std::string_view token);

  [[nodiscard]] std::size_t size() const { return ends_.size(); }

  /// A view that dies with the next change.
  [[nodiscard]] std::string_view operator[](std::size_t index) const;

 private:
  void add_folded(std::string_view text);
  std::size_t add_han_run(std::string_view text, std::size_t start);
  std::size_t add_word(std::string_view text, std::size_t start);

  std::string bytes_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace search
