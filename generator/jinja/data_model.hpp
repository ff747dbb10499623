#pragma once

#include "values/record_type.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jinja {

/// A name that templates see, and what to expect of it.
struct Variable {
  std::string name;
  values::Shape shape;
};

/// What the host gives to templates, so that they can be checked before anything is rendered.
struct DataModel {
  /// A kind of page.
  struct Page {
    std::vector<std::string> templates;  ///< that a page of this kind is rendered with
    std::vector<Variable> variables;     ///< of its context
  };

  std::vector<Variable> globals;  ///< equal for all pages
  std::vector<Page> pages;

  /// Nothing is known: then no name is questioned.
  [[nodiscard]] bool empty() const { return globals.empty() && pages.empty(); }
};

}  // namespace jinja
