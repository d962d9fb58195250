// A temporary file without a name.
#include "across/temporary_file.hpp"

#include "source/message.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>

#include <sys/mman.h>
#include <unistd.h>

namespace tieout::across {

namespace {

[[noreturn]] void fail(const std::string& folder) {
  throw source::Failure({"across.spill", {{"folder", folder}, {"reason", std::strerror(errno)}}});
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

void TemporaryFile::Unmap::operator()(void* bytes) const { ::munmap(bytes, size); }

void TemporaryFile::stand_at(std::uint64_t place) {
  if (::fseeko(file_.get(), static_cast<off_t>(place), SEEK_SET) != 0) fail(folder());
}

void TemporaryFile::append(std::span<const std::byte> bytes) {
  if (!file_) file_.reset(open_file());
  if (!at_end_) stand_at(size_);
  at_end_ = true;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail(folder());
  size_ += bytes.size();
}

void TemporaryFile::read(std::uint64_t begin, std::span<std::byte> bytes) {
  if (bytes.empty()) return;
  stand_at(begin);
  at_end_ = false;
  if (std::fread(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail(folder());
}

std::span<const std::byte> TemporaryFile::map() {
  if (size_ == 0) return {};
  if (std::fflush(file_.get()) != 0) fail(folder());
  void* const bytes =
      ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, ::fileno(file_.get()), off_t{0});
  if (bytes == MAP_FAILED) fail(folder());
  mapped_ = std::unique_ptr<void, Unmap>(bytes, Unmap{size_});
  return {static_cast<const std::byte*>(bytes), size_};
}

}  // namespace tieout::across
