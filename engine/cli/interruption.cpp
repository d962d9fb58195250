// Signal handlers may only set a flag.
#include "cli/interruption.hpp"

#include <csignal>

namespace tieout::cli {
namespace {

volatile std::sig_atomic_t signalled =
    0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

extern "C" void note_signal(int /*signal*/) { signalled = 1; }

}  // namespace

void notice_interruption() {
  struct sigaction action = {};
  action.sa_handler = note_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

bool interrupted() { return signalled != 0; }

}  // namespace tieout::cli
