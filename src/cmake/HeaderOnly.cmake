# nlohmann/json and doctest from the system's packages. Only the one header folder of each is published, through a
# link in the build folder: em++ must never see /usr/include as a whole, which holds the host's C library.
function(mingzhang_header_only target folder)
  find_path(${folder}_parent NAMES ${folder} PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH REQUIRED
            DOC "folder that holds ${folder}/")
  set(published ${CMAKE_BINARY_DIR}/headers/${folder})
  file(MAKE_DIRECTORY ${published})
  file(CREATE_LINK ${${folder}_parent}/${folder} ${published}/${folder} SYMBOLIC)
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${target} SYSTEM INTERFACE ${published})
endfunction()

mingzhang_header_only(nlohmann_json nlohmann)
target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION JSON_USE_IMPLICIT_CONVERSIONS=0)
mingzhang_header_only(doctest doctest)
target_compile_definitions(doctest INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS
                                             DOCTEST_CONFIG_NO_POSIX_SIGNALS)
