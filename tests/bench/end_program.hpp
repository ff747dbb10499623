#pragma once

#include <string_view>

namespace bench {

/// For what makes figures meaningless: says why on standard error and aborts.
[[noreturn]] void end_program(std::string_view reason);

}  // namespace bench
