#pragma once

#include "diagnostics/diagnostic.hpp"
#include "jinja/syntax_tree.hpp"
#include "jinja/token.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jinja {

/// What a parser needs beside its tokens. Views: all outlive the trees.
struct ParseContext {
  const text::SourceText& source;
  const std::map<std::string, HostFilter>& host_filters;
  std::vector<diagnostics::Diagnostic>& problems;
};

/// A cursor over tokens. The first syntax error ends the template: what follows it is guesswork.
/// Unknown filters and tests are reported and parsing goes on.
class TokenCursor {
 public:
  TokenCursor(const std::vector<Token>& tokens, ParseContext context)
      : context_(context), tokens_(tokens) {}

  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
  const Token& take();
  [[nodiscard]] bool at_symbol(std::string_view symbol) const;
  [[nodiscard]] bool at_word(std::string_view word) const;
  bool skip_symbol(std::string_view symbol);
  bool skip_word(std::string_view word);
  /// Takes the symbol, or fails.
  void expect_symbol(std::string_view symbol, std::string_view where);
  /// Takes a name; empty after failing.
  std::string_view expect_name(std::string_view what);

  void fail(std::size_t offset, std::string message, std::string remedy = {});
  /// Reports a problem that does not end parsing.
  void complain(std::size_t offset, std::string code, std::string message, std::string remedy);

  [[nodiscard]] bool failed() const { return failed_; }

  [[nodiscard]] const ParseContext& context() const { return context_; }

  /// Counts nesting; fails beyond kMaxNesting. Every `enter` has its `leave`.
  bool enter();

  void leave() { --depth_; }

 private:
  ParseContext context_;
  const std::vector<Token>& tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool failed_ = false;
};

/// Expressions and statements nest no deeper; people stay far below, and the stack is finite.
inline constexpr int kMaxNesting = 200;

/// The expression at the cursor. After a failure it is some expression, never null.
[[nodiscard]] ExpressionPointer parse_expression(TokenCursor& cursor);

/// The same without `a if b else c`, as `for x in y if z` needs it.
[[nodiscard]] ExpressionPointer parse_unconditional(TokenCursor& cursor);

/// The whole template.
void parse_statements(TokenCursor& cursor, Template& into);

}  // namespace jinja
