// Calls libzstd, and keeps in mind whether a frame is open.
#include "cli/zstd_decompressor.hpp"

#include <zstd.h>

#include <cstddef>
#include <ios>
#include <new>
#include <utility>

namespace tieout::cli {

void ZstdInflater::Free::operator()(ZSTD_DCtx_s* context) const { ZSTD_freeDCtx(context); }

ZstdInflater::ZstdInflater() : context_(ZSTD_createDCtx()) {
  if (!context_) throw std::bad_alloc();
}

bool ZstdInflater::filter(const char*& source, const char* source_end, char*& destination,
                          char* destination_end, bool flush) {
  ZSTD_inBuffer in = {source, static_cast<std::size_t>(source_end - source), 0};
  ZSTD_outBuffer out = {destination, static_cast<std::size_t>(destination_end - destination), 0};
  // What was taken in but not given out comes without further input.
  while (out.pos < out.size && (in.pos < in.size || within_frame_)) {
    const auto [taken, given] = std::pair(in.pos, out.pos);
    const auto left = ZSTD_decompressStream(context_.get(), &out, &in);
    if (ZSTD_isError(left) != 0) throw std::ios_base::failure(ZSTD_getErrorName(left));
    within_frame_ = left != 0;
    if (in.pos == taken && out.pos == given) break;
  }
  source += in.pos;
  destination += out.pos;
  const bool over = flush && source == source_end && out.pos == 0;
  if (over && within_frame_) throw std::ios_base::failure("the stream ends within a frame");
  return !over;
}

void ZstdInflater::close() {
  ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only);
  within_frame_ = false;
}

}  // namespace tieout::cli
