# Installs the build into a fresh folder, then builds and runs a project that finds it there, and
# runs the program as installed.
set(place ${BUILD}/tests/installed)
file(REMOVE_RECURSE ${place})

function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(expect what expected)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE actual RESULT_VARIABLE status)
  if(NOT "${status}: ${actual}" STREQUAL expected)
    message(FATAL_ERROR "${what}\nexpected: ${expected}\nactual:   ${status}: ${actual}")
  endif()
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${place}/prefix)
run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/consumer -B ${place}/consumer -G ${GENERATOR}
  -D CMAKE_PREFIX_PATH=${place}/prefix -D CMAKE_BUILD_TYPE=${TYPE} -D CMAKE_CXX_FLAGS=${FLAGS})
run(${CMAKE_COMMAND} --build ${place}/consumer)
expect("a program of one's own" "0: own.parts fails 0.05万元\n" ${place}/consumer/consumer)

# Only the installed schemas: what the program takes must not be the source tree's.
file(REMOVE ${place}/prefix/share/tieout/schemas/department-spending.schema.json)
