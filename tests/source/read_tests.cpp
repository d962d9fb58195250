// Reading files and streams.
#include "failure.hpp"
#include "source/source.hpp"
#include "temporary_folder.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

using tieout::source::Limits;
using tieout::source::read_bytes;

TEST_CASE("a file is read byte for byte") {
  const TemporaryFolder folder;
  const std::string bytes("a\0b\r\n\xFF", 6);
  CHECK(read_bytes(folder.write("a.bin", bytes), Limits{}) == bytes);
  CHECK(read_bytes(folder.write("empty", ""), Limits{}).empty());
}

TEST_CASE("a file that cannot be read says why") {
  const TemporaryFolder folder;
  const auto missing = (folder.path() / "报告.txt").string();
  CHECK(failure_of([&] { (void)read_bytes(missing, Limits{}); }) ==
        missing + ": There is no such file; check that its path is right.");
  CHECK(failure_of([&] { (void)read_bytes(folder.path().string(), Limits{}); }) ==
        folder.path().string() + ": This is a folder; a file is needed here.");
  CHECK(failure_of([&] {
          (void)read_bytes(folder.write("file", "x") + "/below", Limits{});
        }).ends_with("/below: There is no such file; check that its path is right."));
}

TEST_CASE("the limit on a file's size is the last size that is read") {
  const TemporaryFolder folder;
  const Limits limits{.file_bytes = 100'000};
  const auto fits = folder.write("fits", std::string(100'000, 'x'));
  CHECK(read_bytes(fits, limits).size() == 100'000);
  const std::string sentence =
      ": Bytes of the file beyond the limit of 100000; not read. If the file can be trusted, raise "
      "the limit with --limit file-bytes=NUMBER.";
  const auto beyond = folder.write("beyond", std::string(100'001, 'x'));
  CHECK(failure_of([&] { (void)read_bytes(beyond, limits); }) == beyond + sentence);
  CHECK(failure_of([&] { (void)read_bytes("/dev/zero", limits); }) == "/dev/zero" + sentence);
}

TEST_CASE("a stream is read to its end") {
  std::istringstream in("第一行\n第二行");
  CHECK(read_bytes(in, "-", Limits{}) == "第一行\n第二行");
}
