#include "end_program.hpp"

#include <cstdlib>
#include <iostream>

namespace bench {

void end_program(std::string_view reason) {
  std::cerr << reason << std::endl;
  std::abort();
}

}  // namespace bench
