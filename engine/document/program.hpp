// Other programs that read what Tieout does not: found at run time, run within limits.
#pragma once

#include "source/limits.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::document {

/// A folder of its own for one conversion; it and all in it are removed in the end.
class WorkFolder {
 public:
  WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  ~WorkFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Writes a file, and the folders that it is in; returns its path.
  std::filesystem::path write(const std::filesystem::path& name, std::string_view bytes) const;
  /// A file that a program wrote, of at most Limits::inflated_bytes. Throws Failure.
  [[nodiscard]] std::string read(const std::filesystem::path& name,
                                 const source::Limits& limits) const;

 private:
  std::filesystem::path path_;
};

/// The program of one of these names on PATH; the first that is there.
[[nodiscard]] std::optional<std::string> find_program(const std::vector<std::string>& names);

/// The same; if there is none, throws Failure (at `file`) that says which package has it.
[[nodiscard]] std::string needed_program(const std::vector<std::string>& names,
                                         const std::string& package, const source::Place& file);

/// Runs a program in `folder` with its files there, without network where the system allows that,
/// without standard input, its output thrown away; it may use Limits::program_bytes of memory and
/// write files of Limits::inflated_bytes. Returns its exit status, -1 if it was killed. Throws
/// Failure (at `file`) after Limits::program_seconds, when it and what it started are ended.
int run_program(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
                const source::Place& file, const source::Limits& limits);

}  // namespace tieout::document
