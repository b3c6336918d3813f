# What the packages hold, one row a thing: a later part adds its row. `make deb` makes both, `cmake --install` the same trees.
include(GNUInstallDirs)
set(docs ${CMAKE_INSTALL_DATADIR}/doc/sanaq)
set(made ${PROJECT_BINARY_DIR}/package)

# Made from the program itself.
add_custom_command(OUTPUT ${made}/stamp
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${made}
  COMMAND ${PROJECT_SOURCE_DIR}/tools/make-package-files $<TARGET_FILE:sanaq_program> ${made} ${PROJECT_VERSION}
  COMMAND ${CMAKE_COMMAND} -E touch ${made}/stamp
  DEPENDS sanaq_program ${PROJECT_SOURCE_DIR}/tools/make-package-files ${PROJECT_SOURCE_DIR}/tools/make-man-pages
          ${PROJECT_SOURCE_DIR}/man/every-command.h2m ${PROJECT_SOURCE_DIR}/man/every-command.ru.h2m ${PROJECT_SOURCE_DIR}/packaging/changelog
  VERBATIM)
add_custom_target(package_files DEPENDS ${made}/stamp)

#       component  where                                        what
install(TARGETS sanaq_program DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(DIRECTORY ${made}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT program)
install(FILES ${made}/sanaq.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME sanaq COMPONENT program)
install(FILES ${made}/_sanaq DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT program)
install(FILES ${made}/sanaq.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/sanaq.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/sanaq.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT program)
# Off until somebody enables them: the public server, for which the package makes no user (docs/guide/server), and a person's own workspace.
install(FILES ${PROJECT_SOURCE_DIR}/docs/guide/server/sanaq.service DESTINATION lib/systemd/system COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/sanaq-workspace@.service DESTINATION lib/systemd/user COMPONENT program)
# As text: the pictures weigh as much as a tenth of the program.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/guide ${PROJECT_SOURCE_DIR}/docs/formats ${PROJECT_SOURCE_DIR}/docs/method DESTINATION ${docs} COMPONENT program
  PATTERN "*.png" EXCLUDE)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/examples/oil-town ${PROJECT_SOURCE_DIR}/examples/zhanaozen ${PROJECT_SOURCE_DIR}/examples/kosovo
  DESTINATION ${CMAKE_INSTALL_DATADIR}/sanaq/examples COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/copyright ${made}/changelog.gz DESTINATION ${docs} COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libsanaq-dev COMPONENT library)
# A library that is installed without a package has none.
install(FILES ${made}/changelog.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libsanaq-dev COMPONENT library OPTIONAL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME sanaq)
set(CPACK_PACKAGE_VENDOR "the sanaq founders")
set(CPACK_PACKAGE_CONTACT "the sanaq founders <sanaq@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL program library)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME sanaq)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS "xdg-utils, poppler-utils")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_CONTROL_EXTRA
  ${PROJECT_SOURCE_DIR}/packaging/postinst ${PROJECT_SOURCE_DIR}/packaging/prerm ${PROJECT_SOURCE_DIR}/packaging/postrm)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "counts the victims of a massacre from partial lists
 sanaq links the rows of several conflicting lists into persons, estimates
 those whom no list has, keeps every fact with its source in a ledger that
 cannot be altered unseen, and publishes a site in several languages.")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libsanaq-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS
  "libfmt-dev, libexpected-dev, libssl-dev, libicu-dev, libzip-dev, libsodium-dev, libsqlite3-dev, libhwy-dev, libboost-dev, libtbb-dev, libeigen3-dev, nlohmann-json3-dev, pkg-config")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_RECOMMENDS "cmake, g++")
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "links lists of victims and estimates the unlisted, from C++
 The headers, static libraries and CMake files of sanaq: reading lists, linking
 records into persons, estimating by multiple systems, verifying a ledger.")
include(CPack)
