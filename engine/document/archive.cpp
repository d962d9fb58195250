// Zip files through libzip.
#include "document/archive.hpp"

#include "source/message.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <utility>

namespace tieout::document {

namespace {

using source::Failure;
using source::Limits;
using source::Message;
using namespace std::string_view_literals;

constexpr std::size_t chunk_bytes = 1U << 16U;
constexpr std::size_t free_of_ratio = 1U << 20U;

std::string folded(std::string_view path) {
  std::string result(path);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    if (letter == '\\') letter = '/';
  }
  return result;
}

bool leaves_archive(std::string_view path) {
  const bool drive = path.size() > 1 && path[1] == ':';
  if (path.starts_with('/') || drive) return true;
  while (!path.empty()) {
    const auto part = path.substr(0, path.find('/'));
    if (part == "..") return true;
    path.remove_prefix(std::min(part.size() + 1, path.size()));
  }
  return false;
}

/// Entries of the directory, counted before memory is set aside for them.
std::size_t count_entries(std::string_view bytes) {
  constexpr auto signature = "PK\x01\x02"sv;
  std::size_t entries = 0;
  for (auto at = bytes.find(signature); at != std::string_view::npos;
       at = bytes.find(signature, at + signature.size())) {
    ++entries;
  }
  return entries;
}

zip* open(std::string_view bytes, const source::Place& place) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip* const opened =
      source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (opened == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (opened == nullptr) throw Failure(Message("document.zip_broken"), place);
  return opened;
}

}  // namespace

void Archive::Close::operator()(zip* archive) const { zip_discard(archive); }

Archive::Archive(std::string_view bytes, const std::string& name, const Limits& limits)
    : place_(source::in_file(name)), limits_(limits) {
  if (count_entries(bytes) > limits.archive_entries) {
    throw source::beyond(&Limits::archive_entries, limits, place_);
  }
  zip_.reset(open(bytes, place_));
  list();
}

void Archive::list() {
  const auto count = zip_get_num_entries(zip_.get(), 0);
  for (zip_int64_t index = 0; index < count; ++index) {
    zip_stat_t stat;
    const auto entry = static_cast<zip_uint64_t>(index);
    if (zip_stat_index(zip_.get(), entry, 0, &stat) != 0 || stat.name == nullptr) {
      throw Failure(Message("document.zip_broken"), place_);
    }
    const auto path = folded(stat.name);
    const auto refuse = [&](const char* id) {
      throw Failure({id, {{"entry", stat.name}}}, place_);
    };
    if (leaves_archive(path)) refuse("document.zip_path");
    if (stat.encryption_method != ZIP_EM_NONE) refuse("document.zip_encrypted");
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) {
      refuse("document.zip_method");
    }
    if (!entries_.emplace(path, entry).second) refuse("document.zip_twice");
  }
}

bool Archive::has(std::string_view path) const { return entries_.contains(folded(path)); }

void Archive::count(std::size_t bytes, std::size_t of_entry, std::size_t packed) {
  inflated_ += bytes;
  if (inflated_ > limits_.inflated_bytes) {
    throw source::beyond(&Limits::inflated_bytes, limits_, place_);
  }
  if (of_entry > free_of_ratio && of_entry / limits_.inflation_ratio > packed) {
    throw source::beyond(&Limits::inflation_ratio, limits_, place_);
  }
}

void Archive::read(std::string_view path, const Take& take) {
  const auto found = entries_.find(folded(path));
  if (found == entries_.end()) {
    throw Failure({"document.zip_without", {{"entry", std::string(path)}}}, place_);
  }
  zip_stat_t stat;
  const bool known = zip_stat_index(zip_.get(), found->second, 0, &stat) == 0;
  using File = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;
  const File file(known ? zip_fopen_index(zip_.get(), found->second, 0) : nullptr, zip_fclose);
  std::array<char, chunk_bytes> chunk;
  std::size_t bytes = 0;
  zip_int64_t taken = file ? zip_fread(file.get(), chunk.data(), chunk.size()) : -1;
  for (; taken > 0; taken = zip_fread(file.get(), chunk.data(), chunk.size())) {
    const auto size = static_cast<std::size_t>(taken);
    bytes += size;
    count(size, bytes, stat.comp_size);
    take({chunk.data(), size});
  }
  if (taken < 0) throw Failure({"document.zip_damaged", {{"entry", std::string(path)}}}, place_);
}

std::string Archive::read(std::string_view path) {
  std::string whole;
  read(path, [&whole](std::string_view chunk) { whole += chunk; });
  return whole;
}

}  // namespace tieout::document
