# sanaq_room(NAME USES ROOM... TESTED_WITH ROOM... TOGETHER SMALL APART SOURCE...): one library for the folder NAME, its headers and its arrows. What
# its tests alone use besides is named by TESTED_WITH.
#
# Every .cpp in the folder belongs to the room. What a room links beyond other rooms (Debian's libraries) stands in the
# room's own CMakeLists.txt, if it has one, as target_link_libraries(sanaq_NAME PRIVATE ...);
# in it CMAKE_CURRENT_SOURCE_DIR is src/sanaq.
function(sanaq_room name)
  cmake_parse_arguments(ROOM "TOGETHER;SMALL" "" "USES;TESTED_WITH;APART" ${ARGN})
  if(NOT SANAQ_PROGRAM AND NOT name IN_LIST SANAQ_LIBRARY_ROOMS)
    return()
  endif()
  set(folder ${CMAKE_CURRENT_SOURCE_DIR}/${name})
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  file(GLOB headers CONFIGURE_DEPENDS ${folder}/*.h)
  add_library(sanaq_${name} STATIC ${sources} ${headers})
  # For tests/CMakeLists.txt.
  set_property(GLOBAL APPEND PROPERTY SANAQ_ROOMS ${name})
  list(TRANSFORM ROOM_TESTED_WITH PREPEND sanaq::)
  set_property(GLOBAL PROPERTY SANAQ_TESTED_WITH_${name} ${ROOM_TESTED_WITH})
  add_library(sanaq::${name} ALIAS sanaq_${name})
  set_target_properties(sanaq_${name} PROPERTIES EXPORT_NAME ${name} LINKER_LANGUAGE CXX)
  target_compile_features(sanaq_${name} PUBLIC cxx_std_20)
  if(ROOM_TOGETHER AND CMAKE_BUILD_TYPE STREQUAL "Release")
    set_target_properties(sanaq_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    list(TRANSFORM ROOM_APART PREPEND ${folder}/)
    set_source_files_properties(${ROOM_APART} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
  # A room that talks and does not compute takes half the bytes, and nobody waits for it.
  if(ROOM_SMALL)
    target_compile_options(sanaq_${name} PRIVATE $<$<CONFIG:Release>:-Os>)
  endif()
  # Promised headers are installed; the others are for the house alone.
  set(promised ${SANAQ_PROMISED_HEADERS})
  list(FILTER promised INCLUDE REGEX "^${name}/")
  list(TRANSFORM promised PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  target_sources(sanaq_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${promised})
  target_include_directories(sanaq_${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>)
  # For cmake/SanaqInstall.cmake.
  set_property(GLOBAL PROPERTY SANAQ_USES_${name} ${ROOM_USES})
  target_include_directories(sanaq_${name} PRIVATE ${PROJECT_BINARY_DIR}/generated)
  foreach(room IN LISTS ROOM_USES)
    target_link_libraries(sanaq_${name} PUBLIC sanaq::${room})
  endforeach()
  target_link_libraries(sanaq_${name} PUBLIC fmt::fmt tl::expected)
  if(EXISTS ${folder}/CMakeLists.txt)
    include(${folder}/CMakeLists.txt)  # not add_subdirectory: files that a room generates belong to this scope
  endif()
endfunction()
