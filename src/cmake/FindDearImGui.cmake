# Dear ImGui 1.92 or later as the target `imgui`, for the page only: the core, the OpenGL back end, and the settings of
# imgui_config.h, which everything that includes it sees too.
#
# Looked for in this order: the folder that -DIMGUI_DIR names, the download cache that all presets share
# (build/deps/imgui), Debian's source package (web/fetch-imgui.sh), upstream's release tag. Known to work: 1.92.2b;
# a later one builds with a warning.
set(IMGUI_DIR "" CACHE PATH "Folder with the sources of Dear ImGui 1.92 or later; empty: found or fetched")
set(imgui_known_version "1.92.2b")
# SHA-256 over the SHA-256s of the compiled files: the same whichever road they came.
set(imgui_known_sha256 5a70076d8e6ec6a08d1447f82e285bec0e44f47fa87ad40302e0bc283a835355)
set(imgui_sources imgui.cpp imgui_draw.cpp imgui_tables.cpp imgui_widgets.cpp backends/imgui_impl_opengl3.cpp)

set(imgui_folder ${CMAKE_SOURCE_DIR}/build/deps/imgui)
if(IMGUI_DIR)
  set(imgui_folder ${IMGUI_DIR})
  if(NOT EXISTS ${imgui_folder}/imgui.h)
    message(FATAL_ERROR "IMGUI_DIR is ${IMGUI_DIR}, but there is no imgui.h in it. Give the folder of an unpacked "
                        "release of Dear ImGui, or leave IMGUI_DIR empty.")
  endif()
elseif(NOT EXISTS ${imgui_folder}/imgui.h)
  message(STATUS "Fetching Dear ImGui from Debian's source package")
  execute_process(COMMAND sh ${CMAKE_SOURCE_DIR}/web/fetch-imgui.sh ${imgui_folder}
                  RESULT_VARIABLE imgui_failed OUTPUT_VARIABLE imgui_log ERROR_VARIABLE imgui_log)
  if(imgui_failed)
    message(STATUS "${imgui_log}\n   Trying upstream's release v${imgui_known_version} instead")
    include(FetchContent)
    FetchContent_Declare(imgui_upstream SOURCE_DIR ${imgui_folder} GIT_REPOSITORY https://github.com/ocornut/imgui.git
                         GIT_TAG v${imgui_known_version} GIT_SHALLOW TRUE)
    FetchContent_MakeAvailable(imgui_upstream)
  endif()
endif()

file(STRINGS ${imgui_folder}/imgui.h imgui_version REGEX "^#define IMGUI_VERSION +\"")
string(REGEX REPLACE ".*\"([^\"]+)\".*" "\\1" imgui_version "${imgui_version}")
if(imgui_version VERSION_LESS 1.92)
  message(FATAL_ERROR "${imgui_folder} holds Dear ImGui ${imgui_version}; the page needs 1.92 or later, "
                      "the first with fonts that grow as text is shown.")
elseif(NOT imgui_version STREQUAL imgui_known_version)
  message(WARNING "Building with Dear ImGui ${imgui_version}; ${imgui_known_version} is the version known to work.")
elseif(NOT IMGUI_DIR)
  set(imgui_hashes "")
  foreach(source IN LISTS imgui_sources)
    file(SHA256 ${imgui_folder}/${source} imgui_hash)
    string(APPEND imgui_hashes ${imgui_hash})
  endforeach()
  string(SHA256 imgui_hash "${imgui_hashes}")
  if(NOT imgui_hash STREQUAL imgui_known_sha256)
    message(FATAL_ERROR "The files in ${imgui_folder} are not those of Dear ImGui ${imgui_known_version}. "
                        "Delete the folder, then configure again.")
  endif()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(DearImGui REQUIRED_VARS imgui_folder VERSION_VAR imgui_version)

if(NOT TARGET imgui)
  list(TRANSFORM imgui_sources PREPEND ${imgui_folder}/)
  add_library(imgui STATIC ${imgui_sources})
  # Other people's code: no warnings, and small rather than fast (-Oz saves 21 KB of the page, frames stay far below 16 ms).
  target_compile_features(imgui PUBLIC cxx_std_20)
  target_compile_options(imgui PRIVATE -w -Oz -fno-exceptions -fno-rtti -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
  target_include_directories(imgui SYSTEM PUBLIC ${imgui_folder} ${imgui_folder}/backends)
  target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="${CMAKE_CURRENT_LIST_DIR}/imgui_config.h")
endif()
