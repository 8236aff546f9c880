# For the wasm build: a program of its own under Node.js, with the machine's files.
function(mingzhang_runs_under_node target)
  target_link_options(${target} PRIVATE -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1 -sTOTAL_STACK=1048576 -sEXIT_RUNTIME=1)
endfunction()

# One test program per room, run natively and, built by Emscripten, under Node.js: the same sources both ways.
# A test may read files of the repository below MINGZHANG_SOURCE_DIR.
function(mingzhang_unit_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(unit_${name} ${TEST_SOURCES})
  target_link_libraries(unit_${name} PRIVATE mingzhang_options mingzhang_doctest_main doctest ${TEST_LIBRARIES})
  # The rooms are tested as they are published; the tests themselves need no optimiser, which doctest keeps busy.
  target_compile_options(unit_${name} PRIVATE -O0)
  target_compile_definitions(unit_${name} PRIVATE MINGZHANG_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  if(EMSCRIPTEN)
    mingzhang_runs_under_node(unit_${name})
    # Without passes over the whole program, LLVM's or Binaryen's, which take longer than the tests themselves.
    target_link_options(unit_${name} PRIVATE -O1 -sASSERTIONS=0 $<$<CONFIG:Release>:-Wl,--lto-O0>)
    # Node 18 and later have a fetch that the loader of older Emscripten releases mistakes for a browser's.
    add_test(NAME wasm.unit.${name} COMMAND node --no-experimental-fetch $<TARGET_FILE:unit_${name}>)
  else()
    add_test(NAME unit.${name} COMMAND unit_${name})
  endif()
endfunction()
