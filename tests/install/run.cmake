# Installs the build into a fresh folder and builds and runs a project that finds it there.
set(place ${BUILD}/tests/installed)
file(REMOVE_RECURSE ${place})

function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${place}/prefix)
run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/consumer -B ${place}/consumer -G ${GENERATOR}
  -D CMAKE_PREFIX_PATH=${place}/prefix -D CMAKE_BUILD_TYPE=${TYPE} -D CMAKE_CXX_FLAGS=${FLAGS})
run(${CMAKE_COMMAND} --build ${place}/consumer)
run(${place}/consumer/consumer)
