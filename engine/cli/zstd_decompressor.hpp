// Inflates .zst streams. Boost's own decompressor does not tell a stream that ends within a frame
// from one that is whole.
#pragma once

#include <boost/iostreams/filter/symmetric.hpp>

#include <memory>

struct ZSTD_DCtx_s;

namespace tieout::cli {

/// What a symmetric filter of Boost.Iostreams does with each buffer.
class ZstdInflater {
 public:
  using char_type = char;

  ZstdInflater();

  /// Takes from the source and fills the destination; false once all is inflated. `flush`: the
  /// source has ended. Throws std::ios_base::failure for what is no zstd, or is not whole.
  bool filter(const char*& source, const char* source_end, char*& destination,
              char* destination_end, bool flush);
  void close();

 private:
  struct Free {
    void operator()(ZSTD_DCtx_s* context) const;
  };
  std::unique_ptr<ZSTD_DCtx_s, Free> context_;
  bool within_frame_ = false;
};

using ZstdDecompressor = boost::iostreams::symmetric_filter<ZstdInflater>;

}  // namespace tieout::cli
