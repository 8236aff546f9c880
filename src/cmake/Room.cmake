# A room is a folder of src/ built as one static library `mingzhang_<name>`.
#
# Its headers are included as "<name>/<header>.h". Each room is published through an include folder of its own that
# holds nothing but a link to it, so a header is found only where the room is linked: a wrong include does not build.
add_library(mingzhang_options INTERFACE)
target_compile_features(mingzhang_options INTERFACE cxx_std_20)
target_compile_options(mingzhang_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Werror
  # g++ 12 takes an enumerator of a scoped enumeration (Level::none) for one that hides a name outside it (none).
  $<IF:$<CXX_COMPILER_ID:GNU>,-Wshadow=local,-Wshadow>
  -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
# Failure is a value here (text/result.h), natively too, so that both builds behave alike.
target_compile_options(mingzhang_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
if(EMSCRIPTEN)
  # Optimised once more over the whole program: the page is 23 KB smaller as brotli, and a tenth faster. The instructions are
  # those that the oldest engines (web/early.js) have: smaller code for float to integer, signs, copying.
  foreach(language C CXX)
    string(APPEND CMAKE_${language}_FLAGS_RELEASE " -flto -mnontrapping-fptoint -msign-ext -mbulk-memory")
  endforeach()
endif()

# SMALL: of code that runs once for a click or a start, the page's bytes count more than its speed.
function(mingzhang_room name)
  cmake_parse_arguments(ROOM "SMALL" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  set(published ${CMAKE_BINARY_DIR}/rooms/${name})
  file(MAKE_DIRECTORY ${published})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${published}/${name} SYMBOLIC)

  add_library(mingzhang_${name} STATIC ${ROOM_SOURCES})
  target_include_directories(mingzhang_${name} PUBLIC ${published})
  target_link_libraries(mingzhang_${name} PRIVATE mingzhang_options ${ROOM_LIBRARIES})
  if(EMSCRIPTEN AND ROOM_SMALL)
    target_compile_options(mingzhang_${name} PRIVATE -Oz)
  endif()
  foreach(used IN LISTS ROOM_USES)
    target_link_libraries(mingzhang_${name} PUBLIC mingzhang_${used})
  endforeach()
endfunction()
