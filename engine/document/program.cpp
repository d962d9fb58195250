// Other programs, started with fork and exec.
#include "document/program.hpp"

#include "source/message.hpp"
#include "source/source.hpp"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <system_error>
#include <thread>
#include <utility>

namespace tieout::document {

namespace fs = std::filesystem;
using source::Limits;

WorkFolder::WorkFolder() {
  std::error_code error;
  auto parent = fs::temp_directory_path(error);
  if (error) parent = "/tmp";
  std::string name = (parent / "tieout-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) {
    throw source::Failure(source::Message("document.no_work_folder"),
                          source::in_file(parent.string()));
  }
  path_ = name;
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path WorkFolder::write(const fs::path& name, std::string_view bytes) const {
  auto file = path_ / name;
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return file;
}

std::string WorkFolder::read(const fs::path& name, const Limits& limits) const {
  auto own = limits;
  own.file_bytes = limits.inflated_bytes;
  return source::read_bytes((path_ / name).string(), own);
}

std::optional<std::string> find_program(const std::vector<std::string>& names) {
  const char* const path = std::getenv("PATH");
  const std::string_view folders = path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
  for (const auto& name : names) {
    for (std::string_view rest = folders; !rest.empty();) {
      const auto folder = rest.substr(0, rest.find(':'));
      rest.remove_prefix(std::min(folder.size() + 1, rest.size()));
      // A relative folder could be the submitter's.
      if (!folder.starts_with('/')) continue;
      auto file = (fs::path(folder) / name).string();
      if (access(file.c_str(), X_OK) == 0) return file;
    }
  }
  return std::nullopt;
}

std::string needed_program(const std::vector<std::string>& names, const std::string& package,
                           const source::Place& file) {
  auto program = find_program(names);
  if (!program) {
    throw source::Failure({"document.program_missing", {{"package", package}}}, file);
  }
  return std::move(*program);
}

namespace {

void set_limit(int resource, std::size_t value) {
  const rlimit limit{value, value};
  setrlimit(static_cast<decltype(RLIMIT_AS)>(resource), &limit);
}

/// In the child, before it becomes the program: only what is safe between fork and exec.
[[noreturn]] void become(char* const* arguments, char* const* environment, const char* folder,
                         const Limits& limits) {
  setpgid(0, 0);
  const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (nothing >= 0) dup2(nothing, stream);
  }
  set_limit(RLIMIT_AS, limits.program_bytes);
  set_limit(RLIMIT_FSIZE, limits.inflated_bytes);
  set_limit(RLIMIT_CPU, limits.program_seconds + 1);
  set_limit(RLIMIT_CORE, 0);
  static_cast<void>(unshare(CLONE_NEWUSER | CLONE_NEWNET));  // not everywhere allowed
  if (chdir(folder) == 0) execve(arguments[0], arguments, environment);
  constexpr int not_started = 127;
  _exit(not_started);
}

/// Ends the child's whole process group, and the child's entry in the process table.
void end_group(pid_t child) {
  kill(-child, SIGKILL);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
}

}  // namespace

int run_program(const std::vector<std::string>& arguments, const fs::path& folder,
                const source::Place& file, const Limits& limits) {
  using Clock = std::chrono::steady_clock;
  std::vector<std::string> texts = arguments;
  std::vector<char*> argument_pointers;
  argument_pointers.reserve(texts.size() + 1);
  for (auto& text : texts) argument_pointers.push_back(text.data());
  argument_pointers.push_back(nullptr);
  // Nothing of the user's own settings: neither language nor home.
  std::array<std::string, 4> settings = {"HOME=" + folder.string(), "TMPDIR=" + folder.string(),
                                         "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"};
  std::vector<char*> environment;
  environment.reserve(settings.size() + 1);
  for (auto& text : settings) environment.push_back(text.data());
  environment.push_back(nullptr);
  const auto folder_name = folder.string();

  const auto deadline = Clock::now() + std::chrono::seconds(limits.program_seconds);
  const pid_t child = fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) {
    become(argument_pointers.data(), environment.data(), folder_name.c_str(), limits);
  }
  setpgid(child, child);
  constexpr auto pause = std::chrono::milliseconds(5);
  for (;; std::this_thread::sleep_for(pause)) {
    int status = 0;
    const auto ended = waitpid(child, &status, WNOHANG);
    if (ended == child) {
      kill(-child, SIGKILL);  // what it may have left behind
      return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    if (ended < 0) return -1;
    if (Clock::now() > deadline) {
      end_group(child);
      throw source::beyond(&Limits::program_seconds, limits, file);
    }
  }
}

}  // namespace tieout::document
