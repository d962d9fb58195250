// Finds the program's data.
#include "source/data_folder.hpp"

#include "source/message.hpp"

#include <cstdlib>

namespace tieout::source {

namespace {

bool has_data(const std::filesystem::path& folder) {
  std::error_code unreadable;
  return std::filesystem::is_directory(folder / "schemas", unreadable);
}

}  // namespace

DataPlaces DataPlaces::of_process() {
  DataPlaces places;
  if (const char* named = std::getenv("TIEOUT_DATA")) places.environment = named;
  std::error_code unknown;
  places.executable = std::filesystem::read_symlink("/proc/self/exe", unknown);
  places.source_tree = TIEOUT_SOURCE_TREE;
  return places;
}

std::filesystem::path data_folder(const DataPlaces& places) {
  if (!places.environment.empty()) {
    if (has_data(places.environment)) return places.environment;
    throw Failure({"source.wrong_data", {{"folder", places.environment.string()}}});
  }
  auto installed = places.executable.parent_path().parent_path() / "share" / "tieout";
  if (!places.executable.empty() && has_data(installed)) return installed;
  if (!places.source_tree.empty() && has_data(places.source_tree)) return places.source_tree;
  throw Failure({"source.no_data"});
}

}  // namespace tieout::source
