# Makes the Debian package, takes it apart, and runs the program from there.
set(place ${BUILD}/tests/package)
file(REMOVE_RECURSE ${place})
file(MAKE_DIRECTORY ${place})

function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
endfunction()

run(${CPACK} --config ${BUILD}/CPackConfig.cmake -B ${place})
file(GLOB package ${place}/tieout_*.deb)
run(dpkg-deb --extract ${package} ${place}/installed)

foreach(file bin/tieout share/tieout/schemas/units.json share/tieout/rules/README.md
    share/man/man1/tieout.1 share/man/zh_CN/man1/tieout.1
    share/bash-completion/completions/tieout share/zsh/vendor-completions/_tieout)
  if(NOT EXISTS ${place}/installed/usr/${file})
    message(FATAL_ERROR "the package has no /usr/${file}")
  endif()
endforeach()
foreach(other include lib)
  if(EXISTS ${place}/installed/usr/${other})
    message(FATAL_ERROR "the package has /usr/${other}, which only developers need")
  endif()
endforeach()

# What it needs beside itself is what Debian has.
execute_process(COMMAND dpkg-deb --field ${package} Depends OUTPUT_VARIABLE needs)
if(NOT needs MATCHES "libzip" OR needs MATCHES "tieout")
  message(FATAL_ERROR "the package depends on: ${needs}")
endif()

# As installed, on a report without faults.
execute_process(COMMAND ${place}/installed/usr/bin/tieout check --lang en ${SAMPLE}
  OUTPUT_VARIABLE found RESULT_VARIABLE status)
if(NOT status EQUAL 0 OR NOT found MATCHES "Exit status 0")
  message(FATAL_ERROR "status ${status}: ${found}")
endif()
