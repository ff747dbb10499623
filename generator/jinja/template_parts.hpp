#pragma once

#include "jinja/statement.hpp"
#include "jinja/token.hpp"

#include <map>
#include <span>
#include <string_view>
#include <vector>

namespace jinja {

/// The parts of a template's tree that are looked up by name. Pointers into the tree.
struct TemplateParts {
  /// `import "x" as name`; with `member` also `from "x" import member as name`.
  struct Imported {
    std::string_view name;
    std::string_view source;  ///< empty if an expression names it
    std::string_view member;
    bool with_context = false;
    bool outermost = false;  ///< every body of the template sees the name
  };

  std::vector<Block*> blocks;
  std::vector<std::uint32_t> block_offsets;  ///< one for each block
  std::vector<bool> nested;                  ///< one for each block: it stands inside another
  std::vector<Macro*> macros;
  std::vector<CallBlock*> calls;
  std::vector<Imported> imports;
  std::vector<Extends*> parents;
  std::vector<std::string_view> included;  ///< by name
  std::vector<std::string_view> assigned;  ///< every name that a statement sets, at any level
  std::vector<std::string_view> outermost_macros;  ///< under no condition
  bool only_macros = true;      ///< the body has nothing but texts, macros and imports
  bool keeps_state = false;     ///< a namespace, cycler or joiner, which macros may change
  bool extends_surely = false;  ///< an `extends` stands under no condition

  /// How often each name stands in the template's tags, but for names of fields.
  std::map<std::string_view, int> name_uses;

  [[nodiscard]] Block* find_block(std::string_view name) const;
};

/// The parts of a whole template.
[[nodiscard]] TemplateParts parts_of(Body& body, std::span<const Token> tokens);

/// The template that `expression` names, if it is a plain text; else an empty view.
[[nodiscard]] std::string_view literal_name(const Expression& expression);

}  // namespace jinja
