#include "jinja/template_parts.hpp"

#include <algorithm>

namespace jinja {

namespace {

class Collector {
 public:
  explicit Collector(TemplateParts& parts) : parts_(parts) {}

  void collect(Body& body) {
    ++depth_;
    for (Statement& statement : body) {
      std::visit([&](auto& node) { collect(node, statement.offset); }, statement.node);
    }
    --depth_;
  }

 private:
  template <typename Node>
  void collect(Node& /*node*/, std::uint32_t /*offset*/) {}

  void collect(If& node, std::uint32_t /*offset*/) {
    for (If::Branch& branch : node.branches) {
      collect(branch.body);
    }
    collect(node.otherwise);
  }

  void collect(For& node, std::uint32_t /*offset*/) {
    add_target(node.target);
    collect(node.body);
    collect(node.otherwise);
  }

  void collect(Set& node, std::uint32_t /*offset*/) {
    add_target(node.target);
    // What it makes changes with each use.
    if (const Call* call = std::get_if<Call>(&node.value.node)) {
      const Name* name = std::get_if<Name>(&call->callee->node);
      parts_.keeps_state = parts_.keeps_state ||
                           (name != nullptr && (name->name == "cycler" || name->name == "joiner"));
    }
  }

  void collect(SetBlock& node, std::uint32_t /*offset*/) {
    add_target(node.target);
    collect(node.body);
  }

  void collect(With& node, std::uint32_t /*offset*/) {
    for (const auto& [target, value] : node.assignments) {
      add_target(target);
    }
    collect(node.body);
  }

  void collect(FilterBlock& node, std::uint32_t /*offset*/) { collect(node.body); }

  void collect(Autoescape& node, std::uint32_t /*offset*/) { collect(node.body); }

  void collect(Block& node, std::uint32_t offset) {
    parts_.blocks.push_back(&node);
    parts_.block_offsets.push_back(offset);
    parts_.nested.push_back(blocks_ > 0);
    ++blocks_;
    collect(node.body);
    --blocks_;
  }

  void collect(Macro& node, std::uint32_t /*offset*/) {
    parts_.macros.push_back(&node);
    parts_.assigned.push_back(node.name);
    collect(node.body);
  }

  void collect(CallBlock& node, std::uint32_t /*offset*/) {
    parts_.calls.push_back(&node);
    collect(node.body);
  }

  void collect(Extends& node, std::uint32_t /*offset*/) { parts_.parents.push_back(&node); }

  void collect(Import& node, std::uint32_t /*offset*/) {
    parts_.assigned.push_back(node.name);
    parts_.imports.push_back(
        {node.name, literal_name(node.from), {}, node.with_context, depth_ == 1});
  }

  void collect(FromImport& node, std::uint32_t /*offset*/) {
    for (const FromImport::Imported& imported : node.names) {
      parts_.assigned.push_back(imported.alias);
      parts_.imports.push_back(
          {imported.alias, literal_name(node.from), imported.name, node.with_context, depth_ == 1});
    }
  }

  void collect(Include& node, std::uint32_t /*offset*/) {
    if (const ListLiteral* list = std::get_if<ListLiteral>(&node.templates.node)) {
      for (const Expression& item : list->items) {
        parts_.included.push_back(literal_name(item));
      }
    } else {
      parts_.included.push_back(literal_name(node.templates));
    }
  }

  void add_target(const Target& target) {
    parts_.keeps_state = parts_.keeps_state || !target.field.empty();
    if (target.parts.empty() && target.field.empty()) {
      parts_.assigned.push_back(target.name);
    }
    for (const Target& part : target.parts) {
      add_target(part);
    }
  }

  TemplateParts& parts_;
  int depth_ = 0;
  int blocks_ = 0;  ///< that are open
};

}  // namespace

Block* TemplateParts::find_block(std::string_view name) const {
  const auto found = std::ranges::find(blocks, name, &Block::name);
  return found == blocks.end() ? nullptr : *found;
}

TemplateParts parts_of(Body& body, std::span<const Token> tokens) {
  TemplateParts parts;
  Collector(parts).collect(body);
  const Token* before = nullptr;
  for (const Token& token : tokens) {
    // What stands behind a dot is the name of a field.
    const bool field =
        before != nullptr && before->kind == TokenKind::symbol && before->text == ".";
    if (token.kind == TokenKind::name && !field) {
      ++parts.name_uses[token.text];
    }
    before = &token;
  }
  for (const Statement& statement : body) {
    if (const Macro* macro = std::get_if<Macro>(&statement.node)) {
      parts.outermost_macros.push_back(macro->name);
    }
    parts.only_macros = parts.only_macros && (std::holds_alternative<Macro>(statement.node) ||
                                              std::holds_alternative<Text>(statement.node) ||
                                              std::holds_alternative<Import>(statement.node));
    parts.extends_surely = parts.extends_surely || std::holds_alternative<Extends>(statement.node);
  }
  return parts;
}

std::string_view literal_name(const Expression& expression) {
  const Literal* literal = std::get_if<Literal>(&expression.node);
  return literal == nullptr ? std::string_view() : literal->value.as_text();
}

}  // namespace jinja
