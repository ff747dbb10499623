#pragma once

#include <string_view>

// What the fuzz targets do with their bytes; they abort when a promise is broken.
namespace fuzz {

void read_digest(std::string_view bytes);
void render_template(std::string_view bytes);
void read_yaml(std::string_view bytes);
void convert_markdown(std::string_view bytes);

}  // namespace fuzz
