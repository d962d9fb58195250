// Waits for input and for a signal at once, then reads what is there.
#include "cli/standard_input.hpp"

#include "cli/interruption.hpp"

#include <unistd.h>

#include <cerrno>

namespace tieout::cli {

StandardInput::Bytes::int_type StandardInput::Bytes::underflow() {
  if (!wait_for_input(STDIN_FILENO)) return traits_type::eof();
  ssize_t got = 0;
  do {
    got = ::read(STDIN_FILENO, taken_.data(), taken_.size());
  } while (got < 0 && errno == EINTR);
  if (got < 0) throw std::ios_base::failure("standard input");
  if (got == 0) return traits_type::eof();
  setg(taken_.data(), taken_.data(), taken_.data() + got);
  return traits_type::to_int_type(taken_.front());
}

}  // namespace tieout::cli
