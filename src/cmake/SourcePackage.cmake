# Other people's code that is compiled into ours, natively and as wasm from the same files, so that both behave alike.
#
#   mingzhang_source_package(NAME zlib TITLE zlib FILE zlib.h VERSION_REGEX "…([0-9.]+)…" KNOWN 1.2.13 MINIMUM 1.2.11
#                            SOURCES inflate.c … SHA256 … UPSTREAM https://… TAG v1.2.13)
#
# finds the folder and sets <name>_folder and <name>_sources (with the folder) for the caller. Looked for in this order:
# the folder that -D<NAME>_DIR names, the download cache that all presets share (build/deps/<name>), Debian's source package
# (web/fetch-sources.sh), upstream's release tag. VERSION_REGEX finds the version in FILE. A version other than KNOWN builds
# with a warning, one below MINIMUM does not build. SHA256 is over the SHA-256s of SOURCES: the same whichever road they came.
function(mingzhang_source_package)
  cmake_parse_arguments(PACKAGE "" "NAME;TITLE;FILE;VERSION_REGEX;KNOWN;MINIMUM;SHA256;UPSTREAM;TAG" "SOURCES" ${ARGN})
  string(TOUPPER ${PACKAGE_NAME}_DIR option)
  set(${option} "" CACHE PATH "Folder with the sources of ${PACKAGE_TITLE} ${PACKAGE_MINIMUM} or later; empty: found or fetched")
  set(folder ${CMAKE_SOURCE_DIR}/build/deps/${PACKAGE_NAME})
  if(${option})
    set(folder ${${option}})
    if(NOT EXISTS ${folder}/${PACKAGE_FILE})
      message(FATAL_ERROR "${option} is ${folder}, but there is no ${PACKAGE_FILE} in it. Give the folder of an unpacked "
                          "release of ${PACKAGE_TITLE}, or leave ${option} empty.")
    endif()
  elseif(NOT EXISTS ${folder}/${PACKAGE_FILE})
    message(STATUS "Fetching ${PACKAGE_TITLE} from Debian's source package")
    execute_process(COMMAND sh ${CMAKE_SOURCE_DIR}/web/fetch-sources.sh ${CMAKE_SOURCE_DIR}/build/deps ${PACKAGE_NAME}
                    RESULT_VARIABLE failed OUTPUT_VARIABLE log ERROR_VARIABLE log)
    if(failed)
      message(STATUS "${log}\n   Trying upstream's release ${PACKAGE_TAG} instead")
      include(FetchContent)
      FetchContent_Declare(${PACKAGE_NAME}_upstream SOURCE_DIR ${folder} SOURCE_SUBDIR none GIT_REPOSITORY ${PACKAGE_UPSTREAM}
                           GIT_TAG ${PACKAGE_TAG} GIT_SHALLOW TRUE)
      FetchContent_MakeAvailable(${PACKAGE_NAME}_upstream)
    endif()
  endif()

  file(STRINGS ${folder}/${PACKAGE_FILE} version REGEX "${PACKAGE_VERSION_REGEX}" LIMIT_COUNT 1)
  string(REGEX MATCH "${PACKAGE_VERSION_REGEX}" version "${version}")
  set(version "${CMAKE_MATCH_1}")
  if(NOT version OR version VERSION_LESS PACKAGE_MINIMUM)
    message(FATAL_ERROR "${folder} holds ${PACKAGE_TITLE} ${version}; ${PACKAGE_MINIMUM} or later is needed.")
  elseif(NOT version STREQUAL PACKAGE_KNOWN)
    message(WARNING "Building with ${PACKAGE_TITLE} ${version}; ${PACKAGE_KNOWN} is the version known to work.")
  elseif(NOT ${option})
    set(hashes "")
    foreach(source IN LISTS PACKAGE_SOURCES)
      file(SHA256 ${folder}/${source} hash)
      string(APPEND hashes ${hash})
    endforeach()
    string(SHA256 hash "${hashes}")
    if(NOT hash STREQUAL PACKAGE_SHA256)
      message(FATAL_ERROR "The files in ${folder} are not those of ${PACKAGE_TITLE} ${version} (${hash}). "
                          "Delete the folder, then configure again.")
    endif()
  endif()
  list(TRANSFORM PACKAGE_SOURCES PREPEND ${folder}/)
  set(${PACKAGE_NAME}_folder ${folder} PARENT_SCOPE)
  set(${PACKAGE_NAME}_sources ${PACKAGE_SOURCES} PARENT_SCOPE)
endfunction()

# A static library of such sources: no warnings, no exceptions, the same bytes in every folder.
function(mingzhang_source_library target folder)
  add_library(${target} STATIC ${ARGN})
  target_compile_options(${target} PRIVATE -w -fno-exceptions $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>
                                           -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
  target_include_directories(${target} SYSTEM PUBLIC ${folder})
endfunction()
