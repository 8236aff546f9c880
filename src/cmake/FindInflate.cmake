# The unpacking half of zlib, and its CRC-32, as the target `inflate`.
include(SourcePackage)
mingzhang_source_package(
  NAME zlib TITLE zlib FILE zlib.h VERSION_REGEX "#define ZLIB_VERSION \"([0-9.]+)" KNOWN 1.2.13 MINIMUM 1.2.11
  SOURCES adler32.c crc32.c inffast.c inflate.c inftrees.c zutil.c
  SHA256 8a5cb355057ee04e8c18d0e193366392c67cbef7cebcd1ff8529035094210c6a
  UPSTREAM https://github.com/madler/zlib.git TAG v1.2.13)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Inflate REQUIRED_VARS zlib_folder)

if(NOT TARGET inflate)
  mingzhang_source_library(inflate ${zlib_folder} ${zlib_sources})
  target_compile_definitions(inflate PRIVATE NO_GZIP)
  if(EMSCRIPTEN)
    # CRC-32 byte by byte: its large tables are 35 KB of the page that no compression makes smaller.
    target_compile_definitions(inflate PRIVATE Z_TESTW=0)
  endif()
endif()
