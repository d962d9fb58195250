// A long run that is asked to stop (SIGINT, SIGTERM) finishes what it has in hand, and one whose
// output nobody takes any more (SIGPIPE) says so, like one whose disk is full.
#pragma once

namespace tieout::cli {

/// From here on the first signal to stop is noted; the second ends the program as it always would.
void notice_interruption();

[[nodiscard]] bool interrupted();

/// Waits until the descriptor has something to read, or is at its end or unusable: true. False as
/// soon as the run is asked to stop.
[[nodiscard]] bool wait_for_input(int descriptor);

}  // namespace tieout::cli
