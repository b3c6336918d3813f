# What `cmake --install build --component library` puts where others find it: the rooms of SANAQ_LIBRARY_ROOMS, their promised headers
# and what find_package(sanaq) reads.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(targets)
set(SANAQ_ROOM_USES)
foreach(room IN LISTS SANAQ_LIBRARY_ROOMS)
  list(APPEND targets sanaq_${room})
  get_property(uses GLOBAL PROPERTY SANAQ_USES_${room})
  string(APPEND SANAQ_ROOM_USES "set(_sanaq_uses_${room} ${uses})\n")
endforeach()
install(TARGETS ${targets} EXPORT sanaqTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT library)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/sanaq)
install(EXPORT sanaqTargets NAMESPACE sanaq:: DESTINATION ${package} COMPONENT library)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/sanaqConfig.cmake.in ${PROJECT_BINARY_DIR}/sanaqConfig.cmake INSTALL_DESTINATION ${package})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/sanaqConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/sanaqConfig.cmake ${PROJECT_BINARY_DIR}/sanaqConfigVersion.cmake DESTINATION ${package} COMPONENT library)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/examples/use-the-library DESTINATION ${CMAKE_INSTALL_DATADIR}/sanaq/examples COMPONENT library)
