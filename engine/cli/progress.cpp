// Writes over its own line.
#include "cli/progress.hpp"

#include "cli/open_stream.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace tieout::cli {
namespace {

/// Zero where one of them is not known: standard input, compressed streams.
std::uint64_t size_of(const std::vector<std::string>& files) {
  std::uint64_t all = 0;
  for (const auto& file : files) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error || file.ends_with(".gz") || file.ends_with(".zst")) return 0;
    all += size;
  }
  return all;
}

}  // namespace

Progress::Progress(bool wanted, source::Language language, const std::vector<std::string>& files)
    : wanted_(wanted && isatty(STDERR_FILENO) != 0), language_(language) {
  if (wanted_) all_ = size_of(files);
}

Progress::~Progress() { clear(); }

void Progress::checked(std::size_t reports) {
  checked_ += reports;
  if (!wanted_) return;
  using namespace std::chrono_literals;
  const auto now = Clock::now();
  if (now - begin_ < 1s || now - shown_ < 200ms) return;
  shown_ = now;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  source::Message message(
      "cli.progress", {{"count", std::to_string(checked_)},
                       {"rate", fmt::format("{:.0f}", static_cast<double>(checked_) / seconds)}});
  if (all_ > 0 && taken_ > 0) {
    const double share = std::min(1.0, static_cast<double>(taken_) / static_cast<double>(all_));
    message.id = "cli.progress_share";
    message.arguments.push_back({"share", fmt::format("{:.0f}", share * 100)});
    message.arguments.push_back({"left", fmt::format("{:.0f}", seconds / share - seconds)});
  }
  fmt::print(stderr, "\r\x1b[K{}", source::render(message, language_));
  std::fflush(stderr);
  visible_ = true;
}

void Progress::clear() {
  if (!visible_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  visible_ = false;
}

}  // namespace tieout::cli
