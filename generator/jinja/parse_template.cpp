#include "jinja/parser.hpp"
#include "text/suggestion.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace jinja {

const Token& TokenCursor::peek(std::size_t ahead) const {
  return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

const Token& TokenCursor::take() {
  const Token& token = peek();
  at_ += at_ + 1 < tokens_.size() ? 1U : 0U;
  return token;
}

bool TokenCursor::at_symbol(std::string_view symbol) const {
  return peek().kind == TokenKind::symbol && peek().text == symbol;
}

bool TokenCursor::at_word(std::string_view word) const {
  return peek().kind == TokenKind::name && peek().text == word;
}

bool TokenCursor::skip_symbol(std::string_view symbol) {
  const bool there = at_symbol(symbol);
  if (there) {
    take();
  }
  return there;
}

bool TokenCursor::skip_word(std::string_view word) {
  const bool there = at_word(word);
  if (there) {
    take();
  }
  return there;
}

void TokenCursor::expect_symbol(std::string_view symbol, std::string_view where) {
  if (!failed_ && !skip_symbol(symbol)) {
    fail(peek().offset, "a \"" + std::string(symbol) + "\" is missing " + std::string(where));
  }
}

std::string_view TokenCursor::expect_name(std::string_view what) {
  if (failed_) {
    return {};
  }
  if (peek().kind != TokenKind::name) {
    fail(peek().offset, std::string(what) + " is missing here");
    return {};
  }
  return take().text;
}

void TokenCursor::fail(std::size_t offset, std::string message, std::string remedy) {
  if (!failed_) {
    complain(offset, "jinja/syntax", std::move(message), std::move(remedy));
  }
  failed_ = true;
  at_ = tokens_.size() - 1;
}

void TokenCursor::complain(std::size_t offset, std::string code, std::string message,
                           std::string remedy) {
  context_.problems.push_back(diagnostics::at_offset(
      context_.source, offset,
      {.code = std::move(code), .message = std::move(message), .remedy = std::move(remedy)}));
}

bool TokenCursor::enter() {
  if (++depth_ <= kMaxNesting) {
    return true;
  }
  fail(peek().offset, "this nests deeper than " + std::to_string(kMaxNesting) + " levels");
  return false;
}

namespace {

constexpr std::array<std::string_view, 12> kTags = {"if",      "for",     "set",    "block",
                                                    "extends", "include", "import", "from",
                                                    "macro",   "with",    "raw",    "else"};

class StatementParser {
 public:
  StatementParser(TokenCursor& cursor, Template& into) : cursor_(cursor), template_(into) {}

  /// Statements up to a tag that begins with one of `ends`, which is left at the cursor behind
  /// its `{%`; or up to the end of the template if `ends` is empty.
  Body parse_until(std::initializer_list<std::string_view> ends, std::size_t open,
                   std::string_view opener) {
    Body body;
    if (!cursor_.enter()) {
      return body;
    }
    while (!cursor_.failed()) {
      const Token& token = cursor_.peek();
      if (token.kind == TokenKind::end) {
        if (ends.size() > 0) {
          cursor_.fail(open, "this \"" + std::string(opener) + "\" has no end",
                       "close it with {% " + std::string(*(ends.end() - 1)) + " %}");
        }
        break;
      }
      if (token.kind == TokenKind::tag_begin &&
          std::ranges::find(ends, cursor_.peek(1).text) != ends.end()) {
        cursor_.take();
        break;
      }
      parse_one(body);
    }
    cursor_.leave();
    return body;
  }

 private:
  void parse_one(Body& body) {
    const Token& token = cursor_.take();
    Statement statement;
    statement.offset = token.offset;
    if (token.kind == TokenKind::text) {
      statement.text = token.text;
      body.push_back(std::move(statement));
      return;
    }
    if (token.kind == TokenKind::output_begin) {
      statement.kind = StatementKind::output;
      statement.expression = parse_expression(cursor_);
      end_of_tag(TokenKind::output_end, "}}");
      body.push_back(std::move(statement));
      return;
    }
    parse_tag(body, std::move(statement));
  }

  void end_of_tag(TokenKind kind = TokenKind::tag_end, std::string_view text = "%}") {
    if (cursor_.failed()) {
      return;
    }
    const Token& token = cursor_.peek();
    if (token.kind != kind) {
      cursor_.fail(token.offset, "\"" + std::string(token.text) + "\" was not expected here; " +
                                     std::string(text) + " was");
      return;
    }
    cursor_.take();
  }

  /// `endif`, `endblock name`, and the tag's end.
  void close(std::string_view word) {
    cursor_.skip_word(word);
    if (cursor_.peek().kind == TokenKind::name) {
      cursor_.take();
    }
    end_of_tag();
  }

  void parse_tag(Body& body, Statement statement) {
    const Token& word = cursor_.peek();
    const std::string_view tag = cursor_.expect_name("the name of a tag");
    if (tag == "if") {
      parse_if(statement);
    } else if (tag == "for") {
      parse_for(statement);
    } else if (tag == "set") {
      parse_set(statement);
    } else if (tag == "block") {
      parse_block(statement);
    } else if (tag == "extends") {
      template_.parent = parse_expression(cursor_);
      end_of_tag();
      return;
    } else if (tag == "include") {
      parse_include(statement);
    } else if (tag == "import") {
      parse_import(statement);
    } else if (tag == "from") {
      parse_from(statement);
    } else if (tag == "macro") {
      parse_macro(statement);
    } else if (tag == "with") {
      parse_with(statement);
    } else if (!cursor_.failed()) {
      unknown_tag(word);
    }
    body.push_back(std::move(statement));
  }

  void unknown_tag(const Token& word) {
    if (word.text.starts_with("end") || word.text == "else" || word.text == "elif") {
      cursor_.fail(word.offset,
                   "\"" + std::string(word.text) + "\" closes nothing that is open here");
      return;
    }
    cursor_.fail(word.offset, "there is no tag \"" + std::string(word.text) + "\"",
                 text::did_you_mean(word.text, kTags));
  }

  void parse_if(Statement& statement) {
    statement.kind = StatementKind::condition;
    const std::size_t open = statement.offset;
    Branch first;
    first.condition = parse_expression(cursor_);
    end_of_tag();
    first.body = parse_until({"elif", "else", "endif"}, open, "if");
    statement.branches.push_back(std::move(first));
    while (!cursor_.failed() && !cursor_.at_word("endif")) {
      Branch branch;
      const bool has_condition = cursor_.take().text == "elif";
      if (has_condition) {
        branch.condition = parse_expression(cursor_);
      }
      end_of_tag();
      branch.body = has_condition ? parse_until({"elif", "else", "endif"}, open, "if")
                                  : parse_until({"endif"}, open, "if");
      statement.branches.push_back(std::move(branch));
    }
    close("endif");
  }

  void parse_targets(Statement& statement) {
    const bool bracketed = cursor_.skip_symbol("(");
    do {
      statement.targets.push_back(cursor_.expect_name("the name of a variable"));
    } while (!cursor_.failed() && cursor_.skip_symbol(","));
    if (bracketed) {
      cursor_.expect_symbol(")", "after the names");
    }
  }

  void parse_for(Statement& statement) {
    statement.kind = StatementKind::loop;
    parse_targets(statement);
    if (!cursor_.failed() && !cursor_.skip_word("in")) {
      cursor_.fail(cursor_.peek().offset, "an \"in\" is missing here",
                   "write {% for paper in papers %}");
    }
    statement.expression = parse_unconditional(cursor_);
    if (cursor_.skip_word("if")) {
      statement.filter_condition = parse_unconditional(cursor_);
    }
    end_of_tag();
    statement.body = parse_until({"else", "endfor"}, statement.offset, "for");
    if (cursor_.skip_word("else")) {
      end_of_tag();
      statement.otherwise = parse_until({"endfor"}, statement.offset, "for");
    }
    close("endfor");
  }

  void parse_set(Statement& statement) {
    parse_targets(statement);
    if (cursor_.skip_symbol("=")) {
      statement.kind = StatementKind::set;
      statement.expression = parse_expression(cursor_);
      end_of_tag();
      return;
    }
    statement.kind = StatementKind::block_set;
    end_of_tag();
    statement.body = parse_until({"endset"}, statement.offset, "set");
    close("endset");
  }

  void parse_block(Statement& statement) {
    statement.kind = StatementKind::block;
    statement.text = cursor_.expect_name("the name of the block");
    end_of_tag();
    statement.body = parse_until({"endblock"}, statement.offset, "block");
    close("endblock");
  }

  void parse_include(Statement& statement) {
    statement.kind = StatementKind::include;
    statement.expression = parse_expression(cursor_);
    if (cursor_.skip_word("ignore")) {
      cursor_.skip_word("missing");
      statement.ignore_missing = true;
    }
    skip_context();
    end_of_tag();
  }

  void skip_context() {
    if (cursor_.skip_word("with") || cursor_.skip_word("without")) {
      cursor_.skip_word("context");
    }
  }

  void parse_import(Statement& statement) {
    statement.kind = StatementKind::import_names;
    statement.expression = parse_expression(cursor_);
    if (!cursor_.failed() && !cursor_.skip_word("as")) {
      cursor_.fail(cursor_.peek().offset, "an \"as\" is missing here",
                   "write {% import \"macros.html\" as ui %}");
    }
    statement.text = cursor_.expect_name("a name for what is imported");
    skip_context();
    end_of_tag();
  }

  void parse_from(Statement& statement) {
    statement.kind = StatementKind::import_names;
    statement.expression = parse_expression(cursor_);
    if (!cursor_.failed() && !cursor_.skip_word("import")) {
      cursor_.fail(cursor_.peek().offset, "an \"import\" is missing here");
    }
    do {
      const std::string_view name = cursor_.expect_name("the name of a macro");
      const std::string_view alias =
          cursor_.skip_word("as") ? cursor_.expect_name("another name for it") : name;
      statement.imported.emplace_back(name, alias);
    } while (!cursor_.failed() && cursor_.skip_symbol(","));
    skip_context();
    end_of_tag();
  }

  void parse_macro(Statement& statement) {
    statement.kind = StatementKind::macro;
    auto macro = std::make_unique<Macro>();
    macro->name = cursor_.expect_name("the name of the macro");
    statement.text = macro->name;
    cursor_.expect_symbol("(", "before the parameters");
    while (!cursor_.failed() && !cursor_.at_symbol(")")) {
      macro->parameters.push_back(cursor_.expect_name("the name of a parameter"));
      if (cursor_.skip_symbol("=")) {
        macro->defaults.push_back(parse_expression(cursor_));
      } else if (!macro->defaults.empty()) {
        cursor_.fail(cursor_.peek().offset,
                     "a parameter without a default stands after one with it");
      }
      if (!cursor_.skip_symbol(",")) {
        break;
      }
    }
    cursor_.expect_symbol(")", "after the parameters");
    end_of_tag();
    macro->body = parse_until({"endmacro"}, statement.offset, "macro");
    close("endmacro");
    statement.macro = std::move(macro);
  }

  void parse_with(Statement& statement) {
    statement.kind = StatementKind::with;
    while (!cursor_.failed() && cursor_.peek().kind == TokenKind::name) {
      statement.targets.push_back(cursor_.expect_name("the name of a variable"));
      cursor_.expect_symbol("=", "after the name");
      statement.assigned.push_back(parse_expression(cursor_));
      if (!cursor_.skip_symbol(",")) {
        break;
      }
    }
    end_of_tag();
    statement.body = parse_until({"endwith"}, statement.offset, "with");
    close("endwith");
  }

  TokenCursor& cursor_;
  Template& template_;
};

}  // namespace

void parse_statements(TokenCursor& cursor, Template& into) {
  into.body = StatementParser(cursor, into).parse_until({}, 0, "");
}

}  // namespace jinja
