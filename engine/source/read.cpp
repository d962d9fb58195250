// Bytes of files and streams, never more than the limit.
#include "source/message.hpp"
#include "source/source.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <istream>

namespace tieout::source {

std::string read_bytes(std::istream& in, const std::string& name, const Limits& limits) {
  // The size that a file system states is not trusted: pipes have none, and files grow.
  std::string bytes;
  std::array<char, 1U << 16U> chunk;
  while (in.read(chunk.data(), chunk.size()), in.gcount() > 0) {
    bytes.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > limits.file_bytes) {
      throw beyond(&Limits::file_bytes, limits, in_file(name));
    }
  }
  if (in.bad() || !in.eof()) throw Failure({"source.not_readable"}, in_file(name));
  return bytes;
}

std::string read_bytes(const std::string& path, const Limits& limits) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found)
    throw Failure({"source.not_found"}, in_file(path));
  if (std::filesystem::is_directory(status)) throw Failure({"source.folder"}, in_file(path));
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Failure({"source.not_readable"}, in_file(path));
  return read_bytes(in, path, limits);
}

}  // namespace tieout::source
