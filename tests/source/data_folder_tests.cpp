// Where the program looks for its schemas and rules.
#include "failure.hpp"
#include "source/data_folder.hpp"
#include "temporary_folder.hpp"

#include <doctest/doctest.h>

using tieout::source::data_folder;
using tieout::source::DataPlaces;

TEST_CASE("the data stands where the environment, the installation or the source tree has it") {
  const TemporaryFolder folder;
  const auto& root = folder.path();
  folder.write("prefix/bin/tieout", "");
  folder.write("tree/schemas/units.json", "");
  DataPlaces places{.environment = {},
                    .executable = root / "prefix" / "bin" / "tieout",
                    .source_tree = root / "tree"};
  CHECK(data_folder(places) == root / "tree");

  folder.write("prefix/share/tieout/schemas/units.json", "");
  CHECK(data_folder(places) == root / "prefix" / "share" / "tieout");

  folder.write("own/schemas/units.json", "");
  places.environment = root / "own";
  CHECK(data_folder(places) == root / "own");
}

TEST_CASE("a folder that is named is not replaced by another in silence") {
  const TemporaryFolder folder;
  folder.write("tree/schemas/units.json", "");
  const DataPlaces places{
      .environment = "/nowhere", .executable = {}, .source_tree = folder.path() / "tree"};
  CHECK(failure_of([&] { (void)data_folder(places); }) ==
        "TIEOUT_DATA names /nowhere, which has no folder schemas in it.");
}

TEST_CASE("without data the program says what to do") {
  CHECK(failure_of([] { (void)data_folder(DataPlaces{}); }) ==
        "The program's data folder (with schemas and rules) was not found. Install it again, or "
        "name the folder in the environment variable TIEOUT_DATA.");
}

TEST_CASE("a program of the build tree takes the data of its source tree") {
  CHECK(DataPlaces::of_process().source_tree == TIEOUT_ROOT);
}
