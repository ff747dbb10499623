# Writes OUTPUT: a C++ source with the bytes of FILES (separated by '|', relative to BASE).
string(REPLACE "|" ";" FILES "${FILES}")
list(SORT FILES)
set(arrays "")
set(table "")
set(index 0)
foreach(file IN LISTS FILES)
  file(READ ${BASE}/${file} hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(APPEND arrays "constexpr unsigned char kBytes${index}[] = {${bytes}0};\n")
  string(APPEND table
    "    {\"${file}\", {reinterpret_cast<const char*>(kBytes${index}), ${size}}},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE ${OUTPUT}
"// Made by write_embedded_files.cmake; do not edit.
#include <array>
#include <span>

#include \"text/embedded_file.hpp\"

namespace ${NAMESPACE} {

namespace {

${arrays}
}  // namespace

std::span<const text::EmbeddedFile> ${NAME}();

std::span<const text::EmbeddedFile> ${NAME}() {
  static const std::array<text::EmbeddedFile, ${index}> files{{
${table}  }};
  return files;
}

}  // namespace ${NAMESPACE}
")
