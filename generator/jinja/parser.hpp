#pragma once

#include "jinja/statement.hpp"
#include "jinja/syntax_error.hpp"
#include "jinja/token.hpp"

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jinja {

/// Tags, expressions and tuples may be nested this deep; no template that people read needs more.
inline constexpr int kMaxNesting = 100;

/// Tokens to syntax tree. After the first error every function sees the end of the template, so
/// that they all return without asking; what they return is then of no use.
class Parser {
 public:
  /// `tokens` ends with one of kind `end` and outlives the parser.
  explicit Parser(std::span<const Token> tokens) : tokens_(tokens) {}

  /// The whole template.
  Body parse();

  [[nodiscard]] const std::optional<SyntaxError>& error() const { return error_; }

 private:
  /// A tag that is open, and the word that closes it.
  struct OpenTag {
    std::string_view name;
    std::uint32_t offset;
  };

  enum class Conditionals { yes, no };

  /// Counts how deep the parser is inside itself; fails if that is too deep.
  class Nesting {
   public:
    explicit Nesting(Parser& parser);
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    Nesting(Nesting&&) = delete;
    Nesting& operator=(Nesting&&) = delete;

    ~Nesting() { --parser_.nesting_; }

   private:
    Parser& parser_;
  };

  // Tokens: parser.cpp
  [[nodiscard]] const Token& current() const { return tokens_[position_]; }

  [[nodiscard]] const Token& ahead() const;
  const Token& take();
  [[nodiscard]] bool at_symbol(std::string_view symbol) const;
  [[nodiscard]] bool at_word(std::string_view word) const;
  bool take_symbol(std::string_view symbol);
  bool take_word(std::string_view word);
  bool expect_symbol(std::string_view symbol, std::string_view after);
  std::string_view expect_name(std::string_view what);
  void fail(std::uint32_t offset, std::string message, std::string remedy = {});
  void fail_here(std::string_view expected);
  [[nodiscard]] std::string describe_current() const;

  // Expressions: parse_expression.cpp
  Expression parse_expression(Conditionals conditionals = Conditionals::yes);
  /// One expression, or several with commas between them, which make a tuple.
  Expression parse_tuple(Conditionals conditionals);
  [[nodiscard]] bool at_tuple_end() const;
  Expression parse_or();
  Expression parse_and();
  Expression parse_not();
  Expression parse_comparison();
  std::optional<Comparator> take_comparator();
  Expression parse_sum();
  Expression parse_concatenation();
  Expression parse_product();
  Expression parse_power();
  enum class Filters { yes, no };
  Expression parse_unary(Filters filters);
  // Operands: parse_operand.cpp
  Expression parse_primary();
  Expression parse_name_or_constant();
  Expression parse_string();
  Expression parse_number();
  Expression parse_bracketed();
  Expression parse_list();
  Expression parse_map();
  Expression parse_postfix(Expression expression);
  Expression parse_subscript(Expression object);
  Expression parse_filters_and_tests(Expression expression);
  Expression parse_filter(ExpressionPointer input, std::uint32_t start);
  Expression parse_test(Expression input);
  [[nodiscard]] bool at_bare_test_argument() const;
  std::string_view parse_dotted_name(std::string_view what);
  ArgumentList parse_arguments();
  void parse_argument(ArgumentList& arguments);

  // Statements: parse_statement.cpp, parse_block_tags.cpp
  Body parse_body(std::initializer_list<std::string_view> ends);
  [[nodiscard]] bool at_one_of(std::initializer_list<std::string_view> words) const;
  void parse_tag(Body& body);
  void fail_unknown_tag();
  void expect_tag_end(std::string_view tag);
  /// Reads up to `{% end... %}`, and that too.
  Body parse_body_until(std::string_view end);
  Statement parse_if();
  Statement parse_for();
  Statement parse_set();
  Statement parse_with();
  Statement parse_filter_block();
  Statement parse_do();
  Statement parse_autoescape();
  Statement parse_loop_control();
  Statement parse_block();
  void check_required_block(const Block& block);
  Statement parse_extends();
  Statement parse_include();
  Statement parse_import();
  Statement parse_from_import();
  void parse_imported_names(FromImport& import);
  bool parse_with_context(bool default_value);
  Statement parse_macro();
  Statement parse_call_block();
  std::vector<Parameter> parse_parameters();
  Target parse_target();
  Target parse_single_target();
  Expression parse_filter_chain();

  std::span<const Token> tokens_;
  std::size_t position_ = 0;
  std::vector<OpenTag> open_tags_;
  int loops_ = 0;  ///< open `for` bodies, for break and continue
  int nesting_ = 0;
  std::optional<SyntaxError> error_;
};

}  // namespace jinja
