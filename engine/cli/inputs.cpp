// Files, folders and globs.
#include "cli/inputs.hpp"

#include "cli/manifest.hpp"
#include "source/message.hpp"
#include "source/place.hpp"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

namespace tieout::cli {

namespace {

namespace fs = std::filesystem;
using source::Message;

// Hidden files, and those that word processors keep beside an open document.
bool passed_over(const std::string& name) {
  return name.starts_with('.') || name.starts_with("~$");
}

struct Folder {
  std::vector<std::string> files;
  std::vector<std::string> closed;  ///< folders that cannot be listed
};

// Folders wait in a list: their depth is bounded by nothing else.
Folder files_below(const std::string& path) {
  Folder found;
  std::vector<fs::path> waiting = {path};
  while (!waiting.empty()) {
    const auto folder = std::move(waiting.back());
    waiting.pop_back();
    if (is_report_folder(folder.string())) {
      found.files.push_back(folder.string());
      continue;
    }
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      if (passed_over(entry->path().filename().string())) continue;
      std::error_code unknown;
      if (entry->is_directory(unknown)) {
        if (!entry->is_symlink(unknown)) waiting.push_back(entry->path());
      } else if (!entry->is_other(unknown)) {
        found.files.push_back(entry->path().string());
      }
    }
    if (error) found.closed.push_back(folder.string());
  }
  return found;
}

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool exists(const std::string& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

std::vector<std::string> matches(const std::string& pattern) {
  glob_t found = {};
  const std::unique_ptr<glob_t, decltype(&globfree)> owner(&found, globfree);
  if (glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) != 0) return {};
  return {found.gl_pathv, found.gl_pathv + found.gl_pathc};
}

class Expansion {
 public:
  void add(const std::string& path) {
    const bool is_pattern = path.find_first_of("*?[") != std::string::npos;
    if (path == "-" || !is_pattern || exists(path)) return add_existing(path);
    const auto found = matches(path);
    if (found.empty()) refuse(path, "cli.glob_without_match");
    for (const auto& match : found) add_existing(match);
  }

  Inputs finish() {
    std::ranges::sort(inputs_.files);
    const auto repeated = std::ranges::unique(inputs_.files);
    inputs_.files.erase(repeated.begin(), repeated.end());
    return std::move(inputs_);
  }

 private:
  void add_existing(const std::string& path) {
    if (!is_folder(path)) {
      inputs_.files.push_back(path);
      return;
    }
    auto [files, closed] = files_below(path);
    if (files.empty() && closed.empty()) refuse(path, "cli.folder_without_files");
    for (const auto& folder : closed) refuse(folder, "cli.folder_closed");
    std::ranges::move(files, std::back_inserter(inputs_.files));
  }

  void refuse(const std::string& path, const char* id) {
    inputs_.unreadable.push_back({path, Message(id), source::in_file(path)});
  }

  Inputs inputs_;
};

}  // namespace

Inputs expand(const std::vector<std::string>& paths) {
  Expansion expansion;
  for (const auto& path : paths) expansion.add(path);
  return expansion.finish();
}

std::vector<std::string> rule_files(const std::vector<std::string>& paths) {
  std::vector<std::string> all;
  for (const auto& path : paths) {
    if (!is_folder(path)) {
      if (!exists(path)) throw source::Failure(Message("cli.no_rules"), source::in_file(path));
      all.push_back(path);
      continue;
    }
    auto files = files_below(path).files;
    std::erase_if(files, [](const std::string& file) { return !file.ends_with(".tie"); });
    if (files.empty()) {
      throw source::Failure(Message("cli.folder_without_rules"), source::in_file(path));
    }
    std::ranges::sort(files);
    std::ranges::move(files, std::back_inserter(all));
  }
  return all;
}

}  // namespace tieout::cli
