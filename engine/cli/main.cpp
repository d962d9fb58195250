// The program `tieout`.
#include "cli/commands.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace {

/// A standard stream that the caller closed is held by one of which every use fails: otherwise the
/// next file that is opened takes its number, and messages end up in results.
void hold_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) != -1) continue;
    // The lowest number that is free is this one.
    if (::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) == -1) return;
  }
}

}  // namespace

int main(int count, char** arguments) {
  hold_standard_streams();
  return tieout::cli::run(count, arguments);
}
