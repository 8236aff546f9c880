# pugixml's parser as the target `pugixml`, without exceptions, XPath and streams.
include(SourcePackage)
mingzhang_source_package(
  NAME pugixml TITLE pugixml FILE src/pugixml.hpp VERSION_REGEX "pugixml parser - version ([0-9.]+)" KNOWN 1.13 MINIMUM 1.10
  SOURCES src/pugixml.cpp src/pugixml.hpp src/pugiconfig.hpp
  SHA256 638b1d447d78e141457c4d44a844d9a4dc331b33a949e15aa2ce718d20826c9b
  UPSTREAM https://github.com/zeux/pugixml.git TAG v1.13)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Pugixml REQUIRED_VARS pugixml_folder)

if(NOT TARGET pugixml)
  mingzhang_source_library(pugixml ${pugixml_folder}/src ${pugixml_folder}/src/pugixml.cpp)
  target_compile_options(pugixml PRIVATE $<$<BOOL:${EMSCRIPTEN}>:-Oz>)  # of the page; fast enough all the same
  target_compile_definitions(pugixml PUBLIC PUGIXML_NO_EXCEPTIONS PUGIXML_NO_XPATH PUGIXML_NO_STL
                             PUGIXML_COMPACT)  # a fifth of the memory; a sheet has a million cells
endif()
