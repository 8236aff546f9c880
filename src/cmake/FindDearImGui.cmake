# Dear ImGui 1.92 or later as the target `imgui`, for the page only: the core, the OpenGL back end, and the settings of
# imgui_config.h, which everything that includes it sees too. 1.92 is the first with fonts that grow as text is shown.
include(SourcePackage)
mingzhang_source_package(
  NAME imgui TITLE "Dear ImGui" FILE imgui.h VERSION_REGEX "#define IMGUI_VERSION +\"([^\"]+)\""
  KNOWN 1.92.2b MINIMUM 1.92
  SOURCES imgui.cpp imgui_draw.cpp imgui_tables.cpp imgui_widgets.cpp backends/imgui_impl_opengl3.cpp
  SHA256 5a70076d8e6ec6a08d1447f82e285bec0e44f47fa87ad40302e0bc283a835355
  UPSTREAM https://github.com/ocornut/imgui.git TAG v1.92.2b)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(DearImGui REQUIRED_VARS imgui_folder)

if(NOT TARGET imgui)
  list(FILTER imgui_sources EXCLUDE REGEX "imgui_tables")  # platform/no_tables.cpp says why
  mingzhang_source_library(imgui ${imgui_folder} ${imgui_sources})
  # Small rather than fast: -Oz saves 21 KB of the page, frames stay far below 16 ms.
  target_compile_features(imgui PUBLIC cxx_std_20)
  target_compile_options(imgui PRIVATE -Oz)
  target_include_directories(imgui SYSTEM PUBLIC ${imgui_folder}/backends)
  target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="${CMAKE_CURRENT_LIST_DIR}/imgui_config.h")
endif()
