// A file for what a run keeps on disk until its end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <span>

namespace tieout::across {

/// Has no name and is gone when the program is, however it ends. What cannot be written or read
/// throws source::Failure.
class TemporaryFile {
 public:
  void append(std::span<const std::byte> bytes);
  /// Fills `bytes` with those of the file from `begin` on.
  void read(std::uint64_t begin, std::span<std::byte> bytes);
  [[nodiscard]] std::uint64_t size() const { return size_; }

  /// All that was appended, for as long as the file lives. Called once; nothing is appended after.
  /// The system keeps as much of it in memory as there is room for.
  [[nodiscard]] std::span<const std::byte> map();

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  struct Unmap {
    std::size_t size;
    void operator()(void* bytes) const;
  };
  void stand_at(std::uint64_t place);

  std::unique_ptr<std::FILE, Close> file_;
  std::unique_ptr<void, Unmap> mapped_;
  std::uint64_t size_ = 0;
  bool at_end_ = true;  ///< the file stands where the next bytes go
};

}  // namespace tieout::across
