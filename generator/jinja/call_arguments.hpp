#pragma once

#include "jinja/machine.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jinja {

/// The arguments of a call, which stand on top of a frame's stack as a CallShape says. `*` and
/// `**` are spread out into storage of their own.
class CallArguments {
 public:
  CallArguments(const CallShape& shape, const values::Value* top);

  [[nodiscard]] const Arguments& get() const { return arguments_; }

  /// How many values of the stack they are.
  [[nodiscard]] std::size_t height() const { return height_; }

  /// Why they cannot be spread; empty if they could.
  [[nodiscard]] std::string error() const { return spread_ ? spread_->error : std::string(); }

  [[nodiscard]] bool failed() const { return spread_ && !spread_->error.empty(); }

 private:
  /// Few calls have `*` or `**`.
  struct Spread {
    std::vector<values::Value> positional;
    std::vector<values::Value> named;
    std::vector<std::string_view> names;
    std::string error;
  };

  void spread(const CallShape& shape, const values::Value* first);

  Arguments arguments_;
  std::size_t height_;
  std::unique_ptr<Spread> spread_;
};

}  // namespace jinja
