// A run that is asked to stop (SIGINT, SIGTERM) finishes what it has in hand.
#pragma once

namespace tieout::cli {

/// From here on the first such signal is noted; the second ends the program as it always would.
void notice_interruption();

[[nodiscard]] bool interrupted();

}  // namespace tieout::cli
