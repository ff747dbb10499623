#include "jinja/output_placer.hpp"

#include "values/value_operators.hpp"

#include <algorithm>

namespace jinja {

namespace {

using State = MarkupContext::State;

/// More contexts than this at one point are no template that people read.
constexpr std::size_t kMaxContexts = 64;

bool is_between_attributes(const MarkupContext& context) {
  return context.state == State::tag_name || context.state == State::in_tag ||
         context.state == State::attribute_name || context.state == State::after_attribute_name;
}

/// Whether what follows is in the same place after either: attributes may be added to a tag.
bool are_one_place(const MarkupContext& a, const MarkupContext& b) {
  return a == b || (is_between_attributes(a) && is_between_attributes(b) && a.name == b.name &&
                    a.closing == b.closing);
}

}  // namespace

ContextSet OutputPlacer::place(Body& body, ContextSet start) {
  for (std::size_t i = 0; i < body.size(); ++i) {
    next_ = i + 1 < body.size() ? &body[i + 1] : nullptr;
    place(body[i], start);
  }
  return start;
}

void OutputPlacer::place(Statement& statement, ContextSet& at) {
  std::visit([&](auto& node) { place_node(node, at, statement.offset); }, statement.node);
}

void OutputPlacer::fail(std::uint32_t offset, std::string message, std::string remedy) {
  if (quiet_ == 0 && autoescape_) {
    errors.push_back({offset, std::move(message), std::move(remedy)});
  }
}

void OutputPlacer::place_node(Text& node, ContextSet& at, std::uint32_t offset) {
  ContextSet behind;
  for (const ContextId id : at) {
    behind.push_back(contexts_.intern(advance(contexts_[id], node.text)));
  }
  std::ranges::sort(behind);
  behind.erase(std::unique(behind.begin(), behind.end()), behind.end());
  if (behind.size() > kMaxContexts) {
    fail(offset, "too many branches lead here with different markup",
         "close tags and quotes in the branch that opens them");
    behind.resize(1);
  }
  at = std::move(behind);
}

void OutputPlacer::pass_value(ContextSet& at) {
  ContextSet behind;
  for (const ContextId id : at) {
    behind.push_back(contexts_.intern(after_value(contexts_[id])));
  }
  std::ranges::sort(behind);
  behind.erase(std::unique(behind.begin(), behind.end()), behind.end());
  at = std::move(behind);
}

Placement OutputPlacer::placement_at(const ContextSet& at, std::uint32_t offset) {
  if (at.empty()) {
    return {base_, contexts_.escaping(base_)};
  }
  Placement placement{at.front(), contexts_.escaping(at.front())};
  for (const ContextId id : at) {
    const MarkupContext& context = contexts_[id];
    const bool hides_end = context.state == State::raw && !context.pending.empty();
    if (hides_end) {
      fail(offset,
           "a value behind \"" + context.pending + "\" might end the <" + context.name + ">",
           "write the \"<\" in another way");
    }
    if (context.url == MarkupContext::Url::code) {
      fail(offset, "the address in which this stands is code, or its scheme comes from a value",
           "begin the address with /, https:// or one whole value");
    }
    if (context.attribute == "srcdoc" && context.state == State::value &&
        (context.tail == "<script" || context.tail == "<style")) {
      fail(offset, "this stands inside code that an attribute holds as a text",
           "make the whole value with {% set %}, and print that");
    }
    if (contexts_.escaping(id) == placement.escaping) {
      continue;
    }
    if (are_one_place(context, contexts_[placement.context])) {
      // A tag's name, or its attributes: after the name there is a blank in any case.
      placement = {context.state == State::tag_name ? placement.context : id,
                   Escaping(Escape::attribute_name)};
      continue;
    }
    fail(offset,
         "depending on the branches before it, this stands in " +
             describe(contexts_[placement.context]) + " or in " + describe(context) +
             ", where values are escaped in different ways",
         "close tags and quotes in the branch that opens them");
    break;
  }
  return placement;
}

ContextId OutputPlacer::single_context(const ContextSet& at, std::string_view what,
                                       std::uint32_t offset) {
  if (at.empty()) {
    return base_;
  }
  for (const ContextId id : at) {
    if (!are_one_place(contexts_[id], contexts_[at.front()]) &&
        contexts_.escaping(id) != contexts_.escaping(at.front())) {
      fail(offset,
           "depending on the branches before it, " + std::string(what) + " stands in " +
               describe(contexts_[at.front()]) + " or in " + describe(contexts_[id]),
           "close tags and quotes in the branch that opens them");
      break;
    }
  }
  return at.front();
}

void OutputPlacer::request(ContextRequest request) {
  if (autoescape_ && quiet_ == 0) {
    requests.push_back(request);
  }
}

/// A macro or block that is called where its output goes is compiled for that place.
void OutputPlacer::request_for_call(const Call& call, ContextId context) {
  const Expression* callee = call.callee.get();
  if (const Attribute* attribute = std::get_if<Attribute>(&callee->node)) {
    const Name* object = std::get_if<Name>(&attribute->object->node);
    if (object != nullptr && object->name == "self") {
      request({ContextRequest::Kind::block, nullptr, attribute->name, context});
      return;
    }
  }
  const Name* name = std::get_if<Name>(&callee->node);
  if (name != nullptr && name->name == "super") {
    request({ContextRequest::Kind::super_block, nullptr, {}, context});
    return;
  }
  request({ContextRequest::Kind::macro, callee, {}, context});
}

/// Whether a text follows that belongs to the same attribute without quotes.
bool OutputPlacer::word_goes_on() const {
  const Text* text = next_ == nullptr ? nullptr : std::get_if<Text>(&next_->node);
  return text != nullptr && !text->text.empty() &&
         std::string_view(" \t\n\r\f>").find(text->text.front()) == std::string_view::npos;
}

void OutputPlacer::place_node(Output& node, ContextSet& at, std::uint32_t /*offset*/) {
  node.placement = placement_at(at, node.value.start);
  Escaping& escaping = node.placement.escaping;
  if (escaping.wrapper() == Wrapper::unquoted_start && word_goes_on()) {
    escaping = Escaping(escaping.escape(), Wrapper::unquoted);  // an empty value is no harm
  }
  if (const Call* call = std::get_if<Call>(&node.value.node)) {
    request_for_call(*call, node.placement.context);
  }
  pass_value(at);
}

void OutputPlacer::place_node(If& node, ContextSet& at, std::uint32_t /*offset*/) {
  ContextSet end = place(node.otherwise, at);
  for (If::Branch& branch : node.branches) {
    unite(end, place(branch.body, at));
  }
  at = std::move(end);
}

/// Follows a loop's body from `head` and from wherever it comes back to.
OutputPlacer::Loop OutputPlacer::place_loop_body(Body& body, ContextSet& head) {
  static constexpr int kMaxRounds = 40;
  ++quiet_;
  for (int round = 0; round < kMaxRounds; ++round) {
    loops_.emplace_back();
    ContextSet end = place(body, head);
    unite(end, loops_.back().next);
    loops_.pop_back();
    const std::size_t before = head.size();
    unite(head, end);
    if (head.size() == before || head.size() > kMaxContexts) {
      break;
    }
  }
  --quiet_;
  loops_.emplace_back();
  place(body, head);
  Loop loop = std::move(loops_.back());
  loops_.pop_back();
  return loop;
}

void OutputPlacer::place_node(For& node, ContextSet& at, std::uint32_t offset) {
  ContextSet otherwise = place(node.otherwise, at);
  const Loop loop = place_loop_body(node.body, at);
  if (at.size() > kMaxContexts) {
    fail(offset, "each round of this loop leaves other markup open",
         "close tags and quotes in the round that opens them");
    at.resize(1);
  }
  unite(at, loop.left);
  unite(at, otherwise);
}

void OutputPlacer::place_captured(Body& body, std::string_view what, std::uint32_t offset) {
  std::vector<Loop> outer;
  outer.swap(loops_);
  const ContextSet end = place(body, {base_});
  outer.swap(loops_);
  check_end(base_, end, what, offset);
}

void OutputPlacer::place_node(SetBlock& node, ContextSet& /*at*/, std::uint32_t offset) {
  place_captured(node.body, "this \"set\"", offset);
}

void OutputPlacer::place_node(Block& node, ContextSet& at, std::uint32_t offset) {
  const std::string what = "the block \"" + std::string(node.name) + "\"";
  node.placement.context = single_context(at, what, offset);
  request({ContextRequest::Kind::block, nullptr, node.name, node.placement.context});
}

void OutputPlacer::place_node(Include& node, ContextSet& at, std::uint32_t offset) {
  node.placement.context = single_context(at, "what is included here", offset);
  request({ContextRequest::Kind::include, &node.templates, {}, node.placement.context});
}

void OutputPlacer::place_node(CallBlock& node, ContextSet& at, std::uint32_t offset) {
  node.placement = placement_at(at, offset);
  request_for_call(std::get<Call>(node.call.node), node.placement.context);
  pass_value(at);
}

void OutputPlacer::place_node(With& node, ContextSet& at, std::uint32_t /*offset*/) {
  at = place(node.body, std::move(at));
}

void OutputPlacer::place_node(FilterBlock& node, ContextSet& at, std::uint32_t offset) {
  place_captured(node.body, "this \"filter\"", offset);
  node.placement = placement_at(at, offset);
  pass_value(at);
}

void OutputPlacer::place_node(Autoescape& node, ContextSet& at, std::uint32_t /*offset*/) {
  const Literal* literal = std::get_if<Literal>(&node.enabled.node);
  const bool outer = autoescape_;
  autoescape_ = literal == nullptr || values::is_true(literal->value);
  at = place(node.body, std::move(at));
  autoescape_ = outer;
}

void OutputPlacer::place_node(LoopControl& node, ContextSet& at, std::uint32_t /*offset*/) {
  if (!loops_.empty()) {
    unite(node == LoopControl::break_loop ? loops_.back().left : loops_.back().next, at);
  }
  at.clear();
}

bool OutputPlacer::ends_in_place(ContextId start, const ContextSet& end) const {
  const MarkupContext& begun = contexts_[start];
  return std::ranges::all_of(end, [&](ContextId id) {
    const MarkupContext& ended = contexts_[id];
    // An address or a script may have gone on; what counts is how values behind it are escaped.
    const bool goes_on = begun.state == ended.state && begun.name == ended.name &&
                         begun.attribute == ended.attribute && begun.quote == ended.quote &&
                         begun.code == ended.code;
    return goes_on || are_one_place(begun, ended);
  });
}

void OutputPlacer::check_end(ContextId start, const ContextSet& end, std::string_view what,
                             std::uint32_t offset) {
  for (const ContextId id : end) {
    if (!ends_in_place(start, {id})) {
      fail(offset,
           std::string(what) + " begins in " + describe(contexts_[start]) + " and ends in " +
               describe(contexts_[id]),
           "close tags and quotes where they are opened: what is shown behind it cannot be "
           "escaped otherwise");
      return;
    }
  }
}

}  // namespace jinja
