// A temporary file without a name.
#include "run/spill.hpp"

#include "source/message.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include <unistd.h>

namespace tieout::run {

namespace {

[[noreturn]] void fail(const std::string& folder) {
  throw source::Failure({"run.spill", {{"folder", folder}, {"reason", std::strerror(errno)}}});
}

std::string folder() {
  std::error_code error;
  const auto path = std::filesystem::temp_directory_path(error);
  return error ? "/tmp" : path.string();
}

std::FILE* open_file() {
  auto name = folder() + "/tieout-run-XXXXXX";
  const int descriptor = ::mkstemp(name.data());
  if (descriptor < 0) fail(folder());
  ::unlink(name.c_str());
  auto* const file = ::fdopen(descriptor, "w+b");
  if (file == nullptr) {
    ::close(descriptor);
    fail(folder());
  }
  return file;
}

}  // namespace

std::size_t Spill::add(std::string_view text) {
  if (!file_) file_.reset(open_file());
  const auto begin = ends_.empty() ? 0 : ends_.back();
  if (!writing_ && ::fseeko(file_.get(), static_cast<off_t>(begin), SEEK_SET) != 0) fail(folder());
  writing_ = true;
  if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) fail(folder());
  ends_.push_back(begin + text.size());
  return ends_.size() - 1;
}

std::string Spill::read(std::size_t number) {
  const auto begin = number == 0 ? 0 : ends_[number - 1];
  std::string text(ends_[number] - begin, '\0');
  if (::fseeko(file_.get(), static_cast<off_t>(begin), SEEK_SET) != 0) fail(folder());
  writing_ = false;
  if (std::fread(text.data(), 1, text.size(), file_.get()) != text.size()) fail(folder());
  return text;
}

}  // namespace tieout::run
