# The packages that Tieout's libraries are built on. Written as a package configuration file is: the
# project itself includes it, and so does the installed tieoutConfig.cmake.
include(CMakeFindDependencyMacro)
find_dependency(Boost 1.81)
find_dependency(nlohmann_json 3.11)
find_dependency(fmt 9)
find_dependency(valijson)
find_dependency(ICU COMPONENTS uc i18n)
find_dependency(pugixml 1.13)
find_dependency(EXPAT 2.5)
find_dependency(simdjson 3)

# Debian ships no CMake configuration with these.
find_dependency(PkgConfig)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
