// Where the program's data stands: the folder that holds `schemas/` and `rules/`.
#pragma once

#include <filesystem>
#include <string>

namespace tieout::source {

/// Where to look, in this order; empty ones are passed over.
struct DataPlaces {
  std::filesystem::path environment;  ///< TIEOUT_DATA: if it is given, nothing else is looked at
  std::filesystem::path executable;   ///< <its folder>/../share/tieout, as installed
  std::filesystem::path source_tree;  ///< what the program was built from

  /// Those of this process.
  [[nodiscard]] static DataPlaces of_process();
};

/// The first of the places that has a folder `schemas`. Throws Failure if there is none.
[[nodiscard]] std::filesystem::path data_folder(
    const DataPlaces& places = DataPlaces::of_process());

}  // namespace tieout::source
