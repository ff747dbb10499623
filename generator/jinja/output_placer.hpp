#pragma once

#include "jinja/context_table.hpp"
#include "jinja/statement.hpp"
#include "jinja/syntax_error.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace jinja {

/// Something with a body of its own that is shown at a context: it has to be compiled for it.
struct ContextRequest {
  enum class Kind { block, super_block, include, macro };

  Kind kind = Kind::block;
  const Expression* named = nullptr;  ///< the templates of an include, the callee of a macro
  std::string_view block;             ///< the name of a block
  ContextId context = 0;
};

/// Follows the markup that a body writes, and sets the placement of whatever the body shows. Bodies
/// of blocks and macros are not followed: they are bodies of their own.
class OutputPlacer {
 public:
  /// `base` is the context of bodies that become values: `set`, `filter`, `call`.
  OutputPlacer(ContextTable& contexts, ContextId base, bool autoescape)
      : contexts_(contexts), base_(base), autoescape_(autoescape) {}

  /// Goes through `body` from the contexts `start`; gives those at its end.
  ContextSet place(Body& body, ContextSet start);

  /// Whether a body that begins at `start` ends in the same place.
  [[nodiscard]] bool ends_in_place(ContextId start, const ContextSet& end) const;

  /// Reports that a body that begins at `start` does not end there, if so: its surroundings could
  /// not be told how to go on. `what` is the name for messages: "the block \"a\"".
  void check_end(ContextId start, const ContextSet& end, std::string_view what,
                 std::uint32_t offset);

  std::vector<SyntaxError> errors;
  std::vector<ContextRequest> requests;

 private:
  /// The contexts from which a loop is left or goes on.
  struct Loop {
    ContextSet left;
    ContextSet next;
  };

  void place(Statement& statement, ContextSet& at);
  void place_node(Text& node, ContextSet& at, std::uint32_t offset);
  void place_node(Output& node, ContextSet& at, std::uint32_t offset);
  void place_node(If& node, ContextSet& at, std::uint32_t offset);
  void place_node(For& node, ContextSet& at, std::uint32_t offset);
  void place_node(SetBlock& node, ContextSet& at, std::uint32_t offset);
  void place_node(Block& node, ContextSet& at, std::uint32_t offset);
  void place_node(Include& node, ContextSet& at, std::uint32_t offset);
  void place_node(CallBlock& node, ContextSet& at, std::uint32_t offset);
  void place_node(With& node, ContextSet& at, std::uint32_t offset);
  void place_node(FilterBlock& node, ContextSet& at, std::uint32_t offset);
  void place_node(Autoescape& node, ContextSet& at, std::uint32_t offset);
  void place_node(LoopControl& node, ContextSet& at, std::uint32_t offset);

  /// Everything else shows nothing.
  template <typename Node>
  void place_node(Node& /*node*/, ContextSet& /*at*/, std::uint32_t /*offset*/) {}

  Loop place_loop_body(Body& body, ContextSet& head);
  void place_captured(Body& body, std::string_view what, std::uint32_t offset);
  [[nodiscard]] Placement placement_at(const ContextSet& at, std::uint32_t offset);
  [[nodiscard]] bool word_goes_on() const;
  [[nodiscard]] ContextId single_context(const ContextSet& at, std::string_view what,
                                         std::uint32_t offset);
  void request_for_call(const Call& call, ContextId context);
  void request(ContextRequest request);
  void pass_value(ContextSet& at);
  void fail(std::uint32_t offset, std::string message, std::string remedy);

  ContextTable& contexts_;
  ContextId base_;
  bool autoescape_;
  int quiet_ = 0;  ///< loops whose body is followed again, so that nothing is said twice
  std::vector<Loop> loops_;
  const Statement* next_ = nullptr;  ///< behind the one that is placed, in the same body
};

}  // namespace jinja
