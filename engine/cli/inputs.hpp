// Which files the paths on the command line mean.
#pragma once

#include "finding/finding.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tieout::cli {

struct Inputs {
  std::vector<std::string> files;               ///< byte order, each once; "-": standard input
  std::vector<finding::Unreadable> unreadable;  ///< folders and globs that give no file
};

/// Files stand for themselves, whether they exist or not; folders for the files in them and in
/// their folders (names that begin with "." or "~$" are passed over, links to folders not
/// followed), or, with a manifest.json in them, for the one report that they are; what names no
/// file and has * ? or [ in it is matched as a glob.
[[nodiscard]] Inputs expand(const std::vector<std::string>& paths);

/// The rule files (*.tie) that paths to files and folders mean, in byte order within each folder.
/// Throws Failure for what does not exist and for folders without any.
[[nodiscard]] std::vector<std::string> rule_files(const std::vector<std::string>& paths);

}  // namespace tieout::cli
