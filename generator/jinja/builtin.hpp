#pragma once

#include "diagnostics/expected.hpp"
#include "jinja/arguments.hpp"
#include "values/value.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jinja {

struct Program;

/// What a filter or test may know about where it is called.
struct CallSite {
  const Program& program;
  bool autoescape = false;
};

using ValueOrReason = diagnostics::OrReason<values::Value>;

/// The parameters of a built-in filter, test or function, for checks and for arguments by name.
struct Signature {
  std::size_t required = 0;
  std::span<const std::string_view> parameters;
  bool open = false;  ///< takes any further arguments

  /// What is wrong with so many positional arguments and these names; empty if nothing is.
  [[nodiscard]] std::string check(std::size_t positional,
                                  std::span<const std::string_view> names) const;
};

}  // namespace jinja
