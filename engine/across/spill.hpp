// Texts kept on disk until the end of a run: memory does not grow with them.
#pragma once

#include "across/temporary_file.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::across {

/// In a TemporaryFile. What cannot be written or read throws source::Failure.
class Spill {
 public:
  /// Its number: the first text is 0.
  std::size_t add(std::string_view text);
  [[nodiscard]] std::string read(std::size_t number);
  [[nodiscard]] std::size_t size() const { return ends_.size(); }

 private:
  TemporaryFile file_;
  std::vector<std::uint64_t> ends_;  ///< where each text ends
};

}  // namespace tieout::across
