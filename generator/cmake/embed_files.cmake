# embed_files(NAMESPACE NAME FILES...): makes NAME.hpp and NAME.cpp, which hold the bytes of FILES
# in the program, and adds them to the library. `<namespace>::<name>()` gives a span of
# `text::EmbeddedFile`, sorted by path; paths are relative to BASE.
#
#   embed_files(NAMESPACE site NAME builtin_templates BASE ${dir} FILES a.html partials/b.html)
set(EMBED_FILES_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/write_embedded_files.cmake)

function(embed_files)
  cmake_parse_arguments(PARSE_ARGV 0 ARG "" "NAMESPACE;NAME;BASE" "FILES")
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${ARG_NAME}.cpp)
  list(TRANSFORM ARG_FILES PREPEND ${ARG_BASE}/ OUTPUT_VARIABLE absolute_files)
  list(JOIN ARG_FILES "|" joined)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DNAMESPACE=${ARG_NAMESPACE} -DNAME=${ARG_NAME} -DBASE=${ARG_BASE}
            -DFILES=${joined} -DOUTPUT=${output} -P ${EMBED_FILES_SCRIPT}
    DEPENDS ${absolute_files} ${EMBED_FILES_SCRIPT}
    VERBATIM
    COMMENT "Embedding ${ARG_NAME}")
  # A custom command is known in its own folder only, and the library is made in another one: the
  # target carries the rule there.
  add_custom_target(${ARG_NAME}_files DEPENDS ${output})
  add_dependencies(sitegen_library ${ARG_NAME}_files)
  target_sources(sitegen_library PRIVATE ${output})
  set_source_files_properties(${output} TARGET_DIRECTORY sitegen_library PROPERTIES GENERATED ON)
endfunction()
