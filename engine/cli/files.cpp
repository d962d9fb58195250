// Writes beside the file first, then takes its place.
#include "cli/files.hpp"

#include "source/message.hpp"
#include "source/place.hpp"

#include <filesystem>
#include <fstream>

namespace tieout::cli {

void write_whole(const std::string& path, std::string_view text) {
  namespace fs = std::filesystem;
  const auto beside = path + ".new";
  std::ofstream out(beside, std::ios::binary);
  out << text;
  out.close();
  std::error_code error;
  if (out) {
    const auto before = fs::status(path, error);
    if (fs::exists(before)) fs::permissions(beside, before.permissions(), error);
    fs::rename(beside, path, error);
  }
  if (!out || error) {
    std::error_code ignored;
    fs::remove(beside, ignored);
    throw source::Failure(source::Message("cli.cannot_write"), source::in_file(path));
  }
}

}  // namespace tieout::cli
