// Runs case files and reports every one that came out otherwise than expected.
// usage: runner ROOT BIN[:BIN...] [--update] CASE...
#include "case_file.hpp"

#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "temporary_folder.hpp"

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot be read: " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

void prepare(const cases::Case& what, const fs::path& root, const TemporaryFolder& folder) {
  for (const auto& [kind, name, content] : what.givens) {
    switch (kind) {
      case cases::Given::Kind::file:
        folder.write(name, content);
        break;
      case cases::Given::Kind::folder:
        fs::create_directories(folder.path() / name);
        break;
      case cases::Given::Kind::copy:
        folder.write(name, bytes_of(root / content));
        break;
    }
  }
}

// Where the repository stands differs from machine to machine.
std::string without_root(std::string text, const std::string& root) {
  for (auto at = text.find(root); at != std::string::npos; at = text.find(root, at)) {
    text.replace(at, root.size(), "$ROOT");
  }
  return text;
}

cases::Outcome run(const cases::Run& what, const std::string& root, const fs::path& folder) {
  const TemporaryFolder streams;
  const auto in = streams.write("in", what.input);
  const auto out = streams.path() / "out";
  const auto err = streams.path() / "err";
  const auto command = "cd '" + folder.string() + "' && {\n" + what.command + "\n} <'" + in +
                       "' >'" + out.string() + "' 2>'" + err.string() + "'";
  const int status = std::system(command.c_str());
  if (!WIFEXITED(status)) throw std::runtime_error("the command did not end by itself");
  return {without_root(bytes_of(out), root), without_root(bytes_of(err), root),
          WEXITSTATUS(status)};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// From the first line that differs, where the lines after it mostly do too.
void show_difference(const char* what, const std::string& expected, const std::string& found) {
  if (expected == found) return;
  constexpr std::ptrdiff_t shown = 8;
  const auto wanted = lines_of(expected);
  const auto got = lines_of(found);
  const auto [from, to] = std::ranges::mismatch(wanted, got);
  std::cout << "  " << what << " differs from line " << from - wanted.begin() + 1 << ":\n";
  for (auto line = from; line != wanted.end() && line - from < shown; ++line) {
    std::cout << "    - " << *line << '\n';
  }
  for (auto line = to; line != got.end() && line - to < shown; ++line) {
    std::cout << "    + " << *line << '\n';
  }
}

bool passed(const cases::Run& run, const cases::Outcome& found) {
  if (run.expected == found) return true;
  std::cout << "  $ " << run.command << '\n';
  show_difference("standard output", run.expected.out, found.out);
  show_difference("standard error", run.expected.err, found.err);
  if (run.expected.status != found.status) {
    std::cout << "  exit status " << found.status << ", not " << run.expected.status << '\n';
  }
  return false;
}

bool try_case(const fs::path& path, const std::string& root, bool update) {
  std::cout << path.string() << '\n';
  const auto text = bytes_of(path);
  const auto what = cases::parse(text);
  const TemporaryFolder folder;
  prepare(what, root, folder);
  bool all = true;
  std::vector<cases::Outcome> found;
  for (const auto& step : what.runs) {
    found.push_back(run(step, root, folder.path()));
    all = passed(step, found.back()) && all;
  }
  if (!update) return all;
  if (const auto now = cases::written(what, found); now != text) {
    std::ofstream(path, std::ios::binary) << now;
    std::cout << "  rewritten\n";
  }
  return true;
}

// Every command runs in the same surroundings.
void set_environment(const std::string& root, const std::string& programs) {
  const auto path = programs + ":" + std::getenv("PATH");
  setenv("PATH", path.c_str(), 1);
  setenv("ROOT", root.c_str(), 1);
  setenv("LC_ALL", "C", 1);
  for (const auto* name : {"TIEOUT_DATA", "LC_MESSAGES", "LANG", "NO_COLOR"}) unsetenv(name);
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> given(arguments + 1, arguments + count);
  const bool update = std::erase(given, "--update") > 0;
  if (given.size() < 3) {
    std::cerr << "usage: runner ROOT BIN[:BIN...] [--update] CASE...\n";
    return 2;
  }
  set_environment(given[0], given[1]);
  std::size_t failed = 0;
  for (auto path = given.begin() + 2; path != given.end(); ++path) {
    try {
      if (!try_case(*path, given[0], update)) ++failed;
    } catch (const std::exception& error) {
      std::cout << "  " << error.what() << '\n';
      ++failed;
    }
  }
  std::cout << given.size() - 2 - failed << " passed, " << failed << " failed\n";
  return failed == 0 ? 0 : 1;
}
