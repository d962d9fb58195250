// Standard input as a stream that ends where a run is asked to stop: whoever feeds it may say
// nothing more for hours, and a run that waits for that has to end at the first signal.
#pragma once

#include <array>
#include <istream>
#include <streambuf>

namespace tieout::cli {

class StandardInput : public std::istream {
 public:
  StandardInput() : std::istream(nullptr) { rdbuf(&bytes_); }

 private:
  class Bytes : public std::streambuf {
   protected:
    /// Throws std::ios_base::failure, which makes the stream bad, if it cannot be read.
    int_type underflow() override;

   private:
    std::array<char, 1U << 16U> taken_;
  };

  Bytes bytes_;
};

}  // namespace tieout::cli
