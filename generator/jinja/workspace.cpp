#include "jinja/workspace.hpp"

namespace jinja {

void Workspace::forget_page() {
  page.clear();
  stack.clear();
  imported.clear();
  free_layers.clear();
  for (Layer& layer : layers) {
    layer.reset(nullptr, {});
    free_layers.push_back(&layer);
  }
  free_modules.clear();
  for (Module& module : modules) {
    free_modules.push_back(&module);
  }
}

}  // namespace jinja
