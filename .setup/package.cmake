# What `cpack` makes: a Debian package of the program with its data, without the libraries.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tieout)
set(CPACK_PACKAGE_VENDOR "Tieout")
set(CPACK_PACKAGE_CONTACT "Tieout")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Checks that the figures in a report agree with each other")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_CURRENT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME tieout)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Old formats and PDF are read with the help of these.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
  "libreoffice-writer-nogui, libreoffice-calc-nogui, poppler-utils")
include(CPack)
