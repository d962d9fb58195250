// A line on the terminal that says how far a long run is.
#pragma once

#include "source/message.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tieout::cli {

/// Says nothing where standard error is no terminal, nor in the first second.
class Progress {
 public:
  /// `wanted`: not if the run is to be quiet. `files`: their sizes say how much there is to do.
  Progress(bool wanted, source::Language language, const std::vector<std::string>& files);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  void taken(std::uint64_t bytes) { taken_ += bytes; }
  void checked(std::size_t reports);
  /// To be called before anything else is said.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool wanted_;
  source::Language language_;
  std::uint64_t all_ = 0;    ///< bytes; 0: not known
  std::uint64_t taken_ = 0;  ///< bytes of what was handed to the threads
  std::size_t checked_ = 0;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point shown_ = begin_;
  bool visible_ = false;
};

}  // namespace tieout::cli
