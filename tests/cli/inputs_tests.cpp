// Which files the paths on the command line mean.
#include "cli/inputs.hpp"
#include "failure.hpp"
#include "temporary_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <vector>

using namespace tieout;

namespace {

/// The files, without the folder's own path.
std::vector<std::string> files(const TemporaryFolder& folder,
                               const std::vector<std::string>& names) {
  std::vector<std::string> paths;
  for (const auto& name : names) paths.push_back((folder.path() / name).string());
  auto found = cli::expand(paths).files;
  for (auto& file : found) file.erase(0, folder.path().string().size() + 1);
  return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("files come in byte order of their paths, each once, whether they exist or not") {
  const TemporaryFolder folder;
  CHECK(files(folder, {"b", "a", "B", "b"}) == Names{"B", "a", "b"});
  CHECK(cli::expand({"x.txt", "-"}).files == Names{"-", "x.txt"});
}

TEST_CASE("a folder stands for the files in it and below, without hidden and lock files") {
  const TemporaryFolder folder;
  for (const auto* name :
       {"in/2.txt", "in/sub/1.txt", "in/10.txt", "in/.hidden", "in/~$2.docx", "in/.git/config"}) {
    folder.write(name, "");
  }
  std::filesystem::create_directory_symlink(folder.path() / "in", folder.path() / "in" / "loop");
  std::filesystem::create_symlink(folder.path() / "gone", folder.path() / "in" / "broken");
  CHECK(files(folder, {"in"}) == Names{"in/10.txt", "in/2.txt", "in/broken", "in/sub/1.txt"});
}

TEST_CASE("a pattern that the shell left stands for what it matches") {
  const TemporaryFolder folder;
  for (const auto* name : {"a1.txt", "a2.txt", "b.txt", "a3/x.txt"}) folder.write(name, "");
  CHECK(files(folder, {"a[12].txt"}) == Names{"a1.txt", "a2.txt"});
  CHECK(files(folder, {"a*"}) == Names{"a1.txt", "a2.txt", "a3/x.txt"});
  const auto inputs = cli::expand({(folder.path() / "c*").string()});
  CHECK(inputs.files.empty());
  REQUIRE(inputs.unreadable.size() == 1);
  CHECK(inputs.unreadable[0].reason.id == "cli.glob_without_match");
}

TEST_CASE("a file whose name looks like a pattern is that file") {
  const TemporaryFolder folder;
  folder.write("[2017].txt", "");
  folder.write("2.txt", "");
  CHECK(files(folder, {"[2017].txt"}) == Names{"[2017].txt"});
}

TEST_CASE("a folder without files is said to be one") {
  const TemporaryFolder folder;
  const auto inputs = cli::expand({folder.path().string()});
  REQUIRE(inputs.unreadable.size() == 1);
  CHECK(inputs.unreadable[0].reason.id == "cli.folder_without_files");
}

TEST_CASE("rules are the .tie files of folders, in byte order, and files as they are named") {
  const TemporaryFolder folder;
  for (const auto* name : {"r/b.tie", "r/a.tie", "r/README.md", "mine.rules"}) {
    folder.write(name, "");
  }
  const auto root = folder.path().string();
  CHECK(cli::rule_files({root + "/mine.rules", root + "/r"}) ==
        Names{root + "/mine.rules", root + "/r/a.tie", root + "/r/b.tie"});
  CHECK(failure_of([&] { (void)cli::rule_files({root + "/none"}); }) ==
        root + "/none: There is no such rule file or folder; check that its path is right.");
  std::filesystem::create_directory(folder.path() / "empty");
  CHECK(failure_of([&] { (void)cli::rule_files({root + "/empty"}); }) ==
        root + "/empty: There is no rule file (.tie) in this folder.");
}
