#include "site/generator_name.hpp"

namespace site {

std::string_view generator_name() {
  return "sitegen " SITEGEN_VERSION;
}

}  // namespace site
