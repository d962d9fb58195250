// Each loop is compiled twice, and the processor has its say at start which one runs.
#include "check/column_kernels.hpp"

#if defined(__x86_64__) && defined(__gnu_linux__)
#define TIEOUT_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define TIEOUT_WIDE
#endif

namespace tieout::check::kernel {

TIEOUT_WIDE void set(std::int64_t* __restrict sums, const std::int64_t* __restrict values,
                     std::int64_t factor, std::size_t size) {
  if (factor == 1) {
    for (std::size_t i = 0; i < size; ++i) sums[i] = values[i];
  } else {
    for (std::size_t i = 0; i < size; ++i) sums[i] = factor * values[i];
  }
}

TIEOUT_WIDE void add(std::int64_t* __restrict sums, const std::int64_t* __restrict values,
                     std::int64_t factor, std::size_t size) {
  if (factor == 1) {
    for (std::size_t i = 0; i < size; ++i) sums[i] += values[i];
  } else if (factor == -1) {
    for (std::size_t i = 0; i < size; ++i) sums[i] -= values[i];
  } else {
    for (std::size_t i = 0; i < size; ++i) sums[i] += factor * values[i];
  }
}

TIEOUT_WIDE void read(Seen* __restrict seen, const std::int64_t* __restrict differences,
                      std::int64_t near, const Reading& reading, std::size_t size) {
  const auto less = static_cast<std::uint8_t>(reading.less);
  const auto same = static_cast<std::uint8_t>(reading.same);
  const auto greater = static_cast<std::uint8_t>(reading.greater);
  const auto open = static_cast<std::uint8_t>(Seen::open);
  for (std::size_t i = 0; i < size; ++i) {
    const std::int64_t difference = differences[i];
    const std::uint8_t below = difference < -near ? less : open;
    const std::uint8_t apart = difference > near ? greater : below;
    seen[i] = static_cast<Seen>(difference == 0 ? same : apart);
  }
}

}  // namespace tieout::check::kernel
