// Signal handlers may only set a flag, and wake up who waits through a pipe.
#include "cli/interruption.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace tieout::cli {
namespace {

// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)
volatile std::sig_atomic_t signalled = 0;
std::array<int, 2> wake = {-1, -1};  ///< read from, written to; -1: signals are not noted
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

extern "C" void note_signal(int /*signal*/) {
  const int before = errno;
  signalled = 1;
  // A pipe that is full has woken everybody already.
  [[maybe_unused]] const auto written = ::write(wake[1], "", 1);
  errno = before;
}

}  // namespace

void notice_interruption() {
  if (::pipe2(wake.data(), O_CLOEXEC | O_NONBLOCK) != 0) wake = {-1, -1};
  struct sigaction action = {};
  action.sa_handler = note_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

bool interrupted() { return signalled != 0; }

bool wait_for_input(int descriptor) {
  // poll() passes over a descriptor of -1.
  std::array<pollfd, 2> waited = {pollfd{descriptor, POLLIN, 0}, pollfd{wake[0], POLLIN, 0}};
  while (!interrupted()) {
    if (::poll(waited.data(), waited.size(), -1) > 0 && waited[0].revents != 0) return true;
  }
  return false;
}

}  // namespace tieout::cli
