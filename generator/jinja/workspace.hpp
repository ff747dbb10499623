#pragma once

#include "jinja/layer.hpp"
#include "jinja/output_buffer.hpp"
#include "jinja/template_object.hpp"
#include "jinja/value_stack.hpp"

#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace jinja {

/// The memory that rendering a page takes. A thread keeps it for its next page, so that most pages
/// allocate nothing but what they make themselves.
struct Workspace {
  std::vector<const values::Value*> global_base;   ///< by NameId
  std::vector<const values::Value*> context_base;  ///< by NameId
  ValueStack stack;
  OutputBuffer page;
  OutputBuffer discarded;            ///< output that nobody gets
  std::deque<OutputBuffer> buffers;  ///< of captures, as many as were ever open at once
  std::vector<OutputBuffer*> outer_outs;
  std::string escaped;  ///< a value on its way to the output
  std::deque<Module> modules;
  std::deque<Layer> layers;
  std::vector<Module*> free_modules;
  std::vector<Layer*> free_layers;
  std::vector<std::pair<const Template*, Module*>> imported;
  std::vector<std::shared_ptr<Loop>> free_loops;

  /// Lets go of everything that belongs to the page, which must have been rendered to its end.
  void forget_page();
};

}  // namespace jinja
