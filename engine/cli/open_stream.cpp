// Boost.Iostreams inflates.
#include "cli/open_stream.hpp"

#include "cli/pipe_input.hpp"
#include "cli/zstd_decompressor.hpp"
#include "source/message.hpp"
#include "source/place.hpp"

#include <boost/iostreams/device/file.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_stream.hpp>

#include <filesystem>
#include <fstream>

namespace tieout::cli {
namespace {

namespace io = boost::iostreams;

constexpr std::string_view gzip = ".gz";
constexpr std::string_view zstd = ".zst";

}  // namespace

bool is_packed(std::string_view path) { return path.ends_with(gzip) || path.ends_with(zstd); }

bool is_stream(std::string_view path) {
  for (const auto packed : {gzip, zstd}) {
    if (path.ends_with(packed)) {
      path.remove_suffix(packed.size());
      break;
    }
  }
  return path == "-" || path.ends_with(".ndjson") || path.ends_with(".jsonl");
}

std::unique_ptr<std::istream> open_stream(const std::string& path) {
  if (!is_packed(path) && is_pipe(path)) return std::make_unique<PipeInput>(path);
  auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*file) {
    const bool there = std::filesystem::exists(path);
    throw source::Failure(source::Message(there ? "source.not_readable" : "source.not_found"),
                          source::in_file(path));
  }
  if (!is_packed(path)) return file;
  auto inflated = std::make_unique<io::filtering_istream>();
  constexpr std::streamsize buffer = 1 << 16;
  if (path.ends_with(gzip)) {
    inflated->push(io::gzip_decompressor(io::gzip::default_window_bits, buffer));
  } else {
    inflated->push(ZstdDecompressor(buffer));
  }
  inflated->push(io::file_source(path, std::ios::binary), buffer);
  return inflated;
}

}  // namespace tieout::cli
