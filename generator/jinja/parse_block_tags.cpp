#include "jinja/parser.hpp"
#include "text/whitespace.hpp"

#include <algorithm>

/// The tags by which templates use each other: blocks, inheritance, includes, imports, macros.
namespace jinja {

Statement Parser::parse_block() {
  const std::uint32_t offset = take().offset;
  Block node;
  node.name = expect_name("the name of the block");
  while (at_word("scoped") || at_word("required")) {
    bool& flag = at_word("scoped") ? node.scoped : node.required;
    if (flag) {
      fail_here("the end of \"block\"");
    }
    flag = true;
    take();
  }
  if (at_symbol("-")) {
    fail(current().offset, "the name of a block has no \"-\"", "use \"_\" instead");
  }
  expect_tag_end("block");
  const int outer_loops = std::exchange(loops_, 0);
  node.body = parse_body_until("endblock");
  loops_ = outer_loops;
  if (current().kind == TokenKind::name && current().text != node.name) {
    fail(current().offset, "this ends the block \"" + std::string(node.name) + "\", not \"" +
                               std::string(current().text) + "\"");
  } else if (current().kind == TokenKind::name) {
    take();
  }
  expect_tag_end("endblock");
  check_required_block(node);
  return {std::move(node), offset};
}

void Parser::check_required_block(const Block& block) {
  const auto has_content = [](const Statement& statement) {
    const Text* text = std::get_if<Text>(&statement.node);
    return text == nullptr || !text::is_blank(text->text);
  };
  const auto content = std::ranges::find_if(block.body, has_content);
  if (block.required && content != block.body.end()) {
    fail(content->offset, "a required block has no content of its own",
         "move it to the templates that extend this one");
  }
}

Statement Parser::parse_extends() {
  take();
  Extends node{parse_expression()};
  expect_tag_end("extends");
  return {std::move(node)};
}

bool Parser::parse_with_context(bool default_value) {
  const bool follows = ahead().kind == TokenKind::name && ahead().text == "context";
  if (!follows || (!at_word("with") && !at_word("without"))) {
    return default_value;
  }
  const bool with = take().text == "with";
  take();
  return with;
}

Statement Parser::parse_include() {
  take();
  Include node{parse_expression()};
  if (at_word("ignore") && ahead().kind == TokenKind::name && ahead().text == "missing") {
    take();
    take();
    node.ignore_missing = true;
  }
  node.with_context = parse_with_context(true);
  expect_tag_end("include");
  return {std::move(node)};
}

Statement Parser::parse_import() {
  take();
  Import node{parse_expression(), {}};
  if (!take_word("as")) {
    fail_here("\"as\"");
  }
  node.name = expect_name("the name to import as");
  node.with_context = parse_with_context(false);
  expect_tag_end("import");
  return {std::move(node)};
}

void Parser::parse_imported_names(FromImport& import) {
  for (;;) {
    const std::uint32_t offset = current().offset;
    FromImport::Imported imported{expect_name("a name to import"), {}, offset};
    if (imported.name.starts_with('_')) {
      fail(offset, "names that begin with \"_\" are private to their template");
    }
    imported.alias = take_word("as") ? expect_name("the name to import as") : imported.name;
    import.names.push_back(imported);
    if (!take_symbol(",")) {
      return;
    }
    const bool context = (at_word("with") || at_word("without")) &&
                         ahead().kind == TokenKind::name && ahead().text == "context";
    if (context) {
      return;
    }
  }
}

Statement Parser::parse_from_import() {
  take();
  FromImport node{parse_expression(), {}};
  if (!take_word("import")) {
    fail_here("\"import\"");
  }
  parse_imported_names(node);
  node.with_context = parse_with_context(false);
  expect_tag_end("from");
  return {std::move(node)};
}

std::vector<Parameter> Parser::parse_parameters() {
  std::vector<Parameter> parameters;
  if (!expect_symbol("(", "before the parameters")) {
    return parameters;
  }
  while (!at_symbol(")") && !error_) {
    const std::uint32_t offset = current().offset;
    Parameter parameter{expect_name("the name of a parameter"), std::nullopt};
    if (std::ranges::find(parameters, parameter.name, &Parameter::name) != parameters.end()) {
      fail(offset, "there is already a parameter \"" + std::string(parameter.name) + "\"");
    }
    if (take_symbol("=")) {
      parameter.default_value = parse_expression();
    } else if (!parameters.empty() && parameters.back().default_value) {
      fail(offset, "parameters without a default stand before those with one");
    }
    if (parameter.name == "caller" && !parameter.default_value) {
      fail(offset, "a parameter called \"caller\" needs a default: not every call has a body",
           "write caller=none");
    }
    parameters.push_back(std::move(parameter));
    if (!take_symbol(",")) {
      break;
    }
  }
  expect_symbol(")", "to close the parameters");
  return parameters;
}

Statement Parser::parse_macro() {
  take();
  Macro node;
  node.name = expect_name("the name of the macro");
  node.parameters = parse_parameters();
  expect_tag_end("macro");
  const int outer_loops = std::exchange(loops_, 0);
  const std::size_t first = position_;
  node.body = parse_body_until("endmacro");
  loops_ = outer_loops;
  node.takes_any =
      std::ranges::any_of(tokens_.subspan(first, position_ - first), [](const Token& token) {
        return token.kind == TokenKind::name && (token.text == "varargs" || token.text == "kwargs");
      });
  if (at_word(node.name)) {
    take();
  }
  expect_tag_end("endmacro");
  return {std::move(node)};
}

Statement Parser::parse_call_block() {
  take();
  CallBlock node;
  if (at_symbol("(")) {
    node.parameters = parse_parameters();
  }
  node.call = parse_expression();
  if (!error_ && !std::holds_alternative<Call>(node.call.node)) {
    fail(node.call.start, "here should be a call of a macro, as name(...)");
  }
  expect_tag_end("call");
  const int outer_loops = std::exchange(loops_, 0);
  node.body = parse_body_until("endcall");
  loops_ = outer_loops;
  expect_tag_end("endcall");
  return {std::move(node)};
}

}  // namespace jinja
