// Texts kept on disk until the end of a run: memory does not grow with them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::run {

/// In a temporary file that is gone when the program is, however it ends. What cannot be written
/// or read throws source::Failure.
class Spill {
 public:
  /// Its number: the first text is 0.
  std::size_t add(std::string_view text);
  [[nodiscard]] std::string read(std::size_t number);
  [[nodiscard]] std::size_t size() const { return ends_.size(); }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
  std::vector<std::uint64_t> ends_;  ///< where each text ends
  bool writing_ = true;              ///< the file stands where the next text goes
};

}  // namespace tieout::run
