#pragma once

#include "jinja/machine.hpp"

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
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  void spread(const CallShape& shape, const values::Value* first);

  Arguments arguments_;
  std::size_t height_;
  std::vector<values::Value> positional_;
  std::vector<values::Value> named_;
  std::vector<std::string_view> names_;
  std::string error_;
};

}  // namespace jinja
