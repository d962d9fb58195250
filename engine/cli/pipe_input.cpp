// Waits for input and for a signal at once, then reads what is there.
#include "cli/pipe_input.hpp"

#include "cli/interruption.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

namespace tieout::cli {

bool is_pipe(const std::string& path) {
  std::error_code unknown;
  return std::filesystem::is_fifo(path, unknown);
}

PipeInput::PipeInput() : std::istream(nullptr), bytes_(STDIN_FILENO, false) { rdbuf(&bytes_); }

// Opened without O_NONBLOCK, a FIFO that nobody writes to would hold the run before it can wait for
// signals; wait_for_input() waits for the writer as for what it writes.
PipeInput::PipeInput(const std::string& path)
    : std::istream(nullptr), bytes_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC), true) {
  rdbuf(&bytes_);
  if (!bytes_.is_open()) setstate(badbit);
}

PipeInput::Bytes::~Bytes() {
  if (is_owned_ && is_open()) ::close(descriptor_);
}

PipeInput::Bytes::int_type PipeInput::Bytes::underflow() {
  ssize_t got = 0;
  do {
    if (!wait_for_input(descriptor_)) return traits_type::eof();
    got = ::read(descriptor_, taken_.data(), taken_.size());
  } while (got < 0 && (errno == EINTR || errno == EAGAIN));
  if (got < 0) throw std::ios_base::failure("pipe");
  if (got == 0) return traits_type::eof();
  setg(taken_.data(), taken_.data(), taken_.data() + got);
  return traits_type::to_int_type(taken_.front());
}

}  // namespace tieout::cli
