# What `cmake --install` puts where: program, libraries, headers, data, and the package that
# find_package(tieout) reads.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(TIEOUT_DATA ${CMAKE_INSTALL_DATADIR}/tieout)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/tieout)

# The component `program` is what the Debian package holds.
set(program COMPONENT program)
install(TARGETS ${TIEOUT_INSTALLED} EXPORT tieout RUNTIME ${program})
install(EXPORT tieout NAMESPACE tieout:: FILE tieoutTargets.cmake DESTINATION ${package})
install(DIRECTORY engine/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/tieout FILES_MATCHING PATTERN *.hpp
  PATTERN cli EXCLUDE)
install(DIRECTORY rules schemas DESTINATION ${TIEOUT_DATA} ${program})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} ${program})
if(TARGET tieout_shell)
  set(shell ${CMAKE_CURRENT_BINARY_DIR}/shell)
  install(FILES ${shell}/tieout.bash RENAME tieout
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions ${program})
  install(FILES ${shell}/_tieout DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions ${program})
  install(FILES ${shell}/tieout.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 ${program})
  install(FILES ${shell}/zh.1 RENAME tieout.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/zh_CN/man1
    ${program})
endif()

configure_package_config_file(.setup/tieoutConfig.cmake.in tieoutConfig.cmake
  INSTALL_DESTINATION ${package} PATH_VARS TIEOUT_DATA)
write_basic_package_version_file(tieoutConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tieoutConfig.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/tieoutConfigVersion.cmake .setup/dependencies.cmake
  DESTINATION ${package})
