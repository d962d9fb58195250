// A pipe as a stream that ends where a run is asked to stop: whoever feeds it may say nothing more
// for hours, and a run that waits for that has to end at the first signal.
#pragma once

#include <array>
#include <istream>
#include <streambuf>
#include <string>

namespace tieout::cli {

/// Does the path name a pipe: a FIFO, or what the shell makes of `<(command)`?
[[nodiscard]] bool is_pipe(const std::string& path);

class PipeInput : public std::istream {
 public:
  /// Standard input, whether or not it is a pipe.
  PipeInput();
  /// Nobody needs to write there yet. The stream is bad if it cannot be opened.
  explicit PipeInput(const std::string& path);

 private:
  class Bytes : public std::streambuf {
   public:
    Bytes(int descriptor, bool is_owned) : descriptor_(descriptor), is_owned_(is_owned) {}
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;
    Bytes(Bytes&&) = delete;
    Bytes& operator=(Bytes&&) = delete;
    ~Bytes() override;

    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }

   protected:
    /// Throws std::ios_base::failure, which makes the stream bad, if it cannot be read.
    int_type underflow() override;

   private:
    int descriptor_;
    bool is_owned_;
    std::array<char, 1U << 16U> taken_;
  };

  Bytes bytes_;
};

}  // namespace tieout::cli
