#include "jinja/call_arguments.hpp"

#include "jinja/subscript.hpp"
#include "values/value_operators.hpp"

namespace jinja {

CallArguments::CallArguments(const CallShape& shape, const values::Value* top)
    : height_(shape.positional + shape.names.size() + (shape.spread_list ? 1U : 0U) +
              (shape.spread_map ? 1U : 0U)) {
  const values::Value* const first = top - height_;
  arguments_.positional = {first, shape.positional};
  arguments_.named = {first + shape.positional, shape.names.size()};
  arguments_.names = shape.names;
  if (shape.spread_list || shape.spread_map) {
    spread(shape, first + shape.positional + shape.names.size());
  }
}

void CallArguments::spread(const CallShape& shape, const values::Value* first) {
  spread_ = std::make_unique<Spread>();
  auto& [positional, named, names, error] = *spread_;
  positional.assign(arguments_.positional.begin(), arguments_.positional.end());
  named.assign(arguments_.named.begin(), arguments_.named.end());
  names.assign(arguments_.names.begin(), arguments_.names.end());
  if (shape.spread_list) {
    const ValueOrReason items = items_of(*first++);
    if (!items) {
      error = "* takes a list, not " + values::describe_kind(first[-1]);
      return;
    }
    for (std::size_t i = 0; i < items->size(); ++i) {
      positional.push_back(items->at(i));
    }
  }
  if (shape.spread_map) {
    if (first->kind() != values::Kind::map) {
      error = "** takes a map, not " + values::describe_kind(*first);
      return;
    }
    for (std::size_t i = 0; i < first->size(); ++i) {
      names.push_back(first->member_name(i));
      named.push_back(first->member_value(i));
    }
  }
  arguments_ = {positional, names, named};
}

}  // namespace jinja
