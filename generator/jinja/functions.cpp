#include "jinja/subscript.hpp"
#include "jinja/template_object.hpp"
#include "values/value_operators.hpp"

#include <array>

/// The functions that every template sees.
namespace jinja {

using diagnostics::because;
using values::Value;

namespace {

/// range() makes lists of at most this many numbers: a longer one is a mistake.
constexpr std::int64_t kMaxRange = 100'000;

class Cycler final : public TemplateObject {
 public:
  static constexpr Type kType = Type::cycler;

  explicit Cycler(values::List items) : items_(std::move(items)) {}

  [[nodiscard]] Type type() const override { return kType; }

  [[nodiscard]] Value field(std::string_view name) const override {
    return name == "current" ? items_[position_] : Value();
  }

  std::optional<ValueOrReason> call_method(std::string_view name,
                                           const Arguments& /*arguments*/) override {
    if (name == "next") {
      Value current = items_[position_];
      position_ = (position_ + 1) % items_.size();
      return current;
    }
    if (name == "reset") {
      position_ = 0;
      return Value::none();
    }
    return std::nullopt;
  }

 private:
  values::List items_;
  std::size_t position_ = 0;
};

ValueOrReason make_range(const Arguments& arguments) {
  std::array<std::int64_t, 3> bounds = {0, 0, 1};
  const std::size_t given = arguments.positional.size();
  for (std::size_t i = 0; i < given; ++i) {
    if (!values::is_whole(arguments.positional[i])) {
      return because("it takes integers, not " + values::describe_kind(arguments.positional[i]));
    }
    bounds[given == 1 ? 1 : i] = values::whole(arguments.positional[i]);
  }
  const auto [start, stop, step] = bounds;
  if (step == 0) {
    return because("the step is not 0");
  }
  values::List numbers;
  for (std::int64_t at = start; step > 0 ? at < stop : at > stop;) {
    if (std::ssize(numbers) == kMaxRange) {
      return because("it would have more than " + std::to_string(kMaxRange) + " numbers");
    }
    numbers.push_back(Value::integer(at));
    if (__builtin_add_overflow(at, step, &at)) {
      break;
    }
  }
  return Value::list(std::move(numbers));
}

/// Members of the first argument, which is a map or a list of pairs, then the named ones.
diagnostics::OrReason<values::Map> make_members(const Arguments& arguments) {
  values::Map members;
  if (!arguments.positional.empty()) {
    const Value& from = arguments.positional.front();
    if (from.kind() != values::Kind::map && from.kind() != values::Kind::list) {
      return because("it takes a map or a list of pairs, not " + values::describe_kind(from));
    }
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (from.kind() == values::Kind::map) {
        members.set(std::string(from.member_name(i)), from.member_value(i));
      } else {
        members.set(values::printed(from.at(i).at(0)), from.at(i).at(1));
      }
    }
  }
  for (std::size_t i = 0; i < arguments.names.size(); ++i) {
    members.set(std::string(arguments.names[i]), arguments.named[i]);
  }
  return members;
}

ValueOrReason make_dict(const Arguments& arguments) {
  auto members = make_members(arguments);
  if (!members) {
    return because(members.error());
  }
  return Value::map(std::move(*members));
}

ValueOrReason make_namespace(const Arguments& arguments) {
  auto members = make_members(arguments);
  if (!members) {
    return because(members.error());
  }
  auto name_space = std::make_shared<Namespace>();
  name_space->members = std::move(*members);
  return Value::object(std::move(name_space));
}

ValueOrReason make_cycler(const Arguments& arguments) {
  return Value::object(std::make_shared<Cycler>(
      values::List(arguments.positional.begin(), arguments.positional.end())));
}

ValueOrReason make_joiner(const Arguments& arguments) {
  const Value* const separator = arguments.find(0, "sep");
  return Value::object(
      std::make_shared<Joiner>(separator == nullptr ? Value::view(", ") : *separator));
}

}  // namespace

std::vector<std::pair<std::string_view, Value>> builtin_functions() {
  static constexpr std::string_view kSeparator[] = {"sep"};
  static constexpr std::string_view kBounds[] = {"start", "stop", "step"};
  static constexpr std::string_view kFrom[] = {"from"};
  const auto function = [](std::string_view name, Signature signature,
                           Function::Implementation call) {
    return std::pair(name, Value::object(std::make_shared<Function>(name, signature, call)));
  };
  return {function("range", {1, kBounds, false}, make_range),
          function("dict", {0, kFrom, true}, make_dict),
          function("namespace", {0, kFrom, true}, make_namespace),
          function("cycler", {1, {}, true}, make_cycler),
          function("joiner", {0, kSeparator, false}, make_joiner)};
}

}  // namespace jinja
