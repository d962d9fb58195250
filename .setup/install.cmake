# What `cmake --install` puts where: program, libraries, headers, data, and the package that
# find_package(tieout) reads.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(TIEOUT_DATA ${CMAKE_INSTALL_DATADIR}/tieout)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/tieout)

install(TARGETS ${TIEOUT_INSTALLED} EXPORT tieout)
install(EXPORT tieout NAMESPACE tieout:: FILE tieoutTargets.cmake DESTINATION ${package})
install(DIRECTORY engine/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/tieout FILES_MATCHING PATTERN *.hpp
  PATTERN cli EXCLUDE)
install(DIRECTORY rules schemas DESTINATION ${TIEOUT_DATA})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

configure_package_config_file(.setup/tieoutConfig.cmake.in tieoutConfig.cmake
  INSTALL_DESTINATION ${package} PATH_VARS TIEOUT_DATA)
write_basic_package_version_file(tieoutConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tieoutConfig.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/tieoutConfigVersion.cmake .setup/dependencies.cmake
  DESTINATION ${package})
