// Zip files that documents come in, read with counted bytes.
#pragma once

#include "source/limits.hpp"
#include "source/place.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace tieout::document {

/// The files in a zip file, by path; letter case and the kind of slash do not count. Opening throws
/// Failure for what is broken, encrypted, packed otherwise than stored or deflated, or has
/// absolute, climbing (..) or repeated paths, and for more entries than the limit.
class Archive {
 public:
  /// `bytes` must outlive the archive.
  Archive(std::string_view bytes, const std::string& name, const source::Limits& limits);

  [[nodiscard]] bool has(std::string_view path) const;

  using Take = std::function<void(std::string_view chunk)>;
  /// Hands over a file in chunks; what is inflated is counted, over all reads of the archive.
  /// Throws Failure if there is no such file, if it is damaged, or beyond a limit.
  void read(std::string_view path, const Take& take);
  [[nodiscard]] std::string read(std::string_view path);

  [[nodiscard]] const source::Place& place() const { return place_; }
  [[nodiscard]] const source::Limits& limits() const { return limits_; }

 private:
  struct Close {
    void operator()(zip* archive) const;
  };

  source::Place place_;
  source::Limits limits_;
  std::unique_ptr<zip, Close> zip_;
  std::map<std::string, std::uint64_t, std::less<>> entries_;  ///< by folded path
  std::size_t inflated_ = 0;

  void list();
  void count(std::size_t bytes, std::size_t of_entry, std::size_t packed);
};

}  // namespace tieout::document
